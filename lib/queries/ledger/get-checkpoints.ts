import { database } from "@/lib/db/client";
import {
  checkpointsBefore,
  newestCheckpoint,
  storedCheckpoint,
  type StoredCheckpoint,
} from "@/lib/ledger/checkpoint/stored-checkpoints";

/** A checkpoint as anyone may see it. */
export type CheckpointView = {
  readonly epoch: number;
  readonly size: bigint;
  /** Base64, as in the note. */
  readonly root: string;
  readonly note: string;
  readonly signedAt: Date;
  /** Whether a witness has signed it too. */
  readonly witnessed: boolean;
};

export type CheckpointPage = {
  readonly checkpoints: readonly CheckpointView[];
  /** Where the next page begins, as `before`; null on the last. */
  readonly older: string | null;
};

const perPage = 25;

function view({ place, size, root, note, signedAt }: StoredCheckpoint): CheckpointView {
  const witnessed = note.split("\n— ").length > 2;
  return { epoch: place.epoch, size, root: root.toString("base64"), note, signedAt, witnessed };
}

/** Epoch and size of a checkpoint as an address says them, "1-4711"; null for anything else. */
function placeOf(said = ""): { readonly epoch: number; readonly size: bigint } | null {
  const [, epoch, size] = /^(\d{1,9})-(\d{1,18})$/.exec(said) ?? [];
  return epoch === undefined || size === undefined ? null : { epoch: Number(epoch), size: BigInt(size) };
}

/**
 * The checkpoint of one place, or null.
 * @param said epoch and size, "1-4711"
 */
export async function getCheckpoint(organisationId: string, said: string): Promise<CheckpointView | null> {
  const place = placeOf(said);
  const found = place === null ? null : await storedCheckpoint(organisationId, place);
  return found === null ? null : view(found);
}

/** The newest checkpoint of an organisation, or null before the first. */
export async function getLatestCheckpoint(organisationId: string): Promise<CheckpointView | null> {
  const newest = await newestCheckpoint(organisationId);
  return newest === null ? null : view(newest);
}

/**
 * Checkpoints, newest first, a page at a time.
 * @param before epoch and size, "1-4711": the page goes on below it
 */
export async function getCheckpoints(organisationId: string, before?: string): Promise<CheckpointPage> {
  const found = await checkpointsBefore(organisationId, placeOf(before), perPage + 1);
  const checkpoints = found.slice(0, perPage).map(view);
  const last = checkpoints.at(-1);
  return {
    checkpoints,
    older: found.length > perPage && last !== undefined ? `${last.epoch}-${last.size}` : null,
  };
}

/** The verifier keys that this organisation's checkpoints were signed with, newest first, as text. */
export async function getVerifierKeys(organisationId: string): Promise<readonly string[]> {
  const keys = await database().checkpointKey.findMany({
    where: { organisationId },
    orderBy: [{ firstUsedAt: "desc" }, { verifierKey: "asc" }],
    select: { verifierKey: true },
  });
  return keys.map(({ verifierKey }) => verifierKey);
}
