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

/** The exact words once each, so that a decision can always show what the person saw: hash and text. */
export function wordingRows(decisions: readonly Decision[]): readonly (readonly [string, string])[] {
  const words = new Map(decisions.map(({ wordingHash, wording }) => [wordingHash, wording]));
  return [...words].map(([hash, text]) => [hash, text.normalize("NFC")]);
}

/** What the records of one act have in common. */
export function commonColumns(
  { actor }: Ctx,
  input: DecisionsToRecord,
  at: Date,
): readonly (string | null)[] {
  return [
    input.member.id,
    methodColumn(input.method),
    actor.kind === "anonymous" ? "link" : actor.kind,
    actor.kind === "staff" ? actor.staffId : input.member.subjectRef,
    input.noticeShownId,
    input.panel.policyVersionId,
    (input.effectiveAt ?? at).toISOString(),
  ];
}

/** What each record says of its own. */
export function decisionRows(decisions: readonly Decision[]): readonly (readonly (string | null)[])[] {
  return decisions.map(({ id, purposeKey, channel, decision, validUntil, wordingHash }) => {
    return [id, purposeKey, channel, decision, validUntil?.toISOString() ?? null, wordingHash];
  });
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

/** Suppressions to add and to lift, or null: most decisions bring none. */
export function suppressionChanges(input: DecisionsToRecord, { added, lifted }: Settled): string | null {
  if (added.length === 0 && lifted.length === 0) return null;
  return JSON.stringify({
    added: added.map((suppression) => suppressionRow(input, suppression)),
    lifted: lifted.map(({ id, consentRecordId }) => ({ id, consent_record_id: consentRecordId })),
  });
}
