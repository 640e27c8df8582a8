import { getTranslations } from "next-intl/server";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { RoundStanding } from "@/lib/queries/staff/count-applications";
import { moments } from "../../../_components/moments";

/** The round in a line: its days, its places, and how many of them were given. */
export async function RoundLine({ panel, round }: { panel: PanelView; round: RoundStanding | null }) {
  const t = await getTranslations("staff.applications");
  const { civil } = await moments();
  if (panel.document.panel.joining === "open") return t("anyTime");
  if (round === null) return t("noRound");
  const { opensOn, closesOn, decideBy, places, accepted } = round;
  return t("round", {
    opens: civil(opensOn),
    closes: civil(closesOn),
    hear: civil(decideBy),
    places,
    accepted,
  });
}
