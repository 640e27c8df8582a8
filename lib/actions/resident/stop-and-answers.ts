import { ok, type Result } from "@/lib/result";
import { changeChoices, type AnsweredChoice } from "@/lib/usecases/consent/change-choices";
import { runDecision } from "@/lib/usecases/consent/run-decision";
import { stopPurpose } from "@/lib/usecases/consent/stop-purpose";
import type { Call } from "../form-action";

export type StopAndAnswers = {
  readonly stop: { readonly purposeKey: string; readonly wording: string };
  /** What stood beside the other purposes. */
  readonly answers: readonly AnsweredChoice[];
};

export type StoppedAndSaved = {
  /** What became of the other answers. */
  readonly others: "same" | "saved" | "notSaved";
  readonly toDrain: readonly string[];
};

/**
 * Stops a purpose, then saves the other answers of the page. They are two decisions: a stop is never undone because
 * something else on the page is refused (UK GDPR 7(3), 21), and who pressed is told which of the two was kept.
 */
export async function saveStopAndAnswers(
  { actor, panel }: Call,
  { stop, answers }: StopAndAnswers,
): Promise<Result<StoppedAndSaved>> {
  const stopped = await runDecision(stopPurpose, actor, { panel, ...stop });
  if (!stopped.ok) return stopped;
  const { toDrain } = stopped.value;
  const saved = await runDecision(changeChoices, actor, { panel, answers });
  if (!saved.ok) return ok({ others: "notSaved", toDrain });
  const others = saved.value.changed === 0 ? "same" : "saved";
  return ok({ others, toDrain: [...new Set([...toDrain, ...saved.value.toDrain])] });
}
