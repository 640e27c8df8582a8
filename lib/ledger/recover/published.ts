import { readConfig } from "@/lib/config/config";
import type { Checkpoint } from "../checkpoint/checkpoint";
import { lastPublished } from "../checkpoint/published-file";

/** The largest that was published of an organisation's newest epoch. */
export type Published = { readonly epoch: number; readonly size: bigint; readonly checkpoint: Checkpoint };

/** What the file outside the database says was published last, or null when there is none. */
export async function newestPublished(organisationId: string): Promise<Published | null> {
  const { checkpointDir } = readConfig();
  if (checkpointDir === undefined) return null;
  const published = (await lastPublished(checkpointDir, organisationId)).map((checkpoint) => ({
    epoch: Number(checkpoint.origin.slice(checkpoint.origin.lastIndexOf("/") + 1)),
    size: checkpoint.size,
    checkpoint,
  }));
  return (
    published.toSorted((one, other) => other.epoch - one.epoch || Number(other.size - one.size))[0] ?? null
  );
}
