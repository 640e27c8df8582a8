import { checkpointText } from "@/lib/ledger/checkpoint/checkpoint";
import { newestPublished } from "@/lib/ledger/recover/published";
import type { Result } from "@/lib/result";
import type { Ctx } from "../context";
import { openEpoch, type OpenedEpoch, type SealReason } from "./open-epoch";

export type EpochToSeal = {
  readonly organisationId: string;
  readonly reason: Exclude<SealReason, "restored">;
};

/** Seals the running epoch for a reason of ours and opens the next, whose first entry carries what was published last. */
export async function sealEpoch(
  ctx: Ctx,
  { organisationId, reason }: EpochToSeal,
): Promise<Result<OpenedEpoch>> {
  const published = await newestPublished(organisationId);
  const checkpoint = published === null ? null : checkpointText(published.checkpoint);
  return openEpoch(ctx, { organisationId, reason, checkpoint, atLeast: 0 });
}
