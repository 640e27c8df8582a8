import { newId } from "@/lib/id";
import type { LedgerEvent } from "@/lib/ledger/event";
import type { Art9Condition } from "@/lib/policy/document";
import { getPanelById } from "@/lib/queries/panel/get-panel";
import { ok, refuseFields, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { actingMember } from "../membership/acting-member";
import type { OwnInvitation } from "./own-invitation";

/** What would help the person take part; null when nothing was written. */
export type AdjustmentAnswer = { readonly need: string | null; readonly agreed: boolean };

/** The Article 9 condition under which this panel may hold what somebody needs (law.md SC-7). */
async function conditionOf(ctx: Ctx): Promise<Art9Condition> {
  const { organisationId, panelId } = actingMember(ctx);
  const panel = await getPanelById(organisationId, panelId, ctx.tx);
  const field = panel?.document.fields.find(({ category }) => category === "adjustments");
  return field?.art9Condition ?? "explicitConsent";
}

/**
 * Keeps, changes or removes what the person needs on the day, and says what to put in the ledger. Saying "no" removes it:
 * nobody needs it any more. Where explicit consent is the condition, the express "I agree" must be there (law.md SC-3).
 */
export async function settleAdjustment(
  ctx: Ctx,
  invitation: OwnInvitation,
  answer: "accepted" | "declined",
  { need, agreed }: AdjustmentAnswer,
  subjectRef: string,
): Promise<Result<readonly LedgerEvent[]>> {
  const { organisationId, memberId } = actingMember(ctx);
  const { activityId } = invitation;
  const where = { organisationId, activityId, memberId };
  if (need === null || answer === "declined") {
    await ctx.tx.adjustment.deleteMany({ where });
    return ok([]);
  }
  const art9Condition = await conditionOf(ctx);
  if (art9Condition === "explicitConsent" && !agreed) {
    return refuseFields({ agreed: [{ code: "adjustment.agree" }] });
  }
  const known = await ctx.tx.adjustment.findFirst({ where, select: { id: true, need: true } });
  if (known?.need === need) return ok([]);
  const id = known?.id ?? newId(ctx.at);
  await ctx.tx.adjustment.upsert({
    where: { organisationId_activityId_memberId: where },
    create: { ...where, id, need, art9Condition, createdAt: ctx.at },
    update: { need, art9Condition },
  });
  const recorded: LedgerEvent = {
    eventType: "adjustment.recorded",
    panelId: invitation.activity.panelId,
    subjectRef,
    purposeKey: invitation.activity.purposeKey,
    effectiveAt: ctx.at,
    data: { adjustmentId: id, activityId, art9Condition },
  };
  return ok([recorded]);
}
