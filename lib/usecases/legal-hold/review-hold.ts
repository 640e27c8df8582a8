import { appendEntry } from "@/lib/ledger/append";
import { ok, refuse, refuseFields, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { lockHold, type SeenHold } from "./locked-hold";
import { lookedAfterFaults, type LookedAfter } from "./look-after";
import { takeStep } from "./take-step";

export type HoldToReview = SeenHold & LookedAfter & { readonly reason: string };

/** Records that somebody looked whether a hold is still needed, and it is: until when, and who looks after it from now on. */
export async function reviewHold(ctx: Ctx, input: HoldToReview): Promise<Result<null>> {
  const { panel, ownerId, reviewOn, reason } = input;
  const staffId = actingStaff(ctx, "legalHold.place", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const faults = await lookedAfterFaults(ctx, panel, input);
  if (Object.keys(faults).length > 0) return refuseFields(faults);
  const locked = await lockHold(ctx, input);
  if (!locked.ok) return locked;
  const { id: legalHoldId, subjectRef } = locked.value;
  const step = { kind: "reviewed", reason, takenBy: staffId } as const;
  await takeStep(ctx, panel, legalHoldId, step, { ownerId, reviewOn });
  await appendEntry(ctx, panel.organisationId, {
    eventType: "legalHold.reviewed",
    ...{ panelId: panel.id, subjectRef, effectiveAt: ctx.at },
    data: { legalHoldId, ownerId, reviewOn },
  });
  return ok(null);
}
