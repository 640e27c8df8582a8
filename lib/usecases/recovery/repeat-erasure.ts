import { statement } from "@/lib/db/transaction";
import type { JournaledErasure } from "@/lib/ledger/journal/erasures";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { erasePerson } from "../membership/erase-member";

export type ErasureToRepeat = { readonly organisationId: string; readonly erasure: JournaledErasure };

const find = {
  name: "repeat-erasure-member",
  text: "SELECT id::text FROM member WHERE organisation_id = $1 AND subject_ref = $2 FOR UPDATE",
};

const destroyKey = { name: "destroy-key", text: "SELECT keyring.destroy_key($1, $2)" };

/** Erases somebody again whom an older copy, or an older keyring by itself, brought back. */
export async function repeatErasure(
  ctx: Ctx,
  { organisationId, erasure }: ErasureToRepeat,
): Promise<Result<"erased" | "keyDestroyed">> {
  const { subject, panel, reasonCode } = erasure;
  const [member] = await statement<{ id: string }>(ctx.tx, find, [organisationId, subject]);
  if (member === undefined) {
    await statement(ctx.tx, destroyKey, [organisationId, subject]);
    return ok("keyDestroyed");
  }
  const again = { panel: { organisationId, id: panel }, memberId: member.id, reasonCode };
  await erasePerson(ctx, again, { organisationId, memberId: member.id, subjectRef: subject });
  return ok("erased");
}
