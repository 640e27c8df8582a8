import { londonDate } from "@/lib/clock";
import { newId } from "@/lib/id";
import { appendEntries } from "@/lib/ledger/append";
import type { LedgerEvent } from "@/lib/ledger/event";
import { addPeriod, endOfDay } from "@/lib/policy/civil";
import type { CaptureMethod, Channel, ConsentDecision } from "@/lib/policy/vocabulary";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";
import { keepWordings, wordingHash } from "./keep-wordings";
import { lockSharing } from "./lock-sharing";
import { projectPermission } from "./project-permission";
import { settleSuppressions } from "./settle-suppressions";

/** One decision about one purpose and channel (null: every channel), with the exact words the person saw. */
export type Choice = {
  readonly purposeKey: string;
  readonly channel: Channel | null;
  readonly decision: ConsentDecision;
  readonly wording: string;
};

export type DecisionsToRecord = {
  readonly panel: PanelView;
  readonly member: { readonly id: string; readonly subjectRef: string };
  readonly choices: readonly Choice[];
  readonly method: CaptureMethod;
  /** The notice the person was shown with these words, if one was. */
  readonly noticeShownId: string | null;
  /** When the person decided; now unless the decision came on paper or before confirming. */
  readonly effectiveAt?: Date;
  /**
   * The address the "no" came from, when it came by a link in a message: it is suppressed for everyone who shares it
   * (law.md PE-13). Otherwise only a marketing "no" reaches the address.
   */
  readonly fromContactPointId?: string;
  /** Further events of the same act; they stand before the decisions in the ledger. */
  readonly events?: readonly LedgerEvent[];
};

type Recorded = Choice & {
  readonly id: string;
  readonly validUntil: Date | null;
  readonly lawfulBasis: string;
};

/** The first instant at which a consent given now no longer counts (law.md CN-4). */
function consentEnd(panel: PanelView, from: Date): Date | null {
  const lastDay = addPeriod(londonDate(from), panel.document.consentLife);
  const end = lastDay === null ? null : endOfDay(lastDay);
  return end === null ? null : new Date(end);
}

function decisionEvent(input: DecisionsToRecord, recorded: Recorded, effectiveAt: Date): LedgerEvent {
  const { validUntil } = recorded;
  return {
    eventType: `consent.${recorded.decision}`,
    panelId: input.panel.id,
    subjectRef: input.member.subjectRef,
    purposeKey: recorded.purposeKey,
    ...(recorded.channel === null ? {} : { channel: recorded.channel }),
    effectiveAt,
    data: {
      consentRecordId: recorded.id,
      wordingHash: wordingHash(recorded.wording),
      policyVersionId: input.panel.policyVersionId,
      lawfulBasis: recorded.lawfulBasis,
      method: input.method,
      ...(input.noticeShownId === null
        ? {}
        : { noticeShownId: input.noticeShownId, privacyNoticeId: input.panel.privacyNoticeId }),
      ...(validUntil === null ? {} : { validUntil: validUntil.toISOString() }),
    },
  };
}

async function keepRecords(
  ctx: Ctx,
  input: DecisionsToRecord,
  records: readonly Recorded[],
  effectiveAt: Date,
) {
  await ctx.tx.consentRecord.createMany({
    data: records.map((record) => ({
      organisationId: input.panel.organisationId,
      id: record.id,
      memberId: input.member.id,
      purposeKey: record.purposeKey,
      channel: record.channel,
      decision: record.decision,
      method: input.method,
      actorKind: ctx.actor.kind === "anonymous" ? ("link" as const) : ctx.actor.kind,
      actorRef: ctx.actor.kind === "staff" ? ctx.actor.staffId : input.member.subjectRef,
      wordingHash: wordingHash(record.wording),
      noticeShownId: input.noticeShownId,
      policyVersionId: input.panel.policyVersionId,
      effectiveAt,
      recordedAt: ctx.at,
      validUntil: record.validUntil,
    })),
  });
}

/**
 * Records a person's decisions and everything that follows from them, in the caller's transaction: the words, the
 * consent records, suppressions added or lifted, the member's contact permission, and last the ledger. Either all of
 * it is kept or none. It waits for no message in flight: after the commit of a "no", call `drainHandOver`.
 * @returns the members whose contact permission may have changed: the person, and who shares an address with them.
 */
export async function recordDecisions(ctx: Ctx, input: DecisionsToRecord): Promise<readonly string[]> {
  const { panel, member } = input;
  const effectiveAt = input.effectiveAt ?? ctx.at;
  const affected = await lockSharing(ctx.tx, panel, member.id);
  const records = input.choices.map((choice): Recorded => {
    const purpose = panel.document.purposes.find(({ key }) => key === choice.purposeKey);
    if (purpose === undefined) throw new Error(`Unknown purpose ${choice.purposeKey}`);
    const validUntil = choice.decision === "given" ? consentEnd(panel, effectiveAt) : null;
    return { ...choice, id: newId(ctx.at), validUntil, lawfulBasis: purpose.lawfulBasis };
  });
  await keepWordings(
    ctx,
    panel.organisationId,
    input.choices.map(({ wording }) => wording),
  );
  await keepRecords(ctx, input, records, effectiveAt);
  const suppressionEvents = await settleSuppressions(ctx, input, records);
  await projectPermission(ctx.tx, panel, affected, ctx.at);
  await appendEntries(ctx, panel.organisationId, [
    ...(input.events ?? []),
    ...records.map((record) => decisionEvent(input, record, effectiveAt)),
    ...suppressionEvents,
  ]);
  return affected;
}
