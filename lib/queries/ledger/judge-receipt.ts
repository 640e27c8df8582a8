import { pool } from "@/lib/db/client";
import { checkpointOf, checkReceipt, type Seal } from "@/lib/ledger/check-receipt";
import { placeIn, type Checkpoint } from "@/lib/ledger/checkpoint/checkpoint";
import { keysUnder } from "@/lib/ledger/checkpoint/note";
import { EntriesMissing, storedNodes, type EpochPlace } from "@/lib/ledger/checkpoint/stored-nodes";
import { consistencyProof, isConsistent, type TreeHead } from "@/lib/ledger/checkpoint/tree";
import { frontierRoot } from "@/lib/ledger/hashing";
import type { Receipt } from "@/lib/ledger/receipt";
import { getVerifierKeys } from "./get-checkpoints";

/**
 * What is found out about a receipt. `sealed` and `closed`: it is real; of `closed` the register's part is not kept any
 * more, so there is nothing to compare. `forked`: the seal is ours, and the present register does not fit it.
 */
export type Verdict = Seal | "closed" | "forked";

export type JudgedReceipt = {
  readonly verdict: Verdict;
  /** Who signed, by the name in the checkpoint; not to be believed unless the verdict says so. */
  readonly origin: string;
  readonly organisationId: string | null;
  readonly size: bigint;
  /** When we signed, where we still know. */
  readonly signedAt: Date | null;
  readonly entry: Buffer;
};

type Present = {
  readonly start: string;
  readonly end: string;
  readonly frontier: Buffer[] | null;
  readonly finalRoot: Buffer | null;
  readonly retired: boolean;
  readonly signedAt: Date | null;
  readonly entry: Buffer | null;
};

// The epoch as it is now, when this checkpoint was signed, and the entry that stands at this place.
const present = {
  name: "receipt-epoch-now",
  text: `SELECT n.start::text, n.end::text, n.frontier, n."finalRoot", n.retired,
      (SELECT signed_at FROM ledger_checkpoint WHERE organisation_id = $1 AND epoch = $2 AND size = $3::bigint) AS "signedAt",
      (SELECT bytes FROM ledger_entry WHERE organisation_id = $1 AND seq = n.start + 1 + $4::bigint) AS entry
    FROM (
      SELECT epoch_start AS start, seq AS end, frontier, NULL::bytea AS "finalRoot", false AS retired
      FROM ledger_head WHERE organisation_id = $1 AND epoch = $2
      UNION ALL
      SELECT first_seq - 1, last_seq, NULL, final_root, retired_at IS NOT NULL
      FROM ledger_epoch WHERE organisation_id = $1 AND epoch = $2 AND last_seq IS NOT NULL
    ) AS n LIMIT 1`,
};

/** Whether the tree as it is stored now begins with the one that was signed, and holds this entry where it was. */
async function stillHolds(
  place: EpochPlace,
  checkpoint: TreeHead,
  now: Present,
  entry: Buffer,
): Promise<boolean> {
  const size = BigInt(now.end) - place.start;
  const root = now.finalRoot ?? frontierRoot(now.frontier ?? []);
  if (checkpoint.size > size || now.entry?.equals(entry) !== true) return false;
  try {
    const path = await consistencyProof(checkpoint.size, size, storedNodes(place));
    return isConsistent(checkpoint, { size, root }, path);
  } catch (fault) {
    if (fault instanceof EntriesMissing) return false;
    throw fault;
  }
}

async function compare(
  { entry, index }: Receipt,
  checkpoint: Checkpoint,
  { organisationId, epoch }: { readonly organisationId: string; readonly epoch: number },
): Promise<{ readonly verdict: Verdict; readonly signedAt: Date | null }> {
  const values = [organisationId, epoch, String(checkpoint.size), String(index)];
  const { rows } = await pool().query<Present>({ ...present, values });
  const [now] = rows;
  if (now === undefined) return { verdict: "forked", signedAt: null };
  const { signedAt } = now;
  if (now.retired) return { verdict: "closed", signedAt };
  const place = { organisationId, epoch, start: BigInt(now.start) };
  const holds = await stillHolds(place, checkpoint, now, entry);
  return { verdict: holds ? "sealed" : "forked", signedAt };
}

/**
 * Checks a receipt by itself, then against the register as it is now: that it still begins with what was signed, by a
 * consistency proof, and that the record is still there. Reads only; nothing of the receipt is kept.
 */
export async function judgeReceipt(receipt: Receipt): Promise<JudgedReceipt> {
  const { entry } = receipt;
  const checkpoint = checkpointOf(receipt);
  const unsigned = { origin: "", organisationId: null, size: 0n, signedAt: null, entry };
  if (checkpoint === null) return { ...unsigned, verdict: "altered" };
  const { origin, size } = checkpoint;
  const place = placeIn(origin);
  // By the name of this epoch, which an older copy of the database may not know yet.
  const own = place === null ? [] : await getVerifierKeys(place.organisationId);
  const keys = keysUnder(own, origin).map(({ text }) => text);
  const seal = checkReceipt(receipt, checkpoint, keys);
  const organisationId = keys.length === 0 ? null : (place?.organisationId ?? null);
  const judged = { origin, organisationId, size, signedAt: null, entry };
  if (seal !== "sealed" || place === null) return { ...judged, verdict: seal };
  return { ...judged, ...(await compare(receipt, checkpoint, place)) };
}
