// The decisions of a person in a scenario, as the gate reads them: with evidence unless it is said that there is none
// (UK GDPR 7(1); law.md CN-2, CN-4, CN-6).
import { consentValidUntil } from "../consent";
import type { PolicyDocument } from "../document";
import type { ConsentFact, ObjectionOutcome, SuppressionFact } from "../gate/types";
import type { ConsentDecision } from "../vocabulary";
import { instantOf } from "./moment";
import type { ScenarioEvent } from "./types";

/** An event with the instant it happened and the one it was written down. */
export type Dated = { readonly event: ScenarioEvent; readonly at: number; readonly recordedAt: number };

function said(event: ScenarioEvent): readonly [ConsentDecision, string] | null {
  if (event.gave !== undefined) return ["given", event.gave];
  if (event.refused !== undefined) return ["refused", event.refused];
  if (event.withdrew !== undefined) return ["withdrawn", event.withdrew];
  if (event.objected !== undefined) return ["objected", event.objected];
  return event.expired === undefined ? null : ["expired", event.expired];
}

/** Every yes and no, in the order written. */
export function consentFacts(document: PolicyDocument, dated: readonly Dated[]): readonly ConsentFact[] {
  return dated.flatMap(({ event, at, recordedAt }) => {
    const what = said(event);
    if (what === null) return [];
    const [decision, purposeKey] = what;
    return [
      {
        purposeKey,
        channel: event.channel ?? null,
        decision,
        method: event.how ?? "web",
        effectiveAt: at,
        recordedAt,
        validUntil: decision === "given" ? consentValidUntil(document, at) : null,
        evidenced: event.evidence ?? true,
        ...(event.controller === undefined ? {} : { controllerKey: event.controller }),
      },
    ];
  });
}

/** What the data protection officer decided about objections. */
export function objectionOutcomes(dated: readonly Dated[]): readonly ObjectionOutcome[] {
  return dated.flatMap(({ event, at }) => {
    if (event.objectionDecided === undefined) return [];
    const toldAt = event.told === undefined ? null : instantOf(event.told);
    return [
      {
        purposeKey: event.objectionDecided,
        decidedAt: at,
        outcome: event.outcome ?? "accepted",
        reasons: event.reasons ?? "",
        ...(toldAt === null ? {} : { toldAt }),
      },
    ];
  });
}

/** Suppressions of an address or of the person. */
export function suppressions(dated: readonly Dated[], of: "address" | "person"): readonly SuppressionFact[] {
  return dated
    .filter(({ event }) => event.suppressed === of)
    .map(({ event, at }) => ({
      purposeKey: event.purpose ?? null,
      channel: event.channel ?? null,
      messageKind: event.kind ?? null,
      recordedAt: at,
    }));
}

/** Events that had happened, or were on record, by an instant; those of one day in the order written. */
export function datedUntil(events: readonly ScenarioEvent[], until: number): readonly Dated[] {
  return events
    .map((event, place) => {
      const at = (instantOf(event.on) ?? 0) + (event.on.includes("T") ? 0 : place * 1_000);
      const recordedAt = event.recordedOn === undefined ? at : (instantOf(event.recordedOn) ?? at);
      return { event, at, recordedAt };
    })
    .filter(({ at, recordedAt }) => Math.min(at, recordedAt) <= until);
}
