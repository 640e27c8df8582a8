import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import type { MemberRow } from "@/lib/queries/staff/list-members";
import { dpoPath } from "../../../../_components/paths";

const columns = ["person", "reference", "entries", "timeline"] as const;

type Props = { slug: string; people: readonly MemberRow[] };

/** People, each with the way to their entries and to their timeline. */
export async function PeopleTable({ slug, people }: Props) {
  const t = await getTranslations("trail.person");
  const rows = people.map(({ reference, givenName, familyName }) => {
    const whose = <span className="sr-only">: {reference}</span>;
    return {
      key: reference,
      cells: {
        person: `${givenName} ${familyName}`,
        reference: <span className="reference">{reference}</span>,
        entries: (
          <a href={dpoPath(slug, "trail", { member: reference })}>
            {t("entries")}
            {whose}
          </a>
        ),
        timeline: (
          <a href={dpoPath(slug, `members/${reference}`)}>
            {t("timeline")}
            {whose}
          </a>
        ),
      },
    };
  });
  return (
    <DataTable
      caption={t("title")}
      hideCaption
      columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
      rows={rows}
    />
  );
}
