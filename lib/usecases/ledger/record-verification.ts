import { appendEntries } from "@/lib/ledger/append";
import type { LedgerChecked } from "@/lib/ledger/check/check-ledger";
import type { LedgerEvent } from "@/lib/ledger/event";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";

export type VerificationToRecord = {
  readonly organisationId: string;
  /** Who is told: a check is of the whole organisation, and each of these panels has an entry of it. */
  readonly panelIds: readonly string[];
  readonly checked: LedgerChecked;
};

/** What an entry says of a check. */
function dataOf({ verification, anchors, records, ...verdict }: LedgerChecked) {
  const { integrity, completeness, anchored, durationMs } = verdict;
  const { firstBadSeq } = verification;
  const { newest } = anchors;
  return {
    verdict: verification.verdict,
    checked: String(verification.checked),
    headSeq: String(verification.headSeq),
    root: verification.root,
    durationMs: String(durationMs),
    integrity,
    completeness,
    anchored,
    decisions: String(records.decisions),
    differing: String(records.differing),
    anchorsCompared: String(anchors.compared),
    ...(newest === null ? {} : { anchorEpoch: String(newest.epoch), anchorSize: String(newest.size) }),
    ...(firstBadSeq === undefined ? {} : { firstBadSeq: String(firstBadSeq) }),
  };
}

/** Records what a check of the ledger covered and found; the check itself becomes part of the trail. Returns the first entry's number. */
export async function recordVerification(ctx: Ctx, input: VerificationToRecord): Promise<Result<bigint>> {
  const data = dataOf(input.checked);
  const events = input.panelIds.map((panelId): LedgerEvent => ({
    eventType: "ledger.verified",
    panelId,
    subjectRef: null,
    effectiveAt: ctx.at,
    data,
  }));
  const [first] = await appendEntries(ctx, input.organisationId, events);
  if (first === undefined) throw new Error("A check is recorded for at least one panel");
  return ok(first);
}
