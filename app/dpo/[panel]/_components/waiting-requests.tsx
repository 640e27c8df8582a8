import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import type { Granted } from "@/lib/auth/require-actor";
import { countOpenRequests } from "@/lib/queries/rights-request/count-open-requests";
import { dpoPath } from "../../_components/paths";

/** How many requests wait for an answer, and the way to them. Nothing when none does. */
export async function WaitingRequests({ granted }: { granted: Granted }) {
  const [t, total] = await Promise.all([getTranslations("requests.waiting"), countOpenRequests(granted)]);
  const { open, overdue, more } = total;
  if (open === 0) return null;
  const title = t("title", { count: open, more: String(more) });
  return (
    <NotificationBanner tone={overdue === 0 ? "warning" : "danger"} title={title}>
      <p>
        {t("late", { count: overdue })} <a href={dpoPath(granted.panel.slug, "requests")}>{t("see")}</a>
      </p>
    </NotificationBanner>
  );
}
