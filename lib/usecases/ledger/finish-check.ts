import { statement } from "@/lib/db/transaction";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import type { CheckDue } from "./begin-check";

const finish = {
  name: "finish-ledger-check",
  text: `UPDATE ledger_check SET finished_at = greatest(clock_timestamp(), started_at), good = $3
    WHERE organisation_id = $1 AND night = $2::date AND finished_at IS NULL RETURNING night`,
};

type Input = CheckDue & { readonly good: boolean };

/**
 * Ends a night's check, which asks nothing of the ledger.
 * @returns whether it is this caller's: false where another worker took it over and was quicker
 */
export async function finishCheck(
  ctx: Ctx,
  { organisationId, night, good }: Input,
): Promise<Result<boolean>> {
  const ended = await statement(ctx.tx, finish, [organisationId, night, good]);
  return ok(ended.length > 0);
}
