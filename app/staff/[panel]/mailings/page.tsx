import { getTranslations } from "next-intl/server";
import { Pagination } from "@/components/content/pagination";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { listMailings } from "@/lib/queries/staff/list-mailings";
import { MailingTable } from "../../_components/mailing-table";
import { staffTitle } from "../../_components/page-metadata";
import { placeIn, staffPath } from "../../_components/paths";
import { StaffFrame } from "../../_components/staff-frame";

export const generateMetadata = staffTitle("mailings.title");

export default async function Mailings({ params, searchParams }: PageProps<"/staff/[panel]/mailings">) {
  const { panel: slug } = await params;
  const granted = await requireActor("mailing.view", slug);
  const t = await getTranslations("staff.mailings");
  const page = await listMailings(granted, { before: placeIn(await searchParams) });
  return (
    <StaffFrame granted={granted}>
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      <MailingTable slug={slug} rows={page.rows} caption={t("title")} />
      <Pagination
        older={page.older === null ? undefined : staffPath(slug, "mailings", { before: page.older })}
      />
    </StaffFrame>
  );
}
