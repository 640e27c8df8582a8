import type { KeyObject } from "node:crypto";
import { isCorrupted } from "@/lib/db/constraint-errors";
import { inTransaction, statement, type Tx } from "@/lib/db/transaction";
import { frontierRoot } from "../hashing";
import { openHold, type HoldDetail, type HoldReason } from "../hold";
import { checkpointText, originOf, type Checkpoint } from "./checkpoint";
import { lockSigning } from "./lock-signing";
import { signNote, verifierKey } from "./note";
import { lastPublished } from "./published-file";
import { EntriesMissing, storedNodes, type EpochPlace } from "./stored-nodes";
import { storeTiles } from "./store-tiles";
import { rootAt, type TreeHead } from "./tree";

// Signing one organisation's tree. What is signed is on the disk before anybody is shown it, there is one for each size,
// and nothing is signed that does not begin with what was published before (c2sp.org/tlog-checkpoint).

/** With what and where: the key, the folder of published files, and the product's address, which names the log. */
export type Signer = { readonly privateKey: KeyObject; readonly dir: string; readonly appUrl: string };

type Head = EpochPlace & TreeHead;

/** Why nothing may be signed. */
class Refused extends Error {
  constructor(
    readonly reason: HoldReason,
    readonly detail: HoldDetail,
  ) {
    super(reason);
  }
}

const headQuery = {
  name: "head-to-sign",
  text: `SELECT epoch, epoch_start::text AS start, seq::text, frontier FROM ledger_head WHERE organisation_id = $1`,
};

const newestQuery = {
  name: "newest-checkpoint",
  text: `SELECT c.size::text, c.root FROM ledger_checkpoint c WHERE c.organisation_id = $1 AND c.epoch = $2
    ORDER BY c.size DESC LIMIT 1`,
};

const insert = {
  name: "store-checkpoint",
  text: `WITH known AS (INSERT INTO checkpoint_key (organisation_id, verifier_key, first_used_at)
      VALUES ($1, $6, clock_timestamp()) ON CONFLICT DO NOTHING)
    INSERT INTO ledger_checkpoint (organisation_id, epoch, size, root, note, signed_at)
    VALUES ($1, $2, $3, $4, $5, clock_timestamp())`,
};

async function headOf(tx: Tx, organisationId: string): Promise<Head | null> {
  type Row = { epoch: number; start: string; seq: string; frontier: Buffer[] };
  const [row] = await statement<Row>(tx, headQuery, [organisationId]);
  if (row === undefined) return null;
  const [start, seq] = [BigInt(row.start), BigInt(row.seq)];
  return { organisationId, epoch: row.epoch, start, size: seq - start, root: frontierRoot(row.frontier) };
}

/** The tree, read from its entries and tiles, is the one that the head says: otherwise something was changed. */
async function holdTogether(tx: Tx, head: Head): Promise<void> {
  const size = String(head.size);
  try {
    await storeTiles(tx, head, head.size);
    const root = await rootAt(head.size, storedNodes(head, tx));
    if (!root.equals(head.root)) throw new Refused("altered", { size });
  } catch (fault) {
    throw fault instanceof EntriesMissing ? new Refused("altered", { size }) : fault;
  }
}

/** The tree begins with what was published of it: otherwise this is another history, or an older state. */
async function continues(tx: Tx, head: Head, published: TreeHead): Promise<void> {
  const detail = { size: String(head.size), publishedSize: String(published.size) };
  if (published.size > head.size) throw new Refused("behind", detail);
  const root = await rootAt(published.size, storedNodes(head, tx));
  if (!root.equals(published.root)) throw new Refused("inconsistent", detail);
}

async function newestOf(tx: Tx, { organisationId, epoch }: Head): Promise<TreeHead | undefined> {
  const [row] = await statement<{ size: string; root: Buffer }>(tx, newestQuery, [organisationId, epoch]);
  return row && { size: BigInt(row.size), root: row.root };
}

/** The largest that the file holds of this epoch. One of a later epoch says that an older database has come back. */
async function furthestOnFile({ organisationId, epoch }: Head, dir: string): Promise<TreeHead | undefined> {
  const onFile = await lastPublished(dir, organisationId);
  const later = onFile.find((each) => each.epoch > epoch);
  if (later !== undefined)
    throw new Refused("behind", { epoch: String(epoch), publishedEpoch: String(later.epoch) });
  return onFile
    .filter((each) => each.epoch === epoch)
    .reduce<TreeHead | undefined>(
      (found, each) => (found === undefined || each.size >= found.size ? each : found),
      undefined,
    );
}

async function store(tx: Tx, head: Head, signer: Signer): Promise<Checkpoint> {
  const { organisationId, epoch, size, root } = head;
  const checkpoint = { origin: originOf(signer.appUrl, organisationId, epoch), size, root };
  const by = { name: checkpoint.origin, privateKey: signer.privateKey };
  const note = signNote(checkpointText(checkpoint), by);
  const key = verifierKey(by.name, by.privateKey);
  await statement(tx, insert, [organisationId, epoch, String(size), root, note, key]);
  return checkpoint;
}

async function signHead(tx: Tx, organisationId: string, signer: Signer): Promise<Checkpoint | null> {
  await lockSigning(tx, organisationId);
  const head = await headOf(tx, organisationId);
  if (head === null || head.size === 0n) return null;
  const newest = await newestOf(tx, head);
  const furthest = await furthestOnFile(head, signer.dir);
  await holdTogether(tx, head);
  for (const published of [newest, furthest]) if (published) await continues(tx, head, published);
  return newest?.size === head.size ? null : store(tx, head, signer);
}

/**
 * Signs an organisation's tree as it is now and stores the checkpoint; publishing is the next step. Null when the newest
 * checkpoint covers everything, and when the tree is not what was published before: then a hold is open.
 */
export async function signTree(organisationId: string, signer: Signer): Promise<Checkpoint | null> {
  try {
    return await inTransaction((tx) => signHead(tx, organisationId, signer));
  } catch (fault) {
    if (fault instanceof Refused) await openHold(organisationId, fault.reason, fault.detail);
    else if (isCorrupted(fault)) await openHold(organisationId, "altered", { integrity: "unreadable" });
    else throw fault;
    return null;
  }
}
