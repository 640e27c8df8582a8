import type { ConsentFact } from "@/lib/policy/gate/types";
import type { CaptureMethod } from "@/lib/policy/vocabulary";
import { isEvidenced } from "@/lib/queries/member/stored-facts";
import type { Ctx } from "../context";
import type { Decision, DecisionsToRecord } from "./decisions";
import type { AddedSuppression, Settled } from "./settle-suppressions";

// Decisions as what the SQL function `store_decisions` takes: a list a row, a place a column.

/** The database's word for a method. */
function methodColumn(method: CaptureMethod): string {
  return method === "inPerson" ? "in_person" : method;
}

type Row = readonly (string | null)[];

/** The exact words once each, so that a decision can always show what the person saw: hash, text, first used at. */
export function wordingRows({ at }: Ctx, decisions: readonly Decision[]): readonly Row[] {
  const words = new Map(decisions.map(({ wordingHash, wording }) => [wordingHash, wording]));
  return [...words].map(([hash, text]) => [hash, text.normalize("NFC"), at.toISOString()]);
}

/** A record of each decision. */
export function decisionRows(
  { actor, at }: Ctx,
  { member, method, noticeShownId, panel }: DecisionsToRecord,
  decisions: readonly Decision[],
): readonly Row[] {
  const actorKind = actor.kind === "anonymous" ? "link" : actor.kind;
  const actorRef = actor.kind === "staff" ? actor.staffId : member.subjectRef;
  const recordedAt = at.toISOString();
  return decisions.map(({ id, purposeKey, channel, decision, wordingHash, effectiveAt, validUntil }): Row => [
    ...[id, member.id, purposeKey, channel, decision, methodColumn(method), actorKind, actorRef, wordingHash],
    ...[noticeShownId, panel.policyVersionId, effectiveAt.toISOString(), recordedAt],
    validUntil?.toISOString() ?? null,
  ]);
}

/** The same records as they will be read back. */
export function decidedConsents(
  input: DecisionsToRecord,
  decisions: readonly Decision[],
  at: Date,
): readonly ConsentFact[] {
  const { method } = input;
  const evidenced = isEvidenced(method, input.noticeShownId !== null);
  return decisions.map(({ purposeKey, channel, decision, effectiveAt, validUntil }) => ({
    purposeKey,
    channel,
    decision,
    method,
    effectiveAt: effectiveAt.getTime(),
    recordedAt: at.getTime(),
    validUntil: validUntil?.getTime() ?? null,
    evidenced,
  }));
}

/** A suppression as the columns of its table. */
export function suppressionRow(input: DecisionsToRecord, suppression: AddedSuppression) {
  return {
    organisation_id: input.panel.organisationId,
    id: suppression.id,
    address_hash: suppression.addressHash,
    address_hint: suppression.addressHint,
    purpose_key: suppression.purposeKey,
    channel: suppression.channel,
    source: input.method,
    subject_ref: suppression.subjectRef,
    recorded_at: new Date(suppression.recordedAt),
  };
}

/** Rows of suppression to add, and which to lift. */
export type SuppressionChanges = { readonly added: readonly object[]; readonly lifted: readonly object[] };

/** Suppressions to add and to lift, or null: most decisions bring none. */
export function suppressionChanges(
  { at }: Ctx,
  input: DecisionsToRecord,
  { added, lifted }: Settled,
): SuppressionChanges | null {
  if (added.length === 0 && lifted.length === 0) return null;
  return {
    added: added.map((suppression) => suppressionRow(input, suppression)),
    lifted: lifted.map(({ id, consentRecordId }) => ({ id, consent_record_id: consentRecordId, at })),
  };
}
