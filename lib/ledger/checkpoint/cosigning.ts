import type { Signing } from "@/lib/config/signing";
import { inTransaction, reading, statement } from "@/lib/db/transaction";
import { log } from "@/lib/log";
import { isBeyond } from "@/lib/policy/ledger-check";
import { openHold } from "../hold";
import { writeAddCheckpoint } from "./add-checkpoint";
import { lockSigning } from "./lock-signing";
import { parseNote, parseSignatures, signatureLine, verifyNote } from "./note";
import { newestCheckpoint, type StoredCheckpoint } from "./stored-checkpoints";
import { storedNodes } from "./stored-nodes";
import { consistencyProof } from "./tree";

// The log's side of c2sp.org/tlog-witness: the newest checkpoint goes to the witness with the proof that the tree has only
// grown since the last one it signed; what it signs is kept beside the checkpoint.

type Witness = NonNullable<Signing["witness"]>;

const answerWithinMs = 10_000;

const lastCosigned = {
  name: "last-cosigned",
  text: `SELECT max(size)::text AS size FROM checkpoint_cosignature
    WHERE organisation_id = $1 AND epoch = $2 AND verifier_key = $3`,
};

const store = {
  name: "store-cosignature",
  text: `INSERT INTO checkpoint_cosignature (organisation_id, epoch, size, verifier_key, line, cosigned_at)
    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
};

async function ask({ url }: Witness, checkpoint: StoredCheckpoint, oldSize: bigint): Promise<Response> {
  const proof = await consistencyProof(oldSize, checkpoint.size, storedNodes(checkpoint.place));
  return fetch(`${url}/add-checkpoint`, {
    method: "POST",
    body: writeAddCheckpoint({ oldSize, proof, note: checkpoint.note }),
    signal: AbortSignal.timeout(answerWithinMs),
    redirect: "error",
  });
}

/** What the witness has signed already, where it answers that this is not what we thought. */
async function sizeIn(response: Response): Promise<bigint | null> {
  if (response.status !== 409) return null;
  const [, size] = /^([0-9]{1,19})\n$/.exec(await response.clone().text()) ?? [];
  return size === undefined ? null : BigInt(size);
}

async function keep(checkpoint: StoredCheckpoint, witness: Witness, answer: string): Promise<boolean> {
  const text = parseNote(checkpoint.note)?.text ?? "";
  const own = (parseSignatures(answer) ?? []).find(
    ({ name, keyHash }) => name === witness.key.name && keyHash.equals(witness.key.keyHash),
  );
  const line = own === undefined ? "" : signatureLine(own);
  const time = verifyNote(`${text}\n${line}`, [witness.key])?.good[0]?.time;
  if (time === undefined) return false;
  const { organisationId, epoch } = checkpoint.place;
  const values = [organisationId, epoch, String(checkpoint.size), witness.key.text, line, time];
  await inTransaction(async (tx) => {
    await lockSigning(tx, organisationId);
    await statement(tx, store, values);
  });
  return true;
}

/**
 * The witness knows another history than this one, or a longer one: what was signed before is not here. A longer one that
 * another worker has just shown it is ours.
 */
async function hold({ place, size }: StoredCheckpoint, witnessed: bigint | null): Promise<void> {
  const { organisationId, epoch } = place;
  if (witnessed === null)
    return openHold(organisationId, "inconsistent", { size: String(size), by: "witness" });
  const newest = await newestCheckpoint(organisationId);
  const here = newest === null ? { epoch, size } : { epoch: newest.place.epoch, size: newest.size };
  if (!isBeyond({ epoch, size: witnessed }, here)) return;
  const detail = { size: String(size), publishedSize: String(witnessed), by: "witness" };
  return openHold(organisationId, "behind", detail);
}

async function submit(checkpoint: StoredCheckpoint, witness: Witness, known: bigint): Promise<boolean> {
  const first = await ask(witness, checkpoint, known);
  const size = await sizeIn(first);
  const fits = size !== null && size <= checkpoint.size;
  const response = fits ? await ask(witness, checkpoint, size) : first;
  if (response.ok) {
    if (await keep(checkpoint, witness, await response.text())) return true;
  } else if (size !== null && !fits) {
    await hold(checkpoint, size);
  } else if (response.status === 422 || (response.status === 409 && (await sizeIn(response)) === null)) {
    await hold(checkpoint, null);
  }
  log.warn("The witness did not sign", { code: `witness.${response.status}` });
  return false;
}

/**
 * Has the newest checkpoint countersigned, unless it is. A refusal because of a fork opens a hold; a witness that is away
 * is asked again at the next round.
 * @returns whether it signed now
 */
export async function cosignNewest(organisationId: string, witness: Witness): Promise<boolean> {
  const checkpoint = await newestCheckpoint(organisationId);
  if (checkpoint === null) return false;
  const values = [organisationId, checkpoint.place.epoch, witness.key.text];
  const [row] = await reading<{ size: string | null }>(undefined, lastCosigned, values);
  const known = BigInt(row?.size ?? 0);
  return known < checkpoint.size && submit(checkpoint, witness, known);
}
