import { appendEntry } from "@/lib/ledger/append";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, type Result } from "@/lib/result";
import { projectPermission } from "../consent/project-permission";
import type { Ctx } from "../context";
import { actingMember, lockActingMember } from "./acting-member";

/** Ends a break early. Without a break it changes nothing. */
export async function resumeMembership(
  ctx: Ctx,
  { panel }: { readonly panel: PanelView },
): Promise<Result<{ readonly resumed: boolean }>> {
  const { organisationId, memberId, method } = actingMember(ctx);
  const { subjectRef } = await lockActingMember(ctx);
  const { count } = await ctx.tx.member.updateMany({
    where: { organisationId, id: memberId, pausedUntil: { not: null } },
    data: { pausedUntil: null },
  });
  if (count === 0) return ok({ resumed: false });
  await projectPermission(ctx.tx, panel, [memberId], ctx.at);
  await appendEntry(ctx, organisationId, {
    eventType: "member.resumed",
    panelId: panel.id,
    subjectRef,
    effectiveAt: ctx.at,
    data: { method },
  });
  return ok({ resumed: true });
}
