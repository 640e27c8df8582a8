import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/content/empty-state";
import { NotificationBanner } from "@/components/content/notice";
import { Pagination } from "@/components/content/pagination";
import type { Granted } from "@/lib/auth/require-actor";
import { openSearch } from "@/lib/queries/staff/sealed-search";
import { listSuppressions } from "@/lib/queries/suppression/list-suppressions";
import { dpoPath } from "../../../_components/paths";
import { SuppressionTable } from "./suppression-table";

type Props = {
  granted: Granted;
  find?: string | undefined;
  before?: string | undefined;
  after?: string | undefined;
};

/** One page of the list, or what it holds about one address. */
export async function SuppressionResults({ granted, find, before, after }: Props) {
  const t = await getTranslations("suppressions");
  const { panel } = granted;
  const addressHash = find === undefined ? undefined : openSearch(find);
  const page = await listSuppressions(granted, { before, after, addressHash });
  const path = (place: Record<string, string>) => dpoPath(panel.slug, "suppressions", { find, ...place });
  if (page.suppressions.length === 0) {
    return find === undefined ? (
      <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>
    ) : (
      <EmptyState title={t("notFound")}>{t("notFoundBody")}</EmptyState>
    );
  }
  return (
    <>
      {find === undefined ? null : (
        <NotificationBanner tone="info" title={t("found", { count: page.suppressions.length })} />
      )}
      <SuppressionTable panel={panel} suppressions={page.suppressions} />
      <Pagination
        newer={page.newer === null ? undefined : path({ after: page.newer })}
        older={page.older === null ? undefined : path({ before: page.older })}
      />
    </>
  );
}
