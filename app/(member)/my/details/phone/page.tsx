import { getTranslations } from "next-intl/server";
import { memberTitle } from "@/app/_resident/member-title";
import { PartPage } from "@/app/_resident/part-page";
import { requireMember } from "@/lib/auth/require-actor";
import { getMember } from "@/lib/queries/member/get-member";
import { writePhoneNumber } from "@/lib/schemas/phone-number";
import { changePhone } from "../actions";

export const generateMetadata = memberTitle("details.part.phone.title");

export default async function PhonePage() {
  const granted = await requireMember("details.change");
  const t = await getTranslations("member.details.input");
  const member = await getMember(granted.actor.organisationId, granted.actor.memberId);
  return (
    <PartPage
      granted={granted}
      part="phone"
      action={changePhone}
      initial={{ phone: member.phone === null ? "" : writePhoneNumber(member.phone) }}
      fields={[
        {
          kind: "tel",
          name: "phone",
          label: t("phone"),
          hint: t("phoneHint", { phone: granted.panel.document.organisation.contactPhone }),
          optional: true,
        },
      ]}
    />
  );
}
