import { getTranslations } from "next-intl/server";
import { memberTitle } from "@/app/_resident/member-title";
import { PartPage } from "@/app/_resident/part-page";
import { requireMember } from "@/lib/auth/require-actor";
import { getMember } from "@/lib/queries/member/get-member";
import { changeName } from "../actions";

export const generateMetadata = memberTitle("details.part.name.title");

export default async function NamePage() {
  const granted = await requireMember("details.change");
  const t = await getTranslations("member.details.input");
  const member = await getMember(granted.actor.organisationId, granted.actor.memberId);
  return (
    <PartPage
      granted={granted}
      part="name"
      action={changeName}
      initial={{ givenName: member.givenName, familyName: member.familyName }}
      fields={[
        { kind: "text", name: "givenName", label: t("givenName"), autoComplete: "given-name", width: "long" },
        {
          kind: "text",
          name: "familyName",
          label: t("familyName"),
          autoComplete: "family-name",
          width: "long",
        },
      ]}
    />
  );
}
