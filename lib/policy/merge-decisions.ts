// Putting two records of one person together, or a backup back, never opens what a "no" closed: a "no" that stands on
// either side stands afterwards, whatever "yes" the other side holds (law.md I2, CN-6, RT-5).
import { consentStanding } from "./consent-standing";
import type { ConsentFact } from "./gate/types";
import { channels, type Channel } from "./vocabulary";

/** A "no" that stands, said again at the moment of the merge so that no earlier "yes" of the other record outlives it. */
function restated(
  facts: readonly ConsentFact[],
  purposeKey: string,
  channel: Channel,
  at: number,
): readonly ConsentFact[] {
  const { stop } = consentStanding(facts, purposeKey, channel, at, "thisChannel");
  if (stop === null) return [];
  return [
    {
      purposeKey,
      channel,
      decision: stop,
      method: "import",
      effectiveAt: at,
      recordedAt: at,
      validUntil: null,
      evidenced: true,
    },
  ];
}

function standingNoes(facts: readonly ConsentFact[], at: number): readonly ConsentFact[] {
  const purposes = [...new Set(facts.map(({ purposeKey }) => purposeKey))];
  return purposes.flatMap((purposeKey) =>
    channels.flatMap((channel) => restated(facts, purposeKey, channel, at)),
  );
}

/** What is to be added to the decisions of both records when they become one at an instant (epoch ms). */
export function noesToRestate(
  first: readonly ConsentFact[],
  second: readonly ConsentFact[],
  at: number,
): readonly ConsentFact[] {
  return [...standingNoes(first, at), ...standingNoes(second, at)];
}

/** The decisions of two records of one person after they became one at an instant (epoch ms). */
export function mergedDecisions(
  first: readonly ConsentFact[],
  second: readonly ConsentFact[],
  at: number,
): readonly ConsentFact[] {
  return [...first, ...second, ...noesToRestate(first, second, at)];
}

export type ClosedFor = { readonly purposeKey: string | null; readonly askedBy: string };

/**
 * What the merged person asked not to be used for, at any address of the record that ends: it holds for the record that is
 * kept too, at its own addresses (law.md I2: suppressions are unioned; PE-13). What others asked for stays with the address.
 */
export function carriedSuppressions<T extends ClosedFor>(
  suppressions: readonly T[],
  endedRecord: string,
): readonly T[] {
  return suppressions.filter(({ askedBy }) => askedBy === endedRecord);
}

/** The decisions of a person after a backup was put back: those of the backup, and every "no" that came after it. */
export function restoredDecisions(
  backup: readonly ConsentFact[],
  recordedSince: readonly ConsentFact[],
): readonly ConsentFact[] {
  return [...backup, ...recordedSince.filter(({ decision }) => decision !== "given")];
}
