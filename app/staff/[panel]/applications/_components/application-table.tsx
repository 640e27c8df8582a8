import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import { EmptyState } from "@/components/content/empty-state";
import type { ApplicationRow } from "@/lib/queries/staff/list-applications";
import { ApplicationTag } from "../../../_components/application-tag";
import { moments } from "../../../_components/moments";
import { staffPath } from "../../../_components/paths";

const columns = ["name", "reference", "submittedAt", "area", "tenure", "hearBy", "state"] as const;

/** Applications, each a link to where it is read and decided. */
export async function ApplicationTable({ slug, rows }: { slug: string; rows: readonly ApplicationRow[] }) {
  const t = await getTranslations("staff.applications");
  const m = await getTranslations("staff.members");
  const when = await moments();
  if (rows.length === 0) return <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>;
  const unknown = <span className="text-muted">{m("notGiven")}</span>;
  return (
    <DataTable
      caption={t("title")}
      hideCaption
      columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
      rows={rows.map(
        ({ id, reference, givenName, familyName, submittedAt, area, tenure, decideBy, outcome }) => ({
          key: id,
          cells: {
            name: (
              <a href={staffPath(slug, `applications/${reference}`)}>
                {familyName}, {givenName}
              </a>
            ),
            reference: <span className="reference">{reference}</span>,
            submittedAt: when.day(submittedAt),
            area: area ?? unknown,
            tenure: tenure ?? unknown,
            hearBy: when.civil(decideBy),
            state: <ApplicationTag outcome={outcome} />,
          },
        }),
      )}
    />
  );
}
