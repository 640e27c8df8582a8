// Which objection of a person stands, and whether anybody has decided about it (UK GDPR 18(1)(d), 21; law.md LB-5, LB-6).
import { choicesOf } from "./choice";
import { consentStanding } from "./consent-standing";
import type { MemberFacts } from "./contact-permission";
import type { Purpose } from "./document";
import { answers, objectionsTo } from "./gate/objection-outcome";
import type { ObjectionOutcome } from "./gate/types";
import { objectionStatus } from "./objection";
import type { CivilDate } from "./vocabulary";

export type OpenObjection = {
  /**
   * When it was received (epoch ms). Of several that wait it is the first, however late it was typed in: from then the time
   * to answer runs (UK GDPR 12(3), 12A; law.md RR-3).
   */
  readonly since: number;
  /** `absolute`: to promotion, or where nothing can override it; nobody decides about it. */
  readonly standing: "waits" | "accepted" | "overridden" | "absolute";
};

function standsAsObjected(
  purpose: Purpose,
  { consents }: Pick<MemberFacts, "consents">,
  at: number,
): boolean {
  return choicesOf(purpose).some(
    (channel) =>
      consentStanding(consents, purpose.key, channel ?? "post", at, "thisOrEveryChannel").stop === "objected",
  );
}

function lastOutcome(
  outcomes: readonly ObjectionOutcome[],
  purposeKey: string,
  at: number,
): ObjectionOutcome | null {
  const decided = outcomes.filter((one) => one.purposeKey === purposeKey && one.decidedAt <= at);
  return decided.toSorted((one, other) => other.decidedAt - one.decidedAt)[0] ?? null;
}

/** The person's objection to a purpose at an instant (epoch ms); null when none stands. */
export function openObjection(
  purpose: Purpose,
  { consents, objectionOutcomes = [] }: Pick<MemberFacts, "consents" | "objectionOutcomes">,
  at: number,
): OpenObjection | null {
  if (!standsAsObjected(purpose, { consents }, at)) return null;
  const yes = consents.filter(({ decision }) => decision === "given");
  // One that a later yes has lifted waits for nothing.
  const said = objectionsTo(consents, purpose.key).filter((fact) =>
    standsAsObjected(purpose, { consents: [fact, ...yes] }, at),
  );
  const newest = Math.max(...said.map(({ effectiveAt }) => effectiveAt));
  const { status } = objectionStatus(purpose.lawfulBasis, purpose.messageKind, newest);
  if (status !== "restrictedPending") return { since: newest, standing: "absolute" };
  const decided = lastOutcome(objectionOutcomes, purpose.key, at);
  const waiting = decided === null ? said : said.filter((fact) => !answers(decided.decidedAt, fact));
  if (decided !== null && waiting.length === 0) return { since: newest, standing: decided.outcome };
  return { since: Math.min(...waiting.map(({ effectiveAt }) => effectiveAt)), standing: "waits" };
}

export type StandingObjection = OpenObjection & {
  readonly purpose: Purpose;
  /** The last day for the answer, civil in Europe/London; null where none is owed. */
  readonly decideBy: CivilDate | null;
};

/** Every objection of a person that stands at an instant (epoch ms), in the order of the purposes. */
export function standingObjections(
  purposes: readonly Purpose[],
  facts: Pick<MemberFacts, "consents" | "objectionOutcomes">,
  at: number,
): readonly StandingObjection[] {
  return purposes.flatMap((purpose): StandingObjection[] => {
    const open = openObjection(purpose, facts, at);
    if (open === null) return [];
    const status = objectionStatus(purpose.lawfulBasis, purpose.messageKind, open.since);
    return [{ ...open, purpose, decideBy: status.status === "restrictedPending" ? status.decideBy : null }];
  });
}
