import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import { PageTitle } from "@/components/layout/page-title";
import type { DecisionList } from "@/lib/queries/decision-import/get-decision-list";
import { moments } from "../../../_components/moments";
import { OutcomeList } from "./outcome-list";

type Props = { list: Extract<DecisionList, { state: "recorded" }>; late: boolean };

/** What a file did, and what was sent before its noes reached us. */
export async function RecordedList({ list: { counts, recordedAt }, late }: Props) {
  const t = await getTranslations("decisions.done");
  const { moment } = await moments();
  return (
    <>
      <PageTitle lead={t("lead", { when: moment(recordedAt) })}>{t("title")}</PageTitle>
      {counts.sentInGap === 0 ? null : (
        <NotificationBanner tone="warning" title={t("gapTitle", { count: counts.sentInGap })}>
          <p>{t("gapBody")}</p>
        </NotificationBanner>
      )}
      {late ? <NotificationBanner tone="warning" title={t("late")} /> : null}
      <OutcomeList title={t("effect")} counts={counts} />
    </>
  );
}
