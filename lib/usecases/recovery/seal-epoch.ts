import { statement } from "@/lib/db/transaction";
import { checkpointText } from "@/lib/ledger/checkpoint/checkpoint";
import { signNow } from "@/lib/ledger/checkpoint/sign-now";
import { newestPublished } from "@/lib/ledger/recover/published";
import { appendWhereMended } from "@/lib/ledger/waiting";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { openEpoch, type OpenedEpoch, type SealReason } from "./open-epoch";

export type EpochToSeal = {
  readonly organisationId: string;
  readonly reason: Exclude<SealReason, "restored">;
};

export type SealedEpoch = OpenedEpoch & {
  /** How many entries at the end of the sealed epoch no checkpoint of it covers, now or later. */
  readonly uncovered: number;
};

const uncovered = {
  name: "sealed-uncovered",
  text: `SELECT (e.last_seq - e.first_seq + 1 - coalesce((SELECT max(c.size) FROM ledger_checkpoint c
      WHERE c.organisation_id = e.organisation_id AND c.epoch = e.epoch), 0))::int AS entries
    FROM ledger_epoch e WHERE e.organisation_id = $1 AND e.sealed_at IS NOT NULL ORDER BY e.epoch DESC LIMIT 1`,
};

/**
 * Seals the running epoch for a reason of ours and opens the next, whose first entry carries what was published last.
 * A sealed tree is never signed again, so it is signed first, where this process has the key; nothing is locked meanwhile.
 */
export async function sealEpoch(
  ctx: Ctx,
  { organisationId, reason }: EpochToSeal,
): Promise<Result<SealedEpoch>> {
  await signNow(organisationId);
  const published = await newestPublished(organisationId);
  const checkpoint = published === null ? null : checkpointText(published);
  const opened = await openEpoch(ctx, { organisationId, reason, checkpoint, atLeast: 0 });
  if (!opened.ok) return opened;
  // What the damaged epoch took no entry of: that it is held, first of all.
  await appendWhereMended(ctx, organisationId);
  const [left] = await statement<{ entries: number }>(ctx.tx, uncovered, [organisationId]);
  return ok({ ...opened.value, uncovered: left?.entries ?? 0 });
}
