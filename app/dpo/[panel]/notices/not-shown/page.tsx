import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/content/empty-state";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/layout/way-back";
import { requireActor } from "@/lib/auth/require-actor";
import { listNotShown } from "@/lib/queries/notice/list-not-shown";
import { shownQuerySchema } from "@/lib/schemas/notice-edition";
import { DpoFrame } from "../../../_components/dpo-frame";
import { dpoPath } from "../../../_components/paths";
import { ExportForm } from "../_components/export-form";
import { noticesTitle } from "../_components/metadata";
import { NotShownList } from "../_components/not-shown-list";

export const generateMetadata = noticesTitle("notShownTitle");

/** Who has not been shown the notice in force. */
export default async function NotShownPage(props: PageProps<"/dpo/[panel]/notices/not-shown">) {
  const { panel: slug } = await props.params;
  const granted = await requireActor("notice.view", slug);
  const { after } = shownQuerySchema.parse(await props.searchParams);
  const t = await getTranslations("notices.dpo");
  const page = await listNotShown(granted, after);
  const number = granted.panel.privacyNoticeNumber;
  return (
    <DpoFrame granted={granted} current="notices" before={<BackLink href={dpoPath(slug, "notices")} />}>
      <PageTitle lead={t("notShownLead", { number })}>{t("notShownTitle")}</PageTitle>
      {page.rows.length === 0 ? (
        <EmptyState title={t("everyoneKnows")}>{t("everyoneKnowsBody", { number })}</EmptyState>
      ) : (
        <>
          <NotShownList slug={slug} page={page} isFirst={after === undefined} />
          <ExportForm granted={granted} list="notShown" filter={{}} />
        </>
      )}
    </DpoFrame>
  );
}
