import { fromBase64 } from "./base64";

// What a log sends to a witness (c2sp.org/tlog-witness, add-checkpoint): the size the witness knows, the proof that the tree
// has only grown since, and the new checkpoint. Pure.

export type AddCheckpoint = {
  readonly oldSize: bigint;
  readonly proof: readonly Buffer[];
  readonly note: string;
};

const mostProofLines = 63;

/** The body of the request. */
export function writeAddCheckpoint({ oldSize, proof, note }: AddCheckpoint): string {
  return [`old ${oldSize}`, ...proof.map((hash) => hash.toString("base64")), "", note].join("\n");
}

/** Reads the body of a request, or null when it is not formed so. */
export function readAddCheckpoint(body: string): AddCheckpoint | null {
  const end = body.indexOf("\n\n");
  const [first, ...lines] = body.slice(0, Math.max(end, 0)).split("\n");
  const [, size] = /^old (0|[1-9][0-9]{0,18})$/.exec(first ?? "") ?? [];
  const proof = lines.map(fromBase64).filter((hash) => hash?.length === 32);
  if (size === undefined || proof.length !== lines.length || proof.length > mostProofLines) return null;
  return { oldSize: BigInt(size), proof: proof.flatMap((hash) => hash ?? []), note: body.slice(end + 2) };
}
