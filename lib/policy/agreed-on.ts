// What a person had agreed to on a day (UK GDPR 7(1); law.md CN-6). There are two answers: what was known on that day, and
// what is known now of that day, when something was dated back or typed in late. Both by the rules of consent-standing.
import { endOfDay } from "./civil";
import { consentStanding, type ConsentStanding } from "./consent-standing";
import type { ConsentFact } from "./gate/types";
import type { Channel, CivilDate } from "./vocabulary";

/** A decision with the number of its entry. */
export type RecordedDecision = ConsentFact & { readonly seq: string };

/** Where the person stood, and the entry that says so. */
export type Answer = Pick<ConsentStanding, "state" | "since"> & { readonly seq: string | null };

export type AgreedOn = {
  readonly purposeKey: string;
  /** Null: decided for every channel at once. */
  readonly channel: Channel | null;
  /** By what had been recorded when the day ended. */
  readonly knownThen: Answer;
  /** By everything recorded since as well. */
  readonly knownNow: Answer;
  readonly differs: boolean;
};

type Pair = Pick<AgreedOn, "purposeKey" | "channel">;

const wordOf: Readonly<Record<ConsentStanding["state"], ConsentFact["decision"] | null>> = {
  none: null,
  given: "given",
  refused: "refused",
  withdrawn: "withdrawn",
  objected: "objected",
  expired: "expired",
  unverified: "given",
};

/** The decision a standing rests on: the last of that word that counts from its moment. A lapsed yes is the yes itself. */
function restsOn(facts: readonly RecordedDecision[], { state, since }: ConsentStanding): string | null {
  const words = state === "expired" ? ["expired", "given"] : [wordOf[state]];
  const deciding = facts.findLast(
    ({ decision, effectiveAt, recordedAt }) =>
      words.includes(decision) && (effectiveAt === since || recordedAt === since),
  );
  return deciding?.seq ?? null;
}

function answer(facts: readonly RecordedDecision[], { purposeKey, channel }: Pair, at: number): Answer {
  // What was decided for every channel at once is a line of its own; a no of that kind reaches each channel too.
  const about = facts.filter(
    (fact) => fact.purposeKey === purposeKey && (fact.channel === null || fact.channel === channel),
  );
  const scope = channel === null ? "thisOrEveryChannel" : "thisChannel";
  const standing = consentStanding(about, purposeKey, channel ?? "email", at, scope);
  return { state: standing.state, since: standing.since, seq: restsOn(about, standing) };
}

function pairs(facts: readonly RecordedDecision[]): readonly Pair[] {
  const named = facts.map(
    ({ purposeKey, channel }) => [`${purposeKey}|${channel ?? ""}`, { purposeKey, channel }] as const,
  );
  return [...new Map(named).values()];
}

/**
 * Where a person stood on each purpose and channel they ever decided about, at the end of a civil day (Europe/London).
 * `facts` in the order of the ledger. Null for a day that is none.
 */
export function agreedOn(facts: readonly RecordedDecision[], day: CivilDate): readonly AgreedOn[] | null {
  const end = endOfDay(day);
  if (end === null) return null;
  const at = end - 1;
  const byThen = facts.filter(({ recordedAt }) => recordedAt <= at);
  return pairs(facts).flatMap((pair) => {
    const knownThen = answer(byThen, pair, at);
    const knownNow = answer(facts, pair, at);
    if (knownThen.state === "none" && knownNow.state === "none") return [];
    const differs = knownThen.state !== knownNow.state || knownThen.since !== knownNow.since;
    return [{ ...pair, knownThen, knownNow, differs }];
  });
}
