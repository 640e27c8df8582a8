import { getTranslations } from "next-intl/server";
import { memberTitle } from "@/app/_resident/member-title";
import { PartPage } from "@/app/_resident/part-page";
import { requireMember } from "@/lib/auth/require-actor";
import { getMember } from "@/lib/queries/member/get-member";
import { changeEmail } from "../actions";

export const generateMetadata = memberTitle("details.part.email.title");

export default async function EmailPage() {
  const granted = await requireMember("details.change");
  const t = await getTranslations("member.details.input");
  const member = await getMember(granted.actor.organisationId, granted.actor.memberId);
  return (
    <PartPage
      granted={granted}
      part="email"
      action={changeEmail}
      initial={{ email: member.emailWaiting ?? "" }}
      fields={[
        {
          kind: "email",
          name: "email",
          label: t("email"),
          hint: t("emailHint", { address: member.email ?? "" }),
        },
      ]}
    />
  );
}
