import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import { EmptyState } from "@/components/content/empty-state";
import { PageShell } from "@/components/layout/page-shell";
import { PageTitle } from "@/components/layout/page-title";
import { StaffHeader } from "@/components/layout/work-header";
import { requireStaff } from "@/lib/auth/require-actor";
import { getStaffName } from "@/lib/queries/staff/get-staff-name";
import { listMyPanels, type MyPanel } from "@/lib/queries/staff/list-my-panels";
import { staffTitle } from "./_components/page-metadata";
import { SignOut } from "./_components/sign-out";
import { staffPath } from "./_components/paths";

export const generateMetadata = staffTitle("panels.title");

/** Engagement pages, or the data protection pages for someone who only has those. */
function homeOf(panel: MyPanel): string {
  return panel.roles.every((role) => role === "dpo") ? `/dpo/${panel.slug}` : staffPath(panel.slug);
}

export default async function StaffHome() {
  const actor = await requireStaff();
  const t = await getTranslations("staff");
  const [name, panels] = await Promise.all([getStaffName(actor), listMyPanels(actor)]);
  const rows = panels.map((panel) => ({
    key: panel.id,
    cells: {
      panel: <a href={homeOf(panel)}>{panel.name}</a>,
      organisation: panel.organisation,
      roles: panel.roles.map((role) => t(`role.${role}`)).join(", "),
    },
  }));
  const identity = { name: t("panels.product"), organisation: panels[0]?.organisation ?? "", href: "/staff" };
  return (
    <PageShell
      density="dense"
      width="page"
      header={<StaffHeader panel={identity} nav={[]} person={{ name }} signOut={<SignOut />} />}
    >
      <PageTitle lead={t("panels.lead")}>{t("panels.title")}</PageTitle>
      {rows.length === 0 ? (
        <EmptyState title={t("panels.none")}>{t("panels.noneHint")}</EmptyState>
      ) : (
        <DataTable
          caption={t("panels.title")}
          hideCaption
          columns={(["panel", "organisation", "roles"] as const).map((key) => ({
            key,
            label: t(`panels.${key}`),
          }))}
          rows={rows}
        />
      )}
    </PageShell>
  );
}
