import { appendEntry } from "@/lib/ledger/append";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { lockHold, type SeenHold } from "./locked-hold";
import { takeStep } from "./take-step";

export type ReleaseToPropose = SeenHold & { readonly reason: string };

/** Proposes that a hold ends, with the reason. It holds until another person agrees (`releaseHold`). */
export async function proposeRelease(ctx: Ctx, input: ReleaseToPropose): Promise<Result<null>> {
  const { panel, reason } = input;
  const staffId = actingStaff(ctx, "legalHold.place", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const locked = await lockHold(ctx, input);
  if (!locked.ok) return locked;
  const { id: legalHoldId, subjectRef, releaseProposedBy } = locked.value;
  if (releaseProposedBy !== null) return refuse("legalHold.proposed");
  await takeStep(ctx, panel, legalHoldId, { kind: "releaseProposed", reason, takenBy: staffId });
  await appendEntry(ctx, panel.organisationId, {
    eventType: "legalHold.releaseProposed",
    ...{ panelId: panel.id, subjectRef, effectiveAt: ctx.at },
    data: { legalHoldId },
  });
  return ok(null);
}
