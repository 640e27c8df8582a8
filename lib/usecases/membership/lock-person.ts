import { statement } from "@/lib/db/transaction";
import { lockKey } from "@/lib/messaging/hand-over-lock";
import type { Suspension } from "@/lib/policy/legal-hold";
import type { Ctx } from "../context";
import { deletionSuspended } from "../legal-hold/deletion-suspended";

type Whose = { readonly organisationId: string; readonly panelId: string; readonly memberId: string };

/** Somebody about whom nothing changes until the transaction ends, and what suspends their deletion. */
export type LockedPerson = { readonly subjectRef: string; readonly keptBy: Suspension | null };

const passGate = {
  name: "erase-pass-gate",
  text: `SELECT FROM (SELECT $1::uuid AS member_id) m WHERE pg_advisory_xact_lock(${lockKey}) IS NOT NULL`,
};

const lockMember = {
  name: "erase-lock-member",
  text: `SELECT subject_ref::text AS "subjectRef" FROM member
    WHERE organisation_id = $1 AND panel_id = $2 AND id = $3 FOR UPDATE`,
};

/**
 * Locks a person who may be erased; null when there is none. No message is in a worker's hands meanwhile, and none begins:
 * the lock that orders a hand-over and a "no" is held to the end.
 */
export async function lockPerson(ctx: Ctx, whose: Whose): Promise<LockedPerson | null> {
  const { organisationId, panelId, memberId } = whose;
  await statement(ctx.tx, passGate, [memberId]);
  const values = [organisationId, panelId, memberId];
  const [member] = await statement<{ subjectRef: string }>(ctx.tx, lockMember, values);
  if (member === undefined) return null;
  return { ...member, keptBy: await deletionSuspended(ctx, whose) };
}
