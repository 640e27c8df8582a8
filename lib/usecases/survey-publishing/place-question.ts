import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, type Result } from "@/lib/result";
import type { DraftQuestion, QuestionPlace } from "@/lib/schemas/survey-definition";
import type { Ctx } from "@/lib/usecases/context";
import { keepQuestions, lockDraft } from "./locked-draft";

function placed(
  questions: readonly DraftQuestion[],
  at: number,
  move: QuestionPlace["move"],
): readonly DraftQuestion[] {
  const moved = questions[at];
  const rest = questions.filter((_, index) => index !== at);
  if (moved === undefined || move === "remove") return rest;
  return rest.toSpliced(Math.max(0, move === "up" ? at - 1 : at + 1), 0, moved);
}

/** Moves a question of a draft one place up or down, or takes it out. Pressing again when it is gone changes nothing. */
export async function placeQuestion(
  ctx: Ctx,
  { panel, place }: { readonly panel: PanelView; readonly place: QuestionPlace },
): Promise<Result<{ activityId: string }>> {
  const draft = await lockDraft(ctx, panel, place.activity);
  if (!draft.ok) return draft;
  const { questions } = draft.value;
  const at = questions.findIndex(({ name }) => name === place.question);
  if (at >= 0) await keepQuestions(ctx, panel, place.activity, placed(questions, at, place.move));
  return ok({ activityId: place.activity });
}
