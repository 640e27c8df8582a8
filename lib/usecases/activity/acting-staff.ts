import { may, type Verb } from "@/lib/policy/permission";
import type { Ctx } from "@/lib/usecases/context";

/** The id of the member of staff who acts, when they may do this on the panel; otherwise null. */
export function actingStaff(ctx: Ctx, verb: Verb, panelId: string): string | null {
  return ctx.actor.kind === "staff" && may(ctx.actor, verb, panelId) ? ctx.actor.staffId : null;
}
