import type { Tx } from "@/lib/db/transaction";
import { emptyChain } from "./hashing";

/** The locked end of a chain, and what the database knows at that moment. */
export type Head = {
  readonly epoch: number;
  /** Number of entries so far. */
  readonly seq: bigint;
  readonly chainHash: Uint8Array;
  readonly frontier: readonly Uint8Array[];
  /** When the next entries are recorded: the database's clock, never before the last entry. */
  readonly recordedAt: Date;
  /** The reference of the member who acts, when one does. */
  readonly memberRef: string | null;
};

async function lockedHead(
  tx: Tx,
  organisationId: string,
  memberId: string | null,
): Promise<Head | undefined> {
  // MATERIALIZED, so that the clock is read after the lock was won and not before the wait for it.
  const rows = await tx.$queryRaw<Head[]>`
    WITH head AS MATERIALIZED (
      SELECT epoch, seq, chain_hash, frontier, recorded_at
      FROM ledger_head WHERE organisation_id = ${organisationId}::uuid FOR UPDATE
    )
    SELECT epoch, seq, chain_hash AS "chainHash", frontier,
      greatest(clock_timestamp()::timestamptz(3), recorded_at) AS "recordedAt",
      (SELECT subject_ref::text FROM member
        WHERE organisation_id = ${organisationId}::uuid AND id = ${memberId}::uuid) AS "memberRef"
    FROM head`;
  return rows[0];
}

/**
 * Locks the end of an organisation's chain until the transaction ends; appends wait for one another here.
 * Creates the head of a new organisation. `memberId` is the member who acts, or null.
 */
export async function lockHead(tx: Tx, organisationId: string, memberId: string | null): Promise<Head> {
  const head = await lockedHead(tx, organisationId, memberId);
  if (head !== undefined) return head;
  await tx.$executeRaw`
    INSERT INTO ledger_head (organisation_id, epoch, seq, chain_hash, frontier, recorded_at)
    VALUES (${organisationId}::uuid, 1, 0, ${emptyChain}, '{}', clock_timestamp())
    ON CONFLICT DO NOTHING`;
  const created = await lockedHead(tx, organisationId, memberId);
  if (created === undefined) throw new Error("The ledger head could not be created");
  return created;
}
