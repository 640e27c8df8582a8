import { fromBase64 } from "./base64";
import type { TreeHead } from "./tree";

/** What a checkpoint says (c2sp.org/tlog-checkpoint): of this log, so many entries, with this root. */
export type Checkpoint = TreeHead & { readonly origin: string };

/** Which chain a log is: one of each organisation's epochs, on the host of the product's address. */
export function originOf(appUrl: string, organisationId: string, epoch: number): string {
  return `${new URL(appUrl).host}/ledger/${organisationId.toLowerCase()}/${epoch}`;
}

/** Which organisation and epoch a log's name says that it is of, or null when it is no name of ours. */
export function placeIn(origin: string): { readonly organisationId: string; readonly epoch: number } | null {
  const [, organisationId, epoch] = /\/ledger\/([0-9a-f-]{36})\/([1-9][0-9]{0,8})$/.exec(origin) ?? [];
  return organisationId === undefined ? null : { organisationId, epoch: Number(epoch) };
}

/** The text of a checkpoint, ready to be signed: three lines. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString("base64")}\n`;
}

/** Reads the text of a checkpoint, or null when it is none. Lines after the third are passed over. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin, size, encoded, ...rest] = text.split("\n");
  if (!origin || size === undefined || encoded === undefined || rest.at(-1) !== "") return null;
  if (rest.slice(0, -1).some((line) => line === "")) return null;
  const root = fromBase64(encoded);
  if (!/^(0|[1-9][0-9]{0,18})$/.test(size) || root?.length !== 32) return null;
  return { origin, size: BigInt(size), root };
}
