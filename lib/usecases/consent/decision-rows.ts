import type { CaptureMethod } from "@/lib/policy/vocabulary";
import type { StoredConsent } from "@/lib/queries/member/load-member-facts";
import type { Ctx } from "../context";
import type { Decision, DecisionsToRecord } from "./decisions";
import type { AddedSuppression } from "./settle-suppressions";

// Decisions as the rows they become: keys are columns.

/** The database's word for a method. */
function methodColumn(method: CaptureMethod): string {
  return method === "inPerson" ? "in_person" : method;
}

/** Rows of `wording`: the exact words once each, so that a decision can always show what the person saw. */
export function wordingRows(organisationId: string, decisions: readonly Decision[], at: Date) {
  const words = new Map(decisions.map(({ wordingHash, wording }) => [wordingHash, wording]));
  return [...words].map(([hash, text]) => ({
    organisation_id: organisationId,
    hash,
    text: text.normalize("NFC"),
    language: "en",
    format: "standard",
    first_used_at: at,
  }));
}

/** Rows of `consent_record`. */
export function consentRows(
  { actor, at }: Ctx,
  input: DecisionsToRecord,
  decisions: readonly Decision[],
): readonly Record<string, unknown>[] {
  return decisions.map((decision) => ({
    organisation_id: input.panel.organisationId,
    id: decision.id,
    member_id: input.member.id,
    purpose_key: decision.purposeKey,
    channel: decision.channel,
    decision: decision.decision,
    method: methodColumn(input.method),
    actor_kind: actor.kind === "anonymous" ? "link" : actor.kind,
    actor_ref: actor.kind === "staff" ? actor.staffId : input.member.subjectRef,
    wording_hash: decision.wordingHash,
    notice_shown_id: input.noticeShownId,
    policy_version_id: input.panel.policyVersionId,
    effective_at: decision.effectiveAt,
    recorded_at: at,
    valid_until: decision.validUntil,
  }));
}

/** The same records as they will be read back. */
export function storedConsents(
  input: DecisionsToRecord,
  decisions: readonly Decision[],
  at: Date,
): readonly StoredConsent[] {
  return decisions.map(({ purposeKey, channel, decision, effectiveAt, validUntil }) => ({
    purposeKey,
    channel,
    decision,
    method: methodColumn(input.method),
    effectiveAt: effectiveAt.toISOString(),
    recordedAt: at.toISOString(),
    validUntil: validUntil?.toISOString() ?? null,
    shown: input.noticeShownId !== null,
  }));
}

/** Rows of `suppression`. */
export function suppressionRows(input: DecisionsToRecord, added: readonly AddedSuppression[]) {
  return added.map((suppression) => ({
    organisation_id: input.panel.organisationId,
    id: suppression.id,
    address_hash: suppression.addressHash,
    address_hint: suppression.addressHint,
    purpose_key: suppression.purposeKey,
    channel: suppression.channel,
    source: input.method,
    subject_ref: suppression.subjectRef,
    recorded_at: suppression.recordedAt,
  }));
}
