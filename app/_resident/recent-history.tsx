import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { Timeline } from "@/components/content/timeline";
import { now } from "@/lib/clock";
import { listHistory } from "@/lib/queries/member/list-history";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { historyItems } from "./history-words";

const few = 5;

/** The last few things that happened. */
export async function RecentHistory({ panel, memberId }: { panel: PanelView; memberId: string }) {
  const t = await getTranslations("member.home");
  const soon = new Date(now().getTime() + 1_000);
  const { items } = await listHistory(panel.organisationId, memberId, soon, few);
  if (items.length === 0) return null;
  return (
    <Section title={t("historyTitle")}>
      <Timeline items={await historyItems(panel.document, items.slice(0, few))} />
      <p>
        <a href="/my/history">{t("allHistory")}</a>
      </p>
    </Section>
  );
}
