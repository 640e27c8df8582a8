import { dateColumn } from "@/lib/clock";
import { statement } from "@/lib/db/transaction";
import { newId } from "@/lib/id";
import { appendEntry } from "@/lib/ledger/append";
import type { LegalHoldGround } from "@/lib/policy/legal-hold";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, refuseFields, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { lookedAfterFaults, type LookedAfter } from "./look-after";

export type HoldToPlace = LookedAfter & {
  readonly panel: PanelView;
  /** Whose details are kept; null for everyone's of the panel. */
  readonly memberId: string | null;
  readonly ground: LegalHoldGround;
  readonly reason: string;
};

// An erasure reads what keeps somebody while it holds this row (deletion-suspended.ts): either it comes first, or it waits
// and is refused. It also orders two presses of the same button.
const lockPanel = {
  name: "place-hold-lock-panel",
  text: "SELECT FROM panel WHERE organisation_id = $1 AND id = $2 FOR NO KEY UPDATE",
};

/** Whether the same hold stands already: a second press, or a second tab. */
async function stands(ctx: Ctx, { panel, memberId, ground, reason }: HoldToPlace): Promise<boolean> {
  const { organisationId, id: panelId } = panel;
  const same = { organisationId, panelId, memberId, ground, reason, releasedAt: null };
  return (await ctx.tx.legalHold.count({ where: same })) > 0;
}

/**
 * Keeps a member's details, or everyone's of the panel, past the day on which they would be deleted (UK GDPR 17(3)(e);
 * law.md RT-2). Nothing else changes: what is kept may not be used because of it. Leads to the hold.
 */
export async function placeHold(ctx: Ctx, input: HoldToPlace): Promise<Result<{ readonly id: string }>> {
  const { panel, memberId, ground, reason, ownerId, reviewOn } = input;
  const { organisationId, id: panelId } = panel;
  const staffId = actingStaff(ctx, "legalHold.place", panelId);
  if (staffId === null) return refuse("form.notPermitted");
  const faults = await lookedAfterFaults(ctx, panel, input);
  if (Object.keys(faults).length > 0) return refuseFields(faults);
  await statement(ctx.tx, lockPanel, [organisationId, panelId]);
  const where = { organisationId, panelId, id: memberId ?? "" };
  const member =
    memberId === null ? null : await ctx.tx.member.findFirst({ where, select: { subjectRef: true } });
  if (memberId !== null && member === null) return refuse("legalHold.memberGone");
  if (await stands(ctx, input)) return refuse("legalHold.placed");
  const id = newId(ctx.at);
  const placed = { placedBy: staffId, placedAt: ctx.at, reviewOn: dateColumn(reviewOn) };
  await ctx.tx.legalHold.create({
    data: { organisationId, id, panelId, memberId, ground, reason, ownerId, ...placed },
  });
  await appendEntry(ctx, organisationId, {
    eventType: "legalHold.placed",
    ...{ panelId, subjectRef: member?.subjectRef ?? null, effectiveAt: ctx.at },
    data: { legalHoldId: id, ground, ownerId, reviewOn },
  });
  return ok({ id });
}
