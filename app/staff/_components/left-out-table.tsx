import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import { Pagination } from "@/components/content/pagination";
import type { LeftOutPage } from "@/lib/queries/mailing/list-left-out";
import { staffPath } from "./paths";

/** Who is left out for one reason, each with the page that says why in full. */
export async function LeftOutTable({
  slug,
  page,
  more,
}: {
  slug: string;
  page: LeftOutPage;
  more: string | undefined;
}) {
  const t = await getTranslations("staff.leftOut");
  if (page.rows.length === 0) return <p className="text-muted">{t("none")}</p>;
  const columns = (["name", "reference"] as const).map((key) => ({ key, label: t(`column.${key}`) }));
  const rows = page.rows.map(({ reference, givenName, familyName }) => ({
    key: reference,
    cells: {
      name: (
        <a href={staffPath(slug, `members/${reference}`)}>
          {givenName} {familyName}
        </a>
      ),
      reference: <span className="reference">{reference}</span>,
    },
  }));
  return (
    <>
      <DataTable caption={t("caption")} hideCaption columns={columns} rows={rows} />
      <Pagination labels={{ newer: "", older: t("more") }} older={more} />
    </>
  );
}
