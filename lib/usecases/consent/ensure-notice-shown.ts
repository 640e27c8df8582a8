import { newId } from "@/lib/id";
import type { LedgerEvent } from "@/lib/ledger/event";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";

type Shown = { readonly id: string; readonly events: readonly LedgerEvent[] };

/** The newest record that the person was shown the notice in force, or null. */
async function newestShown(ctx: Ctx, { organisationId, privacyNoticeId }: PanelView, memberId: string) {
  const known = await ctx.tx.noticeShown.findFirst({
    where: { organisationId, memberId, privacyNoticeId },
    orderBy: { shownAt: "desc" },
    select: { id: true },
  });
  return known?.id ?? null;
}

/**
 * The record that the person was shown the notice in force: the one there is, or a new one for the page they decide on
 * now, which shows what the notice says about each purpose and links to all of it (UK GDPR 13; law.md TR-3). `known`: the
 * record that was read with the member's facts, or null when there was none; absent, it is looked for.
 */
export async function ensureNoticeShown(
  ctx: Ctx,
  panel: PanelView,
  member: { readonly id: string; readonly subjectRef: string },
  place: string,
  known?: string | null,
): Promise<Shown> {
  const { organisationId, privacyNoticeId } = panel;
  const newest = known === undefined ? await newestShown(ctx, panel, member.id) : known;
  if (newest !== null) return { id: newest, events: [] };
  const id = newId(ctx.at);
  const shown = { privacyNoticeId, language: "en", format: "standard", place };
  await ctx.tx.noticeShown.create({
    data: { organisationId, id, memberId: member.id, ...shown, shownAt: ctx.at, recordedAt: ctx.at },
  });
  const event: LedgerEvent = {
    eventType: "notice.shown",
    panelId: panel.id,
    subjectRef: member.subjectRef,
    effectiveAt: ctx.at,
    data: { noticeShownId: id, ...shown, number: String(panel.privacyNoticeNumber) },
  };
  return { id, events: [event] };
}
