import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { EmptyState } from "@/components/content/empty-state";
import { Breadcrumbs } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { listViews } from "@/lib/queries/trail/list-views";
import { DpoFrame } from "../../../_components/dpo-frame";
import { dpoPath } from "../../../_components/paths";
import { trailTitle } from "../_components/metadata";
import { ViewCard } from "./_components/view-card";

export const generateMetadata = trailTitle("views.title");

/** The views one may use, each with what it narrows to and, for one's own, the way to rename, share and delete it. */
export default async function Views({ params }: PageProps<"/dpo/[panel]/trail/views">) {
  const { panel: slug } = await params;
  const granted = await requireActor("trail.read", slug);
  const t = await getTranslations("trail.views");
  const views = await listViews(granted);
  const trail = dpoPath(slug, "trail");
  const before = <Breadcrumbs items={[{ href: trail, label: t("back") }]} current={t("title")} />;
  return (
    <DpoFrame granted={granted} before={before} width="page" current="trail">
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      {views.length === 0 ? (
        <EmptyState title={t("none")} action={<ButtonLink href={trail}>{t("toTrail")}</ButtonLink>}>
          {t("noneBody")}
        </EmptyState>
      ) : (
        views.map((view) => <ViewCard key={view.id} granted={granted} view={view} />)
      )}
    </DpoFrame>
  );
}
