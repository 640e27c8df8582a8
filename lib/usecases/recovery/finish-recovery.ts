import { appendEntry } from "@/lib/ledger/append";
import { openHolds, releaseHold } from "@/lib/ledger/hold";
import { appendWaiting } from "@/lib/ledger/waiting";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";

export type RecoveryToFinish = {
  readonly organisationId: string;
  readonly publishedSize: bigint;
  readonly stopsRepeated: number;
  readonly erasuresRepeated: number;
};

/** The last step: the ledger says what was repeated, and things go on. */
export async function finishRecovery(ctx: Ctx, input: RecoveryToFinish): Promise<Result<null>> {
  const { organisationId } = input;
  await appendWaiting(ctx, organisationId);
  await appendEntry(ctx, organisationId, {
    ...{ eventType: "ledger.recovered", panelId: null, subjectRef: null, effectiveAt: ctx.at },
    data: {
      publishedSize: String(input.publishedSize),
      stopsRepeated: String(input.stopsRepeated),
      erasuresRepeated: String(input.erasuresRepeated),
    },
  });
  const holds = await openHolds(organisationId);
  for (const { id, reason } of holds) if (reason === "behind") await releaseHold(ctx, organisationId, id);
  return ok(null);
}
