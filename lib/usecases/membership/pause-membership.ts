import { dateColumn } from "@/lib/clock";
import { appendEntry } from "@/lib/ledger/append";
import type { CivilDate } from "@/lib/policy/vocabulary";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { projectPermission } from "../consent/project-permission";
import type { Ctx } from "../context";
import { actingMember, lockActingMember } from "./acting-member";

/**
 * A break: nothing is asked of the member through the last day (civil, Europe/London). What they agreed to stays as it is
 * and counts again afterwards.
 */
export async function pauseMembership(
  ctx: Ctx,
  { panel, until }: { readonly panel: PanelView; readonly until: CivilDate },
): Promise<Result<{ readonly toDrain: readonly string[] }>> {
  const { organisationId, memberId, method } = actingMember(ctx);
  const { subjectRef, state } = await lockActingMember(ctx);
  if (state !== "member") return refuse("membership.over");
  const where = { organisationId_id: { organisationId, id: memberId } };
  const member = await ctx.tx.member.findUniqueOrThrow({ where, select: { pausedUntil: true } });
  if (member.pausedUntil?.getTime() === dateColumn(until).getTime()) return ok({ toDrain: [memberId] });
  await ctx.tx.member.update({ where, data: { pausedUntil: dateColumn(until) } });
  await projectPermission(ctx.tx, panel, [memberId], ctx.at);
  await appendEntry(ctx, organisationId, {
    eventType: "member.paused",
    panelId: panel.id,
    subjectRef,
    effectiveAt: ctx.at,
    data: { until, method },
  });
  return ok({ toDrain: [memberId] });
}
