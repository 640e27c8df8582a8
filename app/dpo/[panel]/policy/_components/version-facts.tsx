import { getTranslations } from "next-intl/server";
import { SummaryList } from "@/components/content/summary-list";
import type { PolicyVersionView } from "@/lib/queries/policy/list-policy-versions";
import { moments } from "../../../_components/moments";

/** Who had a hand in a version, when it was approved, its fingerprint, and the notice made of it. */
export async function VersionFacts({ slug, version }: { slug: string; version: PolicyVersionView }) {
  const t = await getTranslations("policyRegister");
  const { moment } = await moments();
  const setUp = t("history.setUp");
  const edited = version.editedBy.join(", ");
  const approved =
    version.approvedBy === null ? setUp : `${version.approvedBy}, ${moment(version.approvedAt)}`;
  const notice = version.noticeNumber;
  const rows = [
    { key: "edited", label: t("version.edited"), value: edited === "" ? setUp : edited },
    { key: "submitted", label: t("history.submitted"), value: version.submittedBy ?? setUp },
    { key: "approved", label: t("history.approved"), value: approved },
    {
      key: "hash",
      label: t("version.hash"),
      value: <span className="reference">{version.documentHash}</span>,
    },
    ...(notice === null
      ? []
      : [
          {
            key: "notice",
            label: t("history.notice"),
            value: <a href={`/${slug}/privacy/${notice}`}>{t("version.noticeLink", { number: notice })}</a>,
          },
        ]),
    ...(version.summary === null
      ? []
      : [{ key: "summary", label: t("version.summary"), value: version.summary }]),
  ];
  return <SummaryList rows={rows} card={t("version.facts")} />;
}
