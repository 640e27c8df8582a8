import { getTranslations } from "next-intl/server";
import type { Granted } from "@/lib/auth/require-actor";
import { listViews } from "@/lib/queries/trail/list-views";
import { dpoPath } from "../../../_components/paths";

/** The views one may use, each a way to the trail narrowed so. */
export async function SavedViews({ granted }: { granted: Granted }) {
  const [t, views] = await Promise.all([getTranslations("trail.views"), listViews(granted)]);
  if (views.length === 0) return null;
  const { slug } = granted.panel;
  return (
    <nav aria-label={t("title")} className="flex flex-wrap items-baseline gap-x-5 gap-y-2 print:hidden">
      <strong>{t("title")}</strong>
      {views.map(({ id, name, shared, mine, filter }) => (
        <span key={id}>
          <a href={dpoPath(slug, "trail", filter)}>{name}</a>
          {shared ? (
            <span className="text-small text-muted"> {t(mine ? "sharedByMe" : "sharedWithMe")}</span>
          ) : null}
        </span>
      ))}
      <a href={dpoPath(slug, "trail/views")} className="text-small">
        {t("manage")}
      </a>
    </nav>
  );
}
