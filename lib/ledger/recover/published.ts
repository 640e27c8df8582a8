import { readConfig } from "@/lib/config/config";
import { isBeyond } from "@/lib/policy/ledger-check";
import { lastPublished, type PublishedCheckpoint } from "../checkpoint/published-file";

/** What the file outside the database says was published last: the largest of the newest epoch, or null when there is none. */
export async function newestPublished(organisationId: string): Promise<PublishedCheckpoint | null> {
  const { checkpointDir } = readConfig();
  if (checkpointDir === undefined) return null;
  const published = await lastPublished(checkpointDir, organisationId);
  return published.toSorted((one, other) => (isBeyond(one, other) ? -1 : 1))[0] ?? null;
}
