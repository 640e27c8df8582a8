import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { mostQuestions, type DraftQuestion, type NewQuestion } from "@/lib/schemas/survey-definition";
import type { Ctx } from "@/lib/usecases/context";
import { keepQuestions, lockDraft } from "./locked-draft";

const longestComment = 1_000;

/** Names are never used twice in a survey, so that an answer can only ever mean one question. */
function freshName(questions: readonly DraftQuestion[]): string {
  const numbers = questions.map(({ name }) => Number(name.slice(1)));
  return `q${Math.max(0, ...numbers) + 1}`;
}

function questionOf(form: NewQuestion, name: string): DraftQuestion {
  const asked = { name, title: form.title, isRequired: form.required === "on" };
  switch (form.type) {
    case "radiogroup": {
      const choices = form.choices.map((text, index) => ({ value: `a${index + 1}`, text }));
      return { type: "radiogroup", ...asked, choices };
    }
    case "rating": {
      const { minLabel, maxLabel } = form;
      const ends = { minRateDescription: minLabel, maxRateDescription: maxLabel };
      return { type: "rating", ...asked, rateMin: 1, rateMax: 5, ...ends };
    }
    case "comment":
      return { type: "comment", ...asked, maxLength: longestComment };
  }
}

/** Adds a question at the end of a draft. */
export async function addQuestion(
  ctx: Ctx,
  { panel, question }: { readonly panel: PanelView; readonly question: NewQuestion },
): Promise<Result<{ activityId: string }>> {
  const draft = await lockDraft(ctx, panel, question.activity);
  if (!draft.ok) return draft;
  const { questions } = draft.value;
  if (questions.length >= mostQuestions) return refuse("survey.full", { most: mostQuestions });
  await keepQuestions(ctx, panel, question.activity, [
    ...questions,
    questionOf(question, freshName(questions)),
  ]);
  return ok({ activityId: question.activity });
}
