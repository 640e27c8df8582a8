// The days on which a period of the law does not end: Regulation 1182/71 article 3(4), by UK GDPR 4A (law.md RR-2). As
// published on gov.uk/bank-holidays, looked up in November 2026, one-off days among them. Local Scottish holidays are not.
import type { CivilDate, Nation } from "../vocabulary";

/** The last year whose bank holidays were published. Of later ones only weekends are known, and screens say so. */
export const lastYearWithHolidays = 2028;

const everywhere: readonly CivilDate[] = [
  ...["2026-01-01", "2026-04-03", "2026-05-04", "2026-05-25", "2026-12-25", "2026-12-28"],
  ...["2027-01-01", "2027-03-26", "2027-05-03", "2027-05-31", "2027-12-27", "2027-12-28"],
  ...["2028-01-03", "2028-04-14", "2028-05-01", "2028-05-29", "2028-12-25", "2028-12-26"],
];

/** Easter Monday and the last Monday in August, which Scotland does not have. */
const outsideScotland: readonly CivilDate[] = [
  ...["2026-04-06", "2026-08-31", "2027-03-29", "2027-08-30", "2028-04-17", "2028-08-28"],
];

const englandAndWales: ReadonlySet<CivilDate> = new Set([...everywhere, ...outsideScotland]);

const scotland: ReadonlySet<CivilDate> = new Set([
  ...everywhere,
  // 15 June 2026 was proclaimed once, for the World Cup.
  ...["2026-01-02", "2026-06-15", "2026-08-03", "2026-11-30"],
  ...["2027-01-04", "2027-08-02", "2027-11-30", "2028-01-04", "2028-08-07", "2028-11-30"],
]);

const northernIreland: ReadonlySet<CivilDate> = new Set([
  ...everywhere,
  ...outsideScotland,
  ...["2026-03-17", "2026-07-13", "2027-03-17", "2027-07-12", "2028-03-17", "2028-07-12"],
]);

/** Of each nation. */
export const bankHolidays: Readonly<Record<Nation, ReadonlySet<CivilDate>>> = {
  england: englandAndWales,
  wales: englandAndWales,
  scotland,
  northernIreland,
};

/** Whether the bank holidays of a day's year are known. */
export function holidaysKnown(day: CivilDate): boolean {
  return Number(day.slice(0, 4)) <= lastYearWithHolidays;
}
