import { newId } from "@/lib/id";
import type { LedgerEvent } from "@/lib/ledger/event";
import { purposeOf } from "@/lib/policy/purpose";
import type { Weighed } from "@/lib/policy/stated-decision";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { StagedDecision } from "@/lib/schemas/staged-decisions";
import type { Ctx } from "../context";
import { decisionEvent, type Decision, type DecisionsToRecord } from "../consent/decisions";
import { wordingHash } from "../consent/wording-hash";

/** A decision of the list, what it does, and what is stored for it. */
export type Imported = {
  readonly weighed: Weighed<StagedDecision>;
  readonly record: Decision;
  readonly input: DecisionsToRecord;
};

/** What stands in the place of words that nobody kept. */
const noWords = "–";

/** The record of one weighed line, as a decision of the person it is about. */
export function importedOf(
  ctx: Ctx,
  panel: PanelView,
  member: { readonly id: string; readonly subjectRef: string },
  weighed: Weighed<StagedDecision>,
): Imported {
  const { line, fact } = weighed;
  const { purposeKey, channel, decision } = line;
  const wording = line.wording === "" ? noWords : line.wording;
  const noticeShownId = line.decision === "given" && line.noticeId !== null ? newId(ctx.at) : null;
  const record: Decision = {
    ...{ purposeKey, channel, decision, wording },
    id: newId(ctx.at),
    effectiveAt: new Date(fact.effectiveAt),
    validUntil: fact.validUntil === null ? null : new Date(fact.validUntil),
    lawfulBasis: purposeOf(panel.document, purposeKey)?.lawfulBasis ?? "",
    wordingHash: wordingHash(wording),
  };
  return { weighed, record, input: { panel, member, choices: [], method: "import", noticeShownId } };
}

/** The notice a proven yes rests on, as shown when it was given. */
export function shownRow({ at }: Ctx, { weighed, record, input }: Imported) {
  return {
    organisation_id: input.panel.organisationId,
    id: input.noticeShownId,
    member_id: input.member.id,
    privacy_notice_id: weighed.line.noticeId,
    ...{ language: "en", format: "standard", place: "import" },
    shown_at: record.effectiveAt,
    recorded_at: at,
  };
}

/** The record itself. */
export function recordRow({ at }: Ctx, staffId: string, { record, input }: Imported) {
  const { panel, member, noticeShownId } = input;
  return {
    organisation_id: panel.organisationId,
    id: record.id,
    member_id: member.id,
    purpose_key: record.purposeKey,
    channel: record.channel,
    decision: record.decision,
    ...{ method: "import", actor_kind: "staff", actor_ref: staffId },
    wording_hash: record.wordingHash,
    notice_shown_id: noticeShownId,
    policy_version_id: panel.policyVersionId,
    effective_at: record.effectiveAt,
    recorded_at: at,
    valid_until: record.validUntil,
  };
}

/** What proves the decision, beside the record of it. */
export function evidenceRow(listUploadId: string, { weighed, record, input }: Imported) {
  const { method, script, recordedBy, evidence } = weighed.line;
  const orNull = (text: string) => (text === "" ? null : text);
  return {
    organisation_id: input.panel.organisationId,
    consent_record_id: record.id,
    list_upload_id: listUploadId,
    stated_method: method === "inPerson" ? "in_person" : method,
    script_version: orNull(script),
    recorded_by: orNull(recordedBy),
    evidence: orNull(evidence),
  };
}

/** What the ledger says: which notice was shown, and the decision with the list it came in. */
export function eventsOf(listUploadId: string, { weighed, record, input }: Imported): readonly LedgerEvent[] {
  const { script, noticeId } = weighed.line;
  const event = decisionEvent(input, record);
  const more = { listUploadId, ...(script === "" ? {} : { scriptVersion: script }) };
  const decision = { ...event, data: { ...event.data, ...more, ...proven(noticeId) } } as LedgerEvent;
  if (input.noticeShownId === null || noticeId === null) return [decision];
  const shown: LedgerEvent = {
    eventType: "notice.shown",
    panelId: input.panel.id,
    subjectRef: input.member.subjectRef,
    effectiveAt: record.effectiveAt,
    data: {
      noticeShownId: input.noticeShownId,
      privacyNoticeId: noticeId,
      ...{ language: "en", format: "standard", place: "import" },
    },
  };
  return [shown, decision];
}

function proven(privacyNoticeId: string | null) {
  return privacyNoticeId === null ? {} : { privacyNoticeId };
}
