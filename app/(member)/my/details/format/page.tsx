import { getTranslations } from "next-intl/server";
import { memberTitle } from "@/app/_resident/member-title";
import { PartPage } from "@/app/_resident/part-page";
import { requireMember } from "@/lib/auth/require-actor";
import { noticeFormats } from "@/lib/policy/document-parts";
import { getMember } from "@/lib/queries/member/get-member";
import { changeFormat } from "../actions";

export const generateMetadata = memberTitle("details.part.format.title");

/** In which format the member would like to read. */
export default async function FormatPage() {
  const granted = await requireMember("details.change");
  const t = await getTranslations("member.details");
  const member = await getMember(granted.actor.organisationId, granted.actor.memberId);
  const options = noticeFormats.map((value) => ({
    value,
    label: t(`format.${value}`),
    hint: t(`formatHint.${value}`),
  }));
  return (
    <PartPage
      granted={granted}
      part="format"
      action={changeFormat}
      initial={{ format: member.preferredFormat }}
      fields={[{ kind: "radios", name: "format", label: t("input.format"), options }]}
    />
  );
}
