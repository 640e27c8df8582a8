// Which objection of a person stands, and whether anybody has decided about it (UK GDPR 18(1)(d), 21; law.md LB-5, LB-6).
import { choicesOf } from "./choice";
import { consentStanding } from "./consent-standing";
import type { MemberFacts } from "./contact-permission";
import type { Purpose } from "./document";
import { rightApplies } from "./rights";

export type OpenObjection = {
  /** When the person last objected (epoch ms). */
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

/** The person's objection to a purpose at an instant (epoch ms); null when none stands. */
export function openObjection(
  purpose: Purpose,
  facts: Pick<MemberFacts, "consents" | "objectionOutcomes">,
  at: number,
): OpenObjection | null {
  if (!standsAsObjected(purpose, facts, at)) return null;
  const said = facts.consents.filter(
    ({ decision, purposeKey }) => decision === "objected" && purposeKey === purpose.key,
  );
  const since = Math.max(...said.map(({ effectiveAt, recordedAt }) => Math.max(effectiveAt, recordedAt)));
  const marketing = purpose.messageKind === "directMarketing";
  if (marketing || rightApplies("object", purpose.lawfulBasis) !== "yes") {
    return { since, standing: "absolute" };
  }
  const outcomes = facts.objectionOutcomes?.filter(({ purposeKey }) => purposeKey === purpose.key) ?? [];
  const decided = outcomes
    .filter(({ decidedAt }) => decidedAt > since && decidedAt <= at)
    .toSorted((one, other) => other.decidedAt - one.decidedAt)[0];
  return { since, standing: decided?.outcome ?? "waits" };
}
