import { aboutAnswer, aboutField } from "@/app/_resident/about-field";
import { memberTitle } from "@/app/_resident/member-title";
import { PartPage } from "@/app/_resident/part-page";
import { requireMember } from "@/lib/auth/require-actor";
import { optionalFields } from "@/lib/policy/join-choices";
import { getMember } from "@/lib/queries/member/get-member";
import { answerName } from "@/lib/schemas/join-answers";
import { changeAbout } from "../actions";

export const generateMetadata = memberTitle("details.part.about.title");

export default async function AboutPage() {
  const granted = await requireMember("details.change");
  const { document } = granted.panel;
  const member = await getMember(granted.actor.organisationId, granted.actor.memberId);
  const asked = optionalFields(document).plain;
  const answers = asked.map(({ key }) => [answerName(key), [aboutAnswer(member, key) ?? []].flat()] as const);
  return (
    <PartPage
      granted={granted}
      part="about"
      action={changeAbout}
      fields={asked.map((field) => aboutField(document, field))}
      initial={Object.fromEntries(answers)}
    />
  );
}
