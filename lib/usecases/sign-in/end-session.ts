import { hashToken } from "@/lib/auth/secrets";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";

/** Ends the session of this token. Ending one that has ended already is fine. */
export async function endSession(ctx: Ctx, input: { readonly token: string }): Promise<Result<null>> {
  await ctx.tx.signInSession.deleteMany({ where: { tokenHash: hashToken(input.token) } });
  return ok(null);
}
