import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { openStaffSession, type Opening } from "./open-session";

/** Signs in staff whom somebody else vouched for: the organisation's provider. Refuses staff who have left. */
export async function startStaffSession(
  ctx: Ctx,
  input: Opening & { readonly staffId: string },
): Promise<Result<null>> {
  const staff = await ctx.tx.staff.findUnique({
    where: { id: input.staffId },
    select: { id: true, organisationId: true, endedAt: true },
  });
  if (staff === null || staff.endedAt !== null) return refuse("signIn.notStaff");
  await openStaffSession(ctx, staff, input);
  return ok(null);
}
