// Where a person stands on a purpose and channel: the last decision by the time it took effect counts, ties go to
// the more protective, a "yes" without evidence never counts, and an import never lifts a "no"
// (UK GDPR 7(1), 7(3), 21; law.md CN-2, CN-6, 13 consent_state, I2, I3).
import { isInstant } from "./civil";
import type { ConsentFact } from "./gate/types";
import type { Channel, MessageKind } from "./vocabulary";

export const consentStates = [
  "none",
  "given",
  "refused",
  "withdrawn",
  "objected",
  "expired",
  "unverified",
] as const;
export type ConsentState = (typeof consentStates)[number];

export type ConsentStanding = {
  readonly state: ConsentState;
  /** When the decision that counts took effect (epoch ms); null when there is none. */
  readonly since: number | null;
  /** First instant at which the state may change by time alone (epoch ms). */
  readonly until: number | null;
  /** A "no" that no later evidenced "yes" in force has lifted; it holds whatever the lawful basis is. */
  readonly stop: "refused" | "withdrawn" | "objected" | null;
};

/** How broad a "yes" may be: direct marketing needs one for this very channel (law.md 3.3, CN-1). */
export type ConsentScope = "thisChannel" | "thisOrEveryChannel";

/** How broad a "yes" counts: direct marketing and recorded calls each need one for this very channel (PECR reg 19, 22). */
export function consentScope(kind: MessageKind, channel: Channel): ConsentScope {
  const specific = kind === "directMarketing" || channel === "automatedCall";
  return specific ? "thisChannel" : "thisOrEveryChannel";
}

type Stop = "refused" | "withdrawn" | "objected";

const stopRank: Readonly<Record<Stop, number>> = { refused: 0, withdrawn: 1, objected: 2 };

/**
 * When a stop counts from: as dated, but never later than it was recorded. A date that cannot be read counts as
 * newest, so that nothing lifts the stop.
 */
function stopPlace(fact: ConsentFact, at: number): number | null {
  if (!Number.isFinite(fact.effectiveAt)) return Number.POSITIVE_INFINITY;
  if (fact.effectiveAt <= at) return fact.effectiveAt;
  return fact.recordedAt > at ? null : at;
}

/** When a "yes" counts from: never later than it was recorded, so that post-dating cannot outrun a "no". */
function yesPlace(fact: ConsentFact, at: number): number | null {
  const place = Math.min(fact.effectiveAt, fact.recordedAt);
  return Number.isFinite(place) && place <= at ? place : null;
}

function lapsed(fact: ConsentFact, at: number): boolean {
  return fact.validUntil !== null && !(at < fact.validUntil);
}

function nextChange(facts: readonly ConsentFact[], at: number): number | null {
  let next = Number.POSITIVE_INFINITY;
  for (const { effectiveAt, recordedAt, validUntil } of facts) {
    if (effectiveAt > at && effectiveAt < next && isInstant(effectiveAt)) next = effectiveAt;
    if (recordedAt > at && recordedAt < next && isInstant(recordedAt)) next = recordedAt;
    if (validUntil !== null && validUntil > at && validUntil < next && isInstant(validUntil))
      next = validUntil;
  }
  return Number.isFinite(next) ? next : null;
}

type StopAt = { readonly decision: Stop; readonly place: number };

type Yes = { readonly fact: ConsentFact; readonly place: number };

function latest(yes: readonly Yes[]): number {
  return Math.max(...yes.map(({ place }) => place));
}

type Collected = {
  readonly stop: StopAt | null;
  readonly expiredAt: number | null;
  readonly yes: readonly Yes[];
};

/** The later stop; of two at the same time, the more protective. */
function worse(known: StopAt | null, next: StopAt): StopAt {
  if (known === null || next.place > known.place) return next;
  return next.place === known.place && stopRank[next.decision] > stopRank[known.decision] ? next : known;
}

function collect(facts: readonly ConsentFact[], at: number): Collected {
  let stop: StopAt | null = null;
  let expiredAt: number | null = null;
  const yes: Yes[] = [];
  for (const fact of facts) {
    const { decision } = fact;
    const place = decision === "given" ? yesPlace(fact, at) : stopPlace(fact, at);
    if (place === null) continue;
    if (decision === "given") yes.push({ fact, place });
    else if (decision === "expired") expiredAt = Math.max(expiredAt ?? place, place);
    else stop = worse(stop, { decision, place });
  }
  return { stop, expiredAt, yes };
}

/**
 * Where the person stands on one purpose and channel at an instant (epoch ms). `facts` may hold decisions about
 * anything, in any order. Never throws.
 */
export function consentStanding(
  facts: readonly ConsentFact[],
  purposeKey: string,
  channel: Channel,
  at: number,
  scope: ConsentScope,
): ConsentStanding {
  const relevant = facts.filter(
    (fact) => fact.purposeKey === purposeKey && (fact.channel === null || fact.channel === channel),
  );
  if (relevant.length === 0) return { state: "none", since: null, until: null, stop: null };
  const { stop, expiredAt, yes } = collect(relevant, at);
  const until = nextChange(relevant, at);
  const covering = yes.filter(({ fact }) => fact.channel === channel || scope === "thisOrEveryChannel");
  const evidenced = covering.filter(
    ({ fact, place }) =>
      fact.evidenced && (stop === null || (place > stop.place && fact.method !== "import")),
  );
  const inForce = evidenced.filter(
    ({ fact, place }) => !lapsed(fact, at) && (expiredAt === null || place > expiredAt),
  );
  if (inForce.length > 0) return { state: "given", since: latest(inForce), until, stop: null };
  if (evidenced.length > 0) {
    return { state: "expired", since: latest(evidenced), until, stop: stop?.decision ?? null };
  }
  if (stop !== null) return { state: stop.decision, since: stop.place, until, stop: stop.decision };
  if (covering.length > 0) return { state: "unverified", since: latest(covering), until, stop: null };
  return { state: expiredAt === null ? "none" : "expired", since: expiredAt, until, stop: null };
}
