import { londonDate } from "@/lib/clock";
import type { CivilDate } from "@/lib/policy/vocabulary";
import { ok, refuseFields, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import type { LockedRequest } from "./locked-request";

/**
 * The day on which something happened to a request: not before it was received, not after today. Null: today.
 */
export function happenedOn(
  ctx: Ctx,
  { receivedOn }: Pick<LockedRequest, "receivedOn">,
  on: CivilDate | null,
): Result<CivilDate> {
  const today = londonDate(ctx.at);
  if (on === null) return ok(today);
  if (on > today) return refuseFields({ on: [{ code: "rightsRequest.on.future" }] });
  return on < receivedOn ? refuseFields({ on: [{ code: "rightsRequest.on.before" }] }) : ok(on);
}
