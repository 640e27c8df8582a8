import { londonDate } from "@/lib/clock";
import { reviewDayFault } from "@/lib/policy/legal-hold";
import { permissions } from "@/lib/policy/permission";
import type { CivilDate } from "@/lib/policy/vocabulary";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Fault } from "@/lib/result";
import type { Ctx } from "../context";

/** Who looks after a hold, and by which day (civil, Europe/London) they look again. */
export type LookedAfter = { readonly ownerId: string; readonly reviewOn: CivilDate };

/** What is wrong with who looks after a hold and until when, by field; empty when nothing is. */
export async function lookedAfterFaults(
  ctx: Ctx,
  { organisationId, id: panelId }: PanelView,
  { ownerId, reviewOn }: LookedAfter,
): Promise<Readonly<Record<string, readonly Fault[]>>> {
  const mayOwn = await ctx.tx.roleGrant.count({
    where: {
      ...{ organisationId, panelId, staffId: ownerId, revokedAt: null, staff: { endedAt: null } },
      role: { in: [...permissions["legalHold.release"]] },
    },
  });
  const day = reviewDayFault(reviewOn, londonDate(ctx.at));
  return {
    ...(mayOwn === 0 ? { ownerId: [{ code: "legalHold.ownerId.missing" }] } : {}),
    ...(day === null ? {} : { reviewOn: [{ code: `legalHold.reviewOn.${day}` }] }),
  };
}
