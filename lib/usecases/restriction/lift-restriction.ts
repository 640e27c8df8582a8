import { appendEntry } from "@/lib/ledger/append";
import { queueMessage } from "@/lib/messaging/queue-message";
import { onceTold } from "@/lib/policy/gate/told-first";
import { isRestricted } from "@/lib/policy/restriction";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import { lockFacts } from "../consent/lock-facts";
import { projectPermission } from "../consent/project-permission";
import type { Ctx } from "../context";

export type RestrictionToLift = {
  readonly panel: PanelView;
  readonly memberId: string;
  /** Why, in words for the person. */
  readonly reason: string;
};

/**
 * Announces that a member's details are used again: the person is told by mail why and from when, and until then nothing
 * changes (UK GDPR 18(3); law.md RR-10). Refuses where nothing restricts, or where it was announced already.
 */
export async function liftRestriction(ctx: Ctx, input: RestrictionToLift): Promise<Result<null>> {
  const { panel, memberId, reason } = input;
  if (actingStaff(ctx, "restriction.decide", panel.id) === null) return refuse("form.notPermitted");
  const { own } = await lockFacts(ctx.tx, panel, memberId);
  const { organisationId } = panel;
  const where = { organisationId_id: { organisationId, id: memberId } };
  const stands = await ctx.tx.member.findUniqueOrThrow({
    where,
    select: { restrictedAt: true, restrictionLiftsAt: true },
  });
  if (!isRestricted(stands, ctx.at) || stands.restrictionLiftsAt !== null) return refuse("restriction.none");
  const liftsAt = new Date(onceTold(ctx.at.getTime()));
  await ctx.tx.member.update({
    where,
    data: { restrictionLiftsAt: liftsAt, restrictionLiftReason: reason },
  });
  await projectPermission(ctx.tx, panel, [memberId], ctx.at);
  await queueMessage(ctx, {
    ...{ template: "restriction-lifting", kind: "rightsReply", purposeKey: "restriction" },
    ...{ organisationId, panelId: panel.id, memberId },
  });
  await appendEntry(ctx, organisationId, {
    eventType: "member.restrictionLifted",
    ...{ panelId: panel.id, subjectRef: own.subjectRef, effectiveAt: ctx.at },
    data: { restrictedUntil: liftsAt.toISOString() },
  });
  return ok(null);
}
