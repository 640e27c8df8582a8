import { getTranslations } from "next-intl/server";
import { FilterBar } from "@/components/content/filter-bar";
import { Pagination } from "@/components/content/pagination";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { countApplications } from "@/lib/queries/staff/count-applications";
import { listApplications } from "@/lib/queries/staff/list-applications";
import { applicationListSchema } from "@/lib/schemas/application-decision";
import { staffTitle } from "../../_components/page-metadata";
import { staffPath } from "../../_components/paths";
import { StaffFrame } from "../../_components/staff-frame";
import { ApplicationTable } from "./_components/application-table";
import { RoundLine } from "./_components/round-line";

export const generateMetadata = staffTitle("applications.title");

export default async function Applications({
  params,
  searchParams,
}: PageProps<"/staff/[panel]/applications">) {
  const { panel: slug } = await params;
  const granted = await requireActor("application.view", slug);
  const t = await getTranslations("staff.applications");
  const { show, after } = applicationListSchema.parse(await searchParams);
  const [page, round] = await Promise.all([
    listApplications(granted, show, after),
    countApplications(granted),
  ]);
  const path = (place?: string) => staffPath(slug, "applications", { show, after: place });
  const others = (["accepted", "unsuccessful", "withdrawn", "all"] as const).map((value) => ({
    value,
    label: t(`shown.${value}`),
  }));
  return (
    <StaffFrame granted={granted}>
      <PageTitle lead={<RoundLine panel={granted.panel} round={round} />}>{t("title")}</PageTitle>
      <FilterBar
        action={staffPath(slug, "applications")}
        label={t("filters")}
        filters={[
          {
            ...{ kind: "select", name: "show", label: t("show"), options: others },
            ...{ value: show === "waiting" ? undefined : show, anyLabel: t("shown.waiting") },
          },
        ]}
      />
      <ApplicationTable slug={slug} rows={page.rows} />
      <Pagination
        labels={{ newer: t("start"), older: t("more") }}
        newer={after === undefined ? undefined : path()}
        older={page.next === null ? undefined : path(page.next)}
      />
    </StaffFrame>
  );
}
