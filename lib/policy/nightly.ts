// When what is done each night is due. Nights are London's: the clock that is put on or back moves neither their number
// nor their order, and two o'clock comes once each night by this reckoning (reliability.md, case 24).
import { dayBefore, londonDate, startOfDay } from "./civil";
import type { CivilDate } from "./vocabulary";

/** Two hours after midnight began, whatever the clock on the wall says by then. */
const afterMidnight = 2 * 3_600_000;

export type Night = { readonly night: CivilDate; readonly from: number };

function nightOf(day: CivilDate): Night {
  return { night: day, from: (startOfDay(day) ?? 0) + afterMidnight };
}

/** The last night that began by an instant (epoch ms): its day, and from when its work is due. */
export function lastNight(at: number): Night {
  const today = londonDate(at) ?? "1970-01-01";
  const tonight = nightOf(today);
  return tonight.from <= at ? tonight : nightOf(dayBefore(today) ?? today);
}
