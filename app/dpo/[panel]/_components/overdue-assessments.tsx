import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import type { Granted } from "@/lib/auth/require-actor";
import { listAssessments, type AssessmentLine } from "@/lib/queries/accountability/list-assessments";
import { moments } from "../../_components/moments";
import { dpoPath } from "../../_components/paths";

async function effectOf({ purposes, fields, messagesPerDay }: AssessmentLine): Promise<string> {
  const t = await getTranslations("accountability.overview");
  if (purposes.length === 0) return fields.length === 0 ? "" : t("closed", { what: fields.join("; ") });
  const what = purposes.join("; ");
  return messagesPerDay === 0 ? t("rest", { what }) : t("restDaily", { what, count: messagesPerDay });
}

/** Assessments whose review is overdue, and what is paused because of it. Nothing when none is. */
export async function OverdueAssessments({ granted, at }: { granted: Granted; at: Date }) {
  const [t, when] = await Promise.all([getTranslations("accountability.overview"), moments()]);
  const overdue = (await listAssessments(granted, at)).filter(({ state }) => state === "overdue");
  if (overdue.length === 0) return null;
  const { slug } = granted.panel;
  const lines = await Promise.all(
    overdue.map(async (one) => ({ ...one.record, effect: await effectOf(one) })),
  );
  return (
    <NotificationBanner tone="danger" title={t("title", { count: overdue.length })}>
      <ul>
        {lines.map(({ key, title, reviewOn, effect }) => (
          <li key={key}>
            <a href={dpoPath(slug, `accountability/${encodeURIComponent(key)}`)}>
              {t("line", { title, day: when.civil(reviewOn) })}
            </a>{" "}
            {effect}
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );
}
