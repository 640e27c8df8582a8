import { newId } from "@/lib/id";
import type { LedgerEvent } from "@/lib/ledger/event";
import type { Ctx } from "../context";

/** How a person came to know of a notice. */
export type ToldPlace = "mail" | "letter" | "whatChanged";

export type Told = {
  readonly memberId: string;
  readonly subjectRef: string;
  /** When it was handed over, posted or shown. */
  readonly shownAt: Date;
};

type Notice = {
  readonly organisationId: string;
  readonly panelId: string;
  readonly privacyNoticeId: string;
  readonly number: number;
};

export type ToldRecord = Told & { readonly noticeShownId: string };

/**
 * Records that these people were told of a notice, and makes their contact permission due: what was held for them may
 * begin. Returns the records and the lines for the ledger.
 */
export async function recordTold(
  ctx: Ctx,
  notice: Notice,
  place: ToldPlace,
  told: readonly Told[],
): Promise<{ readonly records: readonly ToldRecord[]; readonly events: readonly LedgerEvent[] }> {
  const { organisationId, panelId, privacyNoticeId } = notice;
  const edition = { privacyNoticeId, language: "en", format: "standard", place };
  const records = told.map((each) => ({ ...each, noticeShownId: newId(ctx.at) }));
  await ctx.tx.noticeShown.createMany({
    data: records.map(({ noticeShownId, memberId, shownAt }) => ({
      organisationId,
      id: noticeShownId,
      memberId,
      ...edition,
      shownAt,
      recordedAt: ctx.at,
    })),
  });
  const memberIds = records.map(({ memberId }) => memberId);
  await ctx.tx.$executeRaw`
    UPDATE contact_permission SET valid_until = ${ctx.at}
    WHERE organisation_id = ${organisationId}::uuid AND member_id = ANY(${memberIds}::uuid[])`;
  const events = records.map(({ noticeShownId, subjectRef, shownAt }): LedgerEvent => ({
    eventType: "notice.shown",
    panelId,
    subjectRef,
    effectiveAt: shownAt,
    data: { noticeShownId, ...edition, number: String(notice.number) },
  }));
  return { records, events };
}
