import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { EmptyState } from "@/components/content/empty-state";
import { Pagination } from "@/components/content/pagination";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { listActivities } from "@/lib/queries/staff/list-activities";
import { ActivityTable } from "../../_components/activity-table";
import { staffTitle } from "../../_components/page-metadata";
import { placeIn, staffPath } from "../../_components/paths";
import { StaffFrame } from "../../_components/staff-frame";

export const generateMetadata = staffTitle("surveys.title");

export default async function Surveys({ params, searchParams }: PageProps<"/staff/[panel]/surveys">) {
  const { panel: slug } = await params;
  const granted = await requireActor("activity.view", slug);
  const t = await getTranslations("staff.surveys");
  const page = await listActivities(granted, "surveys", placeIn(await searchParams));
  const create = may(granted.actor, "activity.create", granted.panel.id) ? (
    <ButtonLink href={staffPath(slug, "surveys/new")}>{t("new")}</ButtonLink>
  ) : null;
  return (
    <StaffFrame granted={granted}>
      <PageTitle lead={t("lead")} action={create}>
        {t("title")}
      </PageTitle>
      {page.rows.length === 0 ? (
        <EmptyState title={t("none")} action={create}>
          {t("noneHint")}
        </EmptyState>
      ) : (
        <ActivityTable slug={slug} rows={page.rows} caption={t("title")} empty={t("none")} />
      )}
      <Pagination
        older={page.older === null ? undefined : staffPath(slug, "surveys", { before: page.older })}
      />
    </StaffFrame>
  );
}
