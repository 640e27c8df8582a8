import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { openHolds } from "@/lib/ledger/hold";

/** What staff are told on every page while something about the ledger is wrong; nothing otherwise. */
export async function HoldBanner({ panel }: { panel: PanelView }) {
  const holds = await openHolds(panel.organisationId);
  const [first] = holds;
  if (first === undefined) return null;
  const t = await getTranslations("dpo.hold");
  const behind = holds.some(({ reason }) => reason === "behind");
  return (
    <NotificationBanner tone="danger" title={t(behind ? "readOnly" : "held")}>
      <p>{t(`why.${behind ? "behind" : first.reason}`)}</p>
      <p>{t(behind ? "recover" : "ask")}</p>
    </NotificationBanner>
  );
}
