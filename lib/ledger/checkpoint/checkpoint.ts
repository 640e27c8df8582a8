import type { TreeHead } from "./tree";

/** What a checkpoint says (c2sp.org/tlog-checkpoint): of this log, so many entries, with this root. */
export type Checkpoint = TreeHead & { readonly origin: string };

/** Which chain a log is: one of each organisation's epochs, on the host of the product's address. */
export function originOf(appUrl: string, organisationId: string, epoch: number): string {
  return `${new URL(appUrl).host}/ledger/${organisationId.toLowerCase()}/${epoch}`;
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
  const root = Buffer.from(encoded, "base64");
  if (!/^(0|[1-9][0-9]{0,18})$/.test(size) || root.length !== 32 || root.toString("base64") !== encoded)
    return null;
  return { origin, size: BigInt(size), root };
}
