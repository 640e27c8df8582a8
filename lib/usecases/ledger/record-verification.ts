import { appendEntry } from "@/lib/ledger/append";
import type { Verification } from "@/lib/ledger/verify";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";

export type VerificationToRecord = {
  readonly organisationId: string;
  readonly panelId: string;
  readonly verification: Verification;
};

/** Records what a check of the chain covered and found; the check itself becomes part of the trail. */
export async function recordVerification(ctx: Ctx, input: VerificationToRecord): Promise<Result<bigint>> {
  const { verification } = input;
  const seq = await appendEntry(ctx, input.organisationId, {
    eventType: "ledger.verified",
    panelId: input.panelId,
    subjectRef: null,
    effectiveAt: ctx.at,
    data: {
      verdict: verification.verdict,
      checked: String(verification.checked),
      headSeq: String(verification.headSeq),
      root: verification.root,
      durationMs: String(verification.durationMs),
      ...(verification.firstBadSeq === undefined ? {} : { firstBadSeq: String(verification.firstBadSeq) }),
    },
  });
  return ok(seq);
}
