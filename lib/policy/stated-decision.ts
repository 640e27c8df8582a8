// Decisions that did not reach us on a page of ours: what a civil day means as an instant, whether there is proof, which of
// several of one day counts, and what one changes. An import never lifts a "no" (UK GDPR 7(1), 7(3), 21; law.md CN-2,
// CN-6, CN-9, I2).
import { endOfDay, londonDate, startOfDay } from "./civil";
import { consentStanding } from "./consent-standing";
import type { Purpose } from "./document";
import type { ConsentFact } from "./gate/types";
import { stopMeaning } from "./stop";
import type { Channel, CivilDate, ConsentDecision } from "./vocabulary";

export const statedMethods = ["phone", "paper", "inPerson", "import"] as const;
export type StatedMethod = (typeof statedMethods)[number];

export type StatedDecision = Exclude<ConsentDecision, "expired">;

/** What there is to prove a yes: the words, the notice they stood in, who took it, and for speech the script. */
export type Proof = {
  readonly method: StatedMethod;
  readonly wording: string;
  readonly scriptVersion: string;
  /** The number of the privacy notice; null when none is named. */
  readonly notice: number | null;
  readonly recordedBy: string;
};

/** Whether a yes is proven (law.md CN-2, CN-9). A "no" needs no proof: it always counts. */
export function isProven({ method, wording, scriptVersion, notice, recordedBy }: Proof): boolean {
  const spoken = method === "phone" || method === "inPerson";
  const told = spoken ? scriptVersion !== "" : wording !== "";
  return method !== "import" && told && notice !== null && recordedBy !== "";
}

/**
 * What is recorded for a decision about a purpose: taking back and objecting are one "stop", with the record that the
 * purpose's basis demands (law.md LB-4 to LB-6). Null where the purpose has to go on.
 */
export function recordedAs(purpose: Purpose, decision: StatedDecision): StatedDecision | null {
  if (decision === "given") return "given";
  const stop = stopMeaning(purpose).decision;
  if (stop === null) return null;
  return decision === "refused" ? "refused" : stop;
}

const rank: Readonly<Record<StatedDecision, number>> = { given: 0, refused: 1, withdrawn: 2, objected: 3 };

/** Of two decisions of one day, the more protective. */
export function moreProtective(one: StatedDecision, other: StatedDecision): StatedDecision {
  return rank[other] > rank[one] ? other : one;
}

/**
 * When a decision of a civil day counts from (epoch ms), recorded at an instant. The hour is not known: a yes counts from
 * the first moment of the day, a "no" too unless a yes of that day would outrun it, and neither later than now.
 */
export function countsFrom(
  day: CivilDate,
  decision: StatedDecision,
  sameMatter: readonly ConsentFact[],
  now: number,
): number {
  const start = startOfDay(day) ?? now;
  const end = endOfDay(day) ?? now;
  if (decision === "given") return Math.min(start, now);
  const yeses = sameMatter
    .filter((fact) => fact.decision === "given" && fact.effectiveAt >= start && fact.effectiveAt < end)
    .map(({ effectiveAt }) => effectiveAt);
  return Math.min(Math.max(start, ...yeses), now);
}

/** `counts`: a yes that may be used. `unproven`: kept, never used. `noStands`: a yes of somebody who said no. */
export type StatedOutcome = "counts" | "unproven" | "noStands" | "stops" | "overtaken";

/** What a decision does once it is among everything recorded about the person. */
export function outcomeOf(
  purpose: Purpose,
  added: ConsentFact,
  before: readonly ConsentFact[],
  at: number,
): StatedOutcome {
  const channels: readonly Channel[] =
    added.channel === null ? (purpose.channels.length === 0 ? ["post"] : purpose.channels) : [added.channel];
  const standings = channels.map((channel) =>
    consentStanding([...before, added], added.purposeKey, channel, at, "thisOrEveryChannel"),
  );
  const stopped = standings.some(({ stop }) => stop !== null);
  if (added.decision !== "given") return stopped ? "stops" : "overtaken";
  if (!added.evidenced) return "unproven";
  return stopped ? "noStands" : "counts";
}

/** One decision of a list, or one that a person told us. */
export type StatedLine = {
  readonly purposeKey: string;
  readonly channel: Channel | null;
  readonly decision: StatedDecision;
  readonly day: CivilDate;
};

export type Weighed<Line extends StatedLine> = {
  readonly line: Line;
  readonly fact: ConsentFact;
  readonly outcome: StatedOutcome;
};

function sameMatter(
  facts: readonly ConsentFact[],
  { purposeKey, channel }: StatedLine,
): readonly ConsentFact[] {
  return facts.filter(
    (fact) =>
      fact.purposeKey === purposeKey &&
      (fact.channel === null || channel === null || fact.channel === channel),
  );
}

/** Whether the same was recorded before; a yes again only where the new one proves what the old one could not. */
function isKnown(line: StatedLine, isProof: boolean, facts: readonly ConsentFact[]): boolean {
  return facts.some(
    ({ purposeKey, channel, decision, effectiveAt, evidenced }) =>
      purposeKey === line.purposeKey &&
      channel === line.channel &&
      decision === line.decision &&
      londonDate(effectiveAt) === line.day &&
      (decision !== "given" || evidenced || !isProof),
  );
}

/**
 * One person's lines of a list as facts, and what each does once all of them are recorded. A list is an import, whatever
 * the method it states, so that no yes in it ever lifts a "no" (law.md I2). `proven` says which yes has its proof. What was
 * recorded before is left out.
 */
export function weighLines<Line extends StatedLine>(
  purposeOf: (key: string) => Purpose,
  lines: readonly Line[],
  before: readonly ConsentFact[],
  proven: (line: Line) => boolean,
  validUntil: (givenAt: number) => number | null,
  at: number,
): readonly Weighed<Line>[] {
  const known = [...before];
  // Yeses first, so that a "no" of the same day is placed after them.
  const fresh = lines.filter((line) => !isKnown(line, proven(line), before));
  const inOrder = fresh.toSorted((one, other) => rank[one.decision] - rank[other.decision]);
  const facts = inOrder.map((line): readonly [Line, ConsentFact] => {
    const effectiveAt = countsFrom(line.day, line.decision, sameMatter(known, line), at);
    const { purposeKey, channel, decision } = line;
    const given = decision === "given";
    const fact: ConsentFact = {
      ...{ purposeKey, channel, decision, effectiveAt, method: "import", recordedAt: at },
      validUntil: given ? validUntil(effectiveAt) : null,
      evidenced: given ? proven(line) : false,
    };
    known.push(fact);
    return [line, fact];
  });
  return facts.map(([line, fact]) => {
    const others = known.filter((one) => one !== fact);
    return { line, fact, outcome: outcomeOf(purposeOf(line.purposeKey), fact, others, at) };
  });
}
