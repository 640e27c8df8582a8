import { readAddCheckpoint } from "@/lib/ledger/checkpoint/add-checkpoint";
import { parseCheckpoint, type Checkpoint } from "@/lib/ledger/checkpoint/checkpoint";
import { parseNote, verifyNote, type VerifierKey } from "@/lib/ledger/checkpoint/note";
import { isConsistent, type TreeHead } from "@/lib/ledger/checkpoint/tree";

/** What a witness answers to a log; `sign` when it may sign this text. */
export type Judgement =
  | { readonly status: 200; readonly sign: string; readonly checkpoint: Checkpoint }
  | { readonly status: 400 | 403 | 404 | 422; readonly words: string }
  /** `size`: what the witness knows, for the log to prove from; absent when that is the same size with another root. */
  | { readonly status: 409; readonly words: string; readonly size?: bigint };

/**
 * The rules of c2sp.org/tlog-witness, in their order. A tree that does not begin with what was signed before, a fork, is
 * 422 where it is longer and 409 where it is not.
 * @param logs the verifier keys of the logs that this witness knows
 * @param known what it signed last of a log
 */
export function judge(
  body: string,
  logs: readonly VerifierKey[],
  known: (origin: string) => TreeHead,
): Judgement {
  const request = readAddCheckpoint(body);
  const text = request === null ? undefined : parseNote(request.note)?.text;
  const checkpoint = text === undefined ? null : parseCheckpoint(text);
  if (request === null || text === undefined || checkpoint === null)
    return { status: 400, words: "not an add-checkpoint request" };
  const keys = logs.filter(({ name, type }) => name === checkpoint.origin && type === 0x01);
  if (keys.length === 0) return { status: 404, words: "unknown log" };
  if (verifyNote(request.note, keys) === null) return { status: 403, words: "not signed by the log" };
  if (request.oldSize > checkpoint.size) return { status: 400, words: "older than its own proof" };
  const last = known(checkpoint.origin);
  if (request.oldSize !== last.size) return { status: 409, words: `${last.size}`, size: last.size };
  const isOther = last.size === checkpoint.size && Buffer.compare(last.root, checkpoint.root) !== 0;
  if (isOther) return { status: 409, words: "another tree of this size was signed" };
  if (!isConsistent(last, checkpoint, request.proof))
    return { status: 422, words: "the tree does not begin with the one that was signed" };
  return { status: 200, sign: text, checkpoint };
}
