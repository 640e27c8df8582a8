import { appendEntry } from "@/lib/ledger/append";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { lockHold } from "./locked-hold";
import type { ReleaseToPropose } from "./propose-release";
import { takeStep } from "./take-step";

/** Takes the proposal back that a hold ends, with the reason: it goes on. */
export async function withdrawProposal(ctx: Ctx, input: ReleaseToPropose): Promise<Result<null>> {
  const { panel, reason } = input;
  const staffId = actingStaff(ctx, "legalHold.place", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const locked = await lockHold(ctx, input);
  if (!locked.ok) return locked;
  const { id: legalHoldId, subjectRef, releaseProposedBy } = locked.value;
  if (releaseProposedBy === null) return refuse("legalHold.notProposed");
  await takeStep(ctx, panel, legalHoldId, { kind: "releaseWithdrawn", reason, takenBy: staffId });
  await appendEntry(ctx, panel.organisationId, {
    eventType: "legalHold.releaseWithdrawn",
    ...{ panelId: panel.id, subjectRef, effectiveAt: ctx.at },
    data: { legalHoldId },
  });
  return ok(null);
}
