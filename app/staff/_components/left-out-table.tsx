import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import { Pagination } from "@/components/content/pagination";
import type { Channel } from "@/lib/policy/vocabulary";
import type { LeftOutPage } from "@/lib/queries/mailing/list-left-out";
import { staffPath } from "./paths";

/** Who is left out for one reason, each with the page that says why in full. */
export async function LeftOutTable({
  slug,
  page,
  more,
  about,
}: {
  slug: string;
  page: LeftOutPage;
  more: string | undefined;
  /** What they were left out of, where it is one purpose and channel. */
  about?: { purposeKey: string; channel: Channel } | undefined;
}) {
  const t = await getTranslations("staff.leftOut");
  if (page.rows.length === 0) return <p className="text-muted">{t("none")}</p>;
  const words = await getTranslations("why");
  const columns = [
    ...(["name", "reference"] as const).map((key) => ({ key, label: t(`column.${key}`) })),
    { key: "why", label: words("title") },
  ];
  const full = about === undefined ? "why" : `why/${about.purposeKey}/${about.channel}`;
  const rows = page.rows.map(({ reference, givenName, familyName }) => ({
    key: reference,
    cells: {
      name: (
        <a href={staffPath(slug, `members/${reference}`)}>
          {givenName} {familyName}
        </a>
      ),
      reference: <span className="reference">{reference}</span>,
      why: (
        <a href={staffPath(slug, `members/${reference}/${full}`)}>
          {words("link.staff")}
          <span className="sr-only">
            : {givenName} {familyName}
          </span>
        </a>
      ),
    },
  }));
  return (
    <>
      <DataTable caption={t("caption")} hideCaption columns={columns} rows={rows} />
      <Pagination labels={{ newer: "", older: t("more") }} older={more} />
    </>
  );
}
