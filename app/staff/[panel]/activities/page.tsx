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

export const generateMetadata = staffTitle("activities.title");

export default async function Activities({ params, searchParams }: PageProps<"/staff/[panel]/activities">) {
  const { panel: slug } = await params;
  const granted = await requireActor("activity.view", slug);
  const t = await getTranslations("staff.activities");
  const page = await listActivities(granted, "meetings", placeIn(await searchParams));
  const create = may(granted.actor, "activity.create", granted.panel.id) ? (
    <ButtonLink href={staffPath(slug, "activities/new")}>{t("new")}</ButtonLink>
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
        older={page.older === null ? undefined : staffPath(slug, "activities", { before: page.older })}
      />
    </StaffFrame>
  );
}
