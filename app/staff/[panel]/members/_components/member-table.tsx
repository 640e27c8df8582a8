import { getTranslations } from "next-intl/server";
import { DataTable, type Row } from "@/components/content/data-table";
import { EmptyState } from "@/components/content/empty-state";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ageBandLabel } from "../../../_components/age-band";
import { MemberStateTag } from "../../../_components/member-state-tag";
import { moments } from "../../../_components/moments";
import { staffPath } from "../../../_components/paths";
import type { MemberPage, MemberRow } from "@/lib/queries/staff/list-members";

const columns = ["name", "reference", "state", "area", "tenure", "age", "joinedAt", "lastAskedAt"] as const;

/** One page of members, by surname. */
export async function MemberTable({ panel, page }: { panel: PanelView; page: MemberPage }) {
  const t = await getTranslations("staff.members");
  const when = await moments();
  if (page.rows.length === 0) return <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>;
  const unknown = <span className="text-muted">{t("notGiven")}</span>;
  const cellsOf = (member: MemberRow): Row["cells"] => ({
    name: (
      <a href={staffPath(panel.slug, `members/${member.reference}`)}>
        {member.familyName}, {member.givenName}
      </a>
    ),
    reference: <span className="reference">{member.reference}</span>,
    state: <MemberStateTag member={member} />,
    area: member.area ?? unknown,
    tenure: member.tenure ?? unknown,
    age: member.ageBand === null ? unknown : ageBandLabel(panel.document, member.ageBand),
    joinedAt: member.joinedAt === null ? unknown : when.day(member.joinedAt),
    lastAskedAt: member.lastAskedAt === null ? t("neverAsked") : when.day(member.lastAskedAt),
  });
  return (
    <DataTable
      caption={t("title")}
      hideCaption
      columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
      rows={page.rows.map((member) => ({ key: member.reference, cells: cellsOf(member) }))}
    />
  );
}
