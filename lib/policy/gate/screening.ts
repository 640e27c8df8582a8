// A clear screening against a preference service counts from its day through the 28 days after (PECR reg 21(3), 26;
// law.md PE-12).
import { addPeriod, endOfDay, londonDate, startOfDay } from "../civil";
import type { CivilDate } from "../vocabulary";

export type Screening = {
  readonly clear: boolean;
  /** First instant at which this changes by time alone (epoch ms). */
  readonly until: number | null;
};

export function screening(screenedOn: CivilDate | null, at: number): Screening {
  if (screenedOn === null) return { clear: false, until: null };
  const today = londonDate(at);
  const lastDay = addPeriod(screenedOn, "P28D");
  if (lastDay === null || today === null || screenedOn > today || today > lastDay) {
    return { clear: false, until: startOfDay(screenedOn) };
  }
  return { clear: true, until: endOfDay(lastDay) };
}
