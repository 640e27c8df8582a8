import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { countNotShown, countShown } from "@/lib/queries/notice/count-shown";
import { listVersions } from "@/lib/queries/notice/list-versions";
import { DpoFrame } from "../../_components/dpo-frame";
import { MissingEditions } from "./_components/missing-editions";
import { noticesTitle } from "./_components/metadata";
import { ShownFigures } from "./_components/shown-figures";
import { ShownTotals } from "./_components/shown-totals";
import { VersionTable } from "./_components/version-table";

export const generateMetadata = noticesTitle("title");

export default async function Notices({ params }: PageProps<"/dpo/[panel]/notices">) {
  const { panel: slug } = await params;
  const granted = await requireActor("notice.view", slug);
  const t = await getTranslations("notices.dpo");
  const [versions, shown, notShown] = await Promise.all([
    listVersions(granted),
    countShown(granted),
    countNotShown(granted),
  ]);
  return (
    <DpoFrame granted={granted}>
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      <ShownFigures panel={granted.panel} shown={shown} notShown={notShown} />
      <MissingEditions granted={granted} versions={versions} />
      <VersionTable slug={slug} versions={versions} shown={shown} />
      <ShownTotals slug={slug} shown={shown} />
    </DpoFrame>
  );
}
