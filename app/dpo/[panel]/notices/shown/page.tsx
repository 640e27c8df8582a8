import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/layout/way-back";
import { requireActor } from "@/lib/auth/require-actor";
import { countShown } from "@/lib/queries/notice/count-shown";
import { listShown } from "@/lib/queries/notice/list-shown";
import { shownQuerySchema } from "@/lib/schemas/notice-edition";
import { DpoFrame } from "../../../_components/dpo-frame";
import { dpoPath } from "../../../_components/paths";
import { ExportForm } from "../_components/export-form";
import { noticesTitle } from "../_components/metadata";
import { ShownFilters } from "../_components/shown-filters";
import { ShownList } from "../_components/shown-list";

export const generateMetadata = noticesTitle("whoTitle");

/** Who was shown which text of the notice, when and how. */
export default async function ShownPage(props: PageProps<"/dpo/[panel]/notices/shown">) {
  const { panel: slug } = await props.params;
  const granted = await requireActor("notice.view", slug);
  const query = shownQuerySchema.parse(await props.searchParams);
  const t = await getTranslations("notices.dpo");
  const [counts, page] = await Promise.all([countShown(granted), listShown(granted, query, query.after)]);
  return (
    <DpoFrame granted={granted} current="notices" before={<BackLink href={dpoPath(slug, "notices")} />}>
      <PageTitle lead={t("whoLead")}>{t("whoTitle")}</PageTitle>
      <ShownFilters slug={slug} counts={counts} query={query} />
      <ShownList slug={slug} page={page} query={query} />
      {page.rows.length === 0 ? null : (
        <ExportForm
          granted={granted}
          list="shown"
          filter={{ version: query.version === undefined ? "" : String(query.version), how: query.how ?? "" }}
        />
      )}
    </DpoFrame>
  );
}
