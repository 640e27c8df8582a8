import { dateColumn } from "@/lib/clock";
import type { LegalHoldStepKind } from "@/lib/db/generated/client";
import { newId } from "@/lib/id";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";
import type { LookedAfter } from "./look-after";

type Step = { readonly kind: LegalHoldStepKind; readonly reason: string; readonly takenBy: string };

const nothingProposed = { releaseProposedBy: null, releaseProposedAt: null, releaseReason: null };

/** What a step leaves on the hold itself. */
function changeBy(ctx: Ctx, { kind, reason, takenBy }: Step, lookedAfter: LookedAfter | null) {
  if (kind === "releaseProposed")
    return { releaseProposedBy: takenBy, releaseProposedAt: ctx.at, releaseReason: reason };
  if (kind === "releaseWithdrawn") return nothingProposed;
  return lookedAfter === null ? {} : columnsOf(lookedAfter);
}

function columnsOf({ ownerId, reviewOn }: LookedAfter) {
  return { ownerId, reviewOn: dateColumn(reviewOn) };
}

/** Takes a step with a hold that is locked, and keeps it with its reason. `lookedAfter`: of a review, from now on. */
export async function takeStep(
  ctx: Ctx,
  { organisationId }: PanelView,
  legalHoldId: string,
  step: Step,
  lookedAfter: LookedAfter | null = null,
): Promise<void> {
  await ctx.tx.legalHold.update({
    where: { organisationId_id: { organisationId, id: legalHoldId } },
    data: changeBy(ctx, step, lookedAfter),
  });
  const kept = lookedAfter === null ? {} : columnsOf(lookedAfter);
  await ctx.tx.legalHoldStep.create({
    data: { organisationId, id: newId(ctx.at), legalHoldId, ...step, takenAt: ctx.at, ...kept },
  });
}
