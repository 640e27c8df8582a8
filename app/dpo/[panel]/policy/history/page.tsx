import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { listPolicyVersions } from "@/lib/queries/policy/list-policy-versions";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";
import { PolicyFrame } from "../_components/policy-frame";
import { policyTitle } from "../_components/title";

export const generateMetadata = policyTitle("history.title");

const columns = ["version", "inForce", "change", "submitted", "approved", "notice"] as const;

export default async function History({ params }: PageProps<"/dpo/[panel]/policy/history">) {
  const { panel: slug } = await params;
  const granted = await requireActor("policy.view", slug);
  const t = await getTranslations("policyRegister.history");
  const [versions, { moment }] = await Promise.all([listPolicyVersions(granted), moments()]);
  const rows = versions.map((version) => ({
    key: version.id,
    cells: {
      version: <a href={dpoPath(slug, `policy/history/${version.number}`)}>{version.number}</a>,
      inForce: moment(version.inForceAt),
      change: t(`kind.${version.change ?? "first"}`),
      submitted: version.submittedBy ?? t("setUp"),
      approved: version.approvedBy ?? t("setUp"),
      notice:
        version.noticeNumber === null ? (
          ""
        ) : (
          <a href={`/${slug}/privacy/${version.noticeNumber}`}>{version.noticeNumber}</a>
        ),
    },
  }));
  return (
    <PolicyFrame granted={granted} current="history">
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      <DataTable
        caption={t("caption")}
        hideCaption
        columns={columns.map((key) => ({ key, label: t(key) }))}
        rows={rows}
      />
    </PolicyFrame>
  );
}
