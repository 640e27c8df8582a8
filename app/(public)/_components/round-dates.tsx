import { getFormatter, getTranslations } from "next-intl/server";
import { londonDate, now } from "@/lib/clock";
import { joiningOn } from "@/lib/policy/application-round";
import type { ApplicationRound } from "@/lib/policy/document-parts";
import type { PanelView } from "@/lib/queries/panel/get-panel";

/** The round that is open, or the next one; null when neither is known. */
export function nextRound({ document }: PanelView): ApplicationRound | null {
  const joining = joiningOn(document, londonDate(now()));
  if (joining.kind === "anyTime") return null;
  return joining.kind === "round" ? joining.round : joining.next;
}

/** The days of the round that is open, or of the next one: until when to apply and when to hear. Null for neither. */
export async function RoundDates({ panel }: { panel: PanelView }) {
  const round = nextRound(panel);
  if (round === null) return null;
  const t = await getTranslations("public.round");
  const format = await getFormatter();
  const day = (civil: string) =>
    format.dateTime(new Date(`${civil}T12:00:00Z`), { day: "numeric", month: "long", year: "numeric" });
  const dates = [
    [t("opens"), day(round.opensOn)],
    [t("closes"), day(round.closesOn)],
    [t("hear"), day(round.decideBy)],
    [t("places"), t("placesCount", { count: round.places })],
  ] as const;
  return (
    <dl className="grid gap-3">
      {dates.map(([label, value]) => (
        <div key={label}>
          <dt className="text-muted">{label}</dt>
          <dd className="font-bold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
