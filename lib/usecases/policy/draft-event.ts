import type { LedgerEvent } from "@/lib/ledger/event";
import type { Ctx } from "../context";
import type { LockedDraft } from "./locked-draft";

type Step = Extract<LedgerEvent["eventType"], `policy.${string}`>;
type StepOfDraft = Exclude<Step, "policy.published">;

/** The line of the trail for one step of a draft. */
export function draftEvent(
  ctx: Ctx,
  eventType: StepOfDraft,
  { id, panelId, revision }: Pick<LockedDraft, "id" | "panelId" | "revision">,
  more: Readonly<Record<string, string>> = {},
): LedgerEvent {
  const data = { policyDraftId: id, revision: String(revision), ...more };
  return { eventType, panelId, subjectRef: null, effectiveAt: ctx.at, data } as LedgerEvent;
}
