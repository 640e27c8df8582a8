import { appendOrWait } from "@/lib/ledger/waiting";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";

export type ReadToRecord = {
  readonly organisationId: string;
  readonly panelId: string;
  /** Whose trail, or request, is read. */
  readonly subjectRef: string;
  readonly view: "trail" | "entry" | "memberHistory" | "why" | "request";
};

/** Records that someone reads one person's trail, or what they asked for. Called before the answer, so that no reading goes unrecorded. */
export async function recordRead(ctx: Ctx, input: ReadToRecord): Promise<Result<null>> {
  await appendOrWait(ctx, input.organisationId, {
    eventType: "ledger.read",
    panelId: input.panelId,
    subjectRef: input.subjectRef,
    effectiveAt: ctx.at,
    data: { view: input.view },
  });
  return ok(null);
}
