import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { EmptyState } from "@/components/content/empty-state";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { listViews } from "@/lib/queries/trail/list-views";
import { BelowTrail } from "../../../_components/below-trail";
import { DpoFrame } from "../../../_components/dpo-frame";
import { dpoPath } from "../../../_components/paths";
import { filterWords } from "../_components/filter-words";
import { trailTitle } from "../_components/metadata";
import { ViewCard } from "./_components/view-card";

export const generateMetadata = trailTitle("views.title");

/** The views one may use, each with what it narrows to and, for one's own, the way to rename, share and delete it. */
export default async function Views({ params }: PageProps<"/dpo/[panel]/trail/views">) {
  const { panel: slug } = await params;
  const granted = await requireActor("trail.read", slug);
  const [t, views, said] = await Promise.all([
    getTranslations("trail.views"),
    listViews(granted),
    filterWords(granted),
  ]);
  return (
    <DpoFrame
      granted={granted}
      before={<BelowTrail slug={slug} current={t("title")} />}
      width="page"
      current="trail"
    >
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      {views.length === 0 ? (
        <EmptyState
          title={t("none")}
          action={<ButtonLink href={dpoPath(slug, "trail")}>{t("toTrail")}</ButtonLink>}
        >
          {t("noneBody")}
        </EmptyState>
      ) : (
        views.map((view) => <ViewCard key={view.id} slug={slug} view={view} said={said(view.filter)} />)
      )}
    </DpoFrame>
  );
}
