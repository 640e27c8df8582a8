import { appendEntry } from "@/lib/ledger/append";
import { queueMessage } from "@/lib/messaging/queue-message";
import { stillRestricts } from "@/lib/policy/restriction";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import { lockFacts } from "../consent/lock-facts";
import type { Ctx } from "../context";

export type RestrictionToLift = {
  readonly panel: PanelView;
  readonly memberId: string;
  /** Why, in words for the person. */
  readonly reason: string;
};

/**
 * Decides that a member's details are used again: the person is told by mail why and from when, and until some days after
 * they were told nothing changes (UK GDPR 18(3); law.md RR-10; `recordTelling`). Refuses where nothing restricts, or where
 * it was decided already.
 */
export async function liftRestriction(ctx: Ctx, input: RestrictionToLift): Promise<Result<null>> {
  const { panel, memberId, reason } = input;
  if (actingStaff(ctx, "restriction.decide", panel.id) === null) return refuse("form.notPermitted");
  const { own } = await lockFacts(ctx.tx, panel, memberId);
  const { organisationId } = panel;
  const { restricted, restrictedUntil } = own.member;
  if (!stillRestricts(restricted, restrictedUntil, ctx.at.getTime())) return refuse("restriction.none");
  const { count } = await ctx.tx.member.updateMany({
    where: { organisationId, id: memberId, restrictionLiftReason: null },
    data: { restrictionLiftReason: reason },
  });
  if (count === 0) return refuse("restriction.none");
  await queueMessage(ctx, {
    ...{ template: "restriction-lifting", kind: "rightsReply", purposeKey: "restriction" },
    ...{ organisationId, panelId: panel.id, memberId },
  });
  await appendEntry(ctx, organisationId, {
    eventType: "member.restrictionEnding",
    ...{ panelId: panel.id, subjectRef: own.subjectRef, effectiveAt: ctx.at },
    data: { place: "mail" },
  });
  return ok(null);
}
