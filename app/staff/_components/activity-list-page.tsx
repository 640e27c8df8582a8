import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { EmptyState } from "@/components/content/empty-state";
import { Pagination } from "@/components/content/pagination";
import { PageTitle } from "@/components/layout/page-title";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { listActivities } from "@/lib/queries/staff/list-activities";
import { ActivityTable } from "./activity-table";
import { staffPath } from "./paths";
import { StaffFrame } from "./staff-frame";

type Props = {
  granted: Granted;
  /** The list's address below the panel, and its words in the `staff` namespace. */
  list: "activities" | "surveys";
  before: string | undefined;
};

/** Everything of one sort that members can be asked to, newest first, and the button that makes another. */
export async function ActivityListPage({ granted, list, before }: Props) {
  const { actor, panel } = granted;
  const t = await getTranslations(`staff.${list}`);
  const page = await listActivities(granted, list === "surveys" ? "surveys" : "meetings", before);
  const create = may(actor, "activity.create", panel.id) ? (
    <ButtonLink href={staffPath(panel.slug, `${list}/new`)}>{t("new")}</ButtonLink>
  ) : null;
  const older = page.older === null ? undefined : staffPath(panel.slug, list, { before: page.older });
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
        <ActivityTable slug={panel.slug} rows={page.rows} caption={t("title")} empty={t("none")} />
      )}
      <Pagination older={older} />
    </StaffFrame>
  );
}
