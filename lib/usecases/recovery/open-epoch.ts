import { statement } from "@/lib/db/transaction";
import { appendEntry } from "@/lib/ledger/append";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";

/** `retention`: its time is over. `damaged`: what is in it is wrong. `restored`: an older copy came back. */
export type SealReason = "retention" | "damaged" | "restored";

export type EpochToOpen = {
  readonly organisationId: string;
  readonly reason: SealReason;
  /** What was published last of an epoch that ends here, as three lines. */
  readonly checkpoint: string | null;
  /** The new epoch is at least this one: what was published of a later one than is here is never said twice. */
  readonly atLeast: number;
};

export type OpenedEpoch = { readonly epoch: number; readonly seq: bigint };

const seal = { name: "seal-epoch", text: "SELECT seal_epoch($1, $2) AS epoch" };
const last = {
  name: "last-epoch",
  text: `SELECT epoch, last_seq::text AS "lastSeq", encode(final_root, 'hex') AS root FROM ledger_epoch
    WHERE organisation_id = $1 AND sealed_at IS NOT NULL ORDER BY epoch DESC LIMIT 1`,
};

type Sealed = { readonly epoch: number; readonly lastSeq: string; readonly root: string };

/** Seals the epoch and opens the next; its first entry says where the one before ended and what was published of it. */
export async function openEpoch(ctx: Ctx, input: EpochToOpen): Promise<Result<OpenedEpoch>> {
  const { organisationId, reason, checkpoint, atLeast } = input;
  let ended = 0;
  do {
    const [sealed] = await statement<{ epoch: number }>(ctx.tx, seal, [organisationId, reason]);
    if (sealed === undefined) throw new Error("The epoch was not sealed");
    ended = sealed.epoch;
  } while (ended + 1 < atLeast);
  const [before] = await statement<Sealed>(ctx.tx, last, [organisationId]);
  if (before === undefined) throw new Error("The sealed epoch is not there");
  const seq = await appendEntry(ctx, organisationId, {
    ...{ eventType: "epoch.opened", panelId: null, subjectRef: null, effectiveAt: ctx.at },
    data: {
      previousEpoch: String(before.epoch),
      previousLastSeq: before.lastSeq,
      previousRoot: before.root,
      reason,
      ...(checkpoint === null ? {} : { checkpoint }),
    },
  });
  return ok({ epoch: ended + 1, seq });
}
