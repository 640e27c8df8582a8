// Who the regulator is and where it sits follows the day of the letter: it may be renamed and move, and an old letter keeps
// what was true then (law.md 0.2, RR-12).
import type { PolicyDocument } from "./document";
import type { CivilDate } from "./vocabulary";

type Regulator = PolicyDocument["regulator"][number];

/** The regulator's entry in force on a day, the latest known without one; null when the document has none that early. */
export function regulatorOn(
  document: Pick<PolicyDocument, "regulator">,
  on: CivilDate | null,
): Regulator | null {
  return document.regulator.reduce<Regulator | null>((best, entry) => {
    if (on !== null && entry.from > on) return best;
    return best === null || entry.from >= best.from ? entry : best;
  }, null);
}
