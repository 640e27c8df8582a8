import { appendEntry } from "@/lib/ledger/append";
import { releaseFault } from "@/lib/policy/legal-hold";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { lockHold, type SeenHold } from "./locked-hold";

/**
 * Ends a hold whose end another person proposed: deletion goes on, and what is overdue goes with the next run (law.md
 * RT-2). The entry has the day it began and both people.
 */
export async function releaseHold(ctx: Ctx, input: SeenHold): Promise<Result<null>> {
  const { panel } = input;
  const { organisationId, id: panelId } = panel;
  const staffId = actingStaff(ctx, "legalHold.release", panelId);
  if (staffId === null) return refuse("form.notPermitted");
  const locked = await lockHold(ctx, input);
  if (!locked.ok) return locked;
  const { id: legalHoldId, placedAt, subjectRef, releaseProposedBy: proposedBy } = locked.value;
  const fault = releaseFault(staffId, proposedBy);
  if (fault !== null || proposedBy === null) return refuse(`legalHold.${fault ?? "notProposed"}`);
  await ctx.tx.legalHold.update({
    where: { organisationId_id: { organisationId, id: legalHoldId } },
    data: { releaseApprovedBy: staffId, releasedAt: ctx.at },
  });
  await appendEntry(ctx, organisationId, {
    eventType: "legalHold.released",
    ...{ panelId, subjectRef, effectiveAt: ctx.at },
    data: { legalHoldId, proposedBy, heldSince: placedAt.toISOString() },
  });
  return ok(null);
}
