import { newestCheckpoint } from "@/lib/ledger/checkpoint/stored-checkpoints";

/** The newest checkpoint as a person reads it. */
export type Seal = {
  readonly signedAt: Date;
  /** Every record up to this number is covered. */
  readonly upTo: bigint;
  /** Its root in base64, in groups of four: enough of it to write down and compare. */
  readonly firstWords: string;
};

const groups = 5;

/** The newest checkpoint of an organisation's ledger, or null before the first. */
export async function getSeal(organisationId: string): Promise<Seal | null> {
  const newest = await newestCheckpoint(organisationId);
  if (newest === null) return null;
  const { signedAt, place, size, root } = newest;
  const words = root.toString("base64").match(/.{4}/gu) ?? [];
  return { signedAt, upTo: place.start + size, firstWords: words.slice(0, groups).join(" ") };
}
