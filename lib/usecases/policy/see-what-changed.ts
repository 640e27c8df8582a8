import { appendEntries } from "@/lib/ledger/append";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { lockActingMember, actingMember } from "../membership/acting-member";
import { recordTold } from "./record-told";

/**
 * The member was shown what changed, on their own page. Only the first time leaves a record; what was held for them may
 * begin.
 */
export async function seeWhatChanged(
  ctx: Ctx,
  { panel }: { readonly panel: PanelView },
): Promise<Result<null>> {
  const { memberId } = actingMember(ctx);
  const { subjectRef } = await lockActingMember(ctx);
  const { organisationId, id: panelId, privacyNoticeId, privacyNoticeNumber: number } = panel;
  const known = await ctx.tx.noticeShown.findFirst({
    where: { organisationId, memberId, privacyNoticeId },
    select: { id: true },
  });
  if (known !== null) return ok(null);
  const notice = { organisationId, panelId, privacyNoticeId, number };
  const { events } = await recordTold(ctx, notice, "whatChanged", [
    { memberId, subjectRef, shownAt: ctx.at },
  ]);
  await appendEntries(ctx, organisationId, events);
  return ok(null);
}
