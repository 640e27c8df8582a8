import { parseCheckpoint, type Checkpoint } from "./checkpoint/checkpoint";
import { parseNote, parseVerifierKey, verifyNote } from "./checkpoint/note";
import { rootFromInclusion } from "./checkpoint/tree";
import { leafHash } from "./hashing";
import type { Receipt } from "./receipt";

/**
 * `sealed`: the record is in the tree that the checkpoint stands for, and a key we know has signed the checkpoint.
 * `altered`: the record, its place or the way up was changed: it does not lead to the checkpoint's root. `unknownKey`:
 * nobody we know has signed it. `badlySigned`: a signature in the name of a key we know is not of that key.
 */
export type Seal = "sealed" | "altered" | "unknownKey" | "badlySigned";

/** Whose log a receipt says it is of, or null when its checkpoint is none. Not to be believed. */
export function checkpointOf({ note }: Receipt): Checkpoint | null {
  const parsed = parseNote(note);
  return parsed === null ? null : parseCheckpoint(parsed.text);
}

/**
 * Checks a receipt by itself, as anyone could: hashes the record, walks the path to the root, and checks the signature.
 * @param keys verifier keys (docs/ledger-checkpoints.md) of the one that the checkpoint must be signed by
 */
export function checkReceipt(receipt: Receipt, checkpoint: Checkpoint, keys: readonly string[]): Seal {
  const root = rootFromInclusion(leafHash(receipt.entry), receipt.index, checkpoint.size, receipt.path);
  if (root?.equals(checkpoint.root) !== true) return "altered";
  const known = keys.map(parseVerifierKey).filter((key) => key !== null && key.name === checkpoint.origin);
  const trusted = known.flatMap((key) => key ?? []);
  if (verifyNote(receipt.note, trusted) !== null) return "sealed";
  const signatures = parseNote(receipt.note)?.signatures ?? [];
  const claims = signatures.some(({ keyHash, name }) =>
    trusted.some((key) => key.name === name && key.keyHash.equals(keyHash)),
  );
  return claims ? "badlySigned" : "unknownKey";
}
