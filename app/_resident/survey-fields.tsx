import type { FieldSpec, Option } from "@/components/form/field-spec";
import type { SurveyAnswers } from "@/lib/queries/survey/check-answers";
import type { SurveyOption, SurveyQuestion } from "@/lib/queries/survey/question-model";
import { answerField } from "@/lib/schemas/survey-answers";

function options(offered: readonly SurveyOption[]): Option[] {
  return offered.map(({ value, label }) => ({ value, label }));
}

/** A step of a scale; where only one end has words, that end carries them. */
function stepWords(
  step: string,
  { min, max, minLabel, maxLabel }: Extract<SurveyQuestion, { kind: "rating" }>,
) {
  const words = step === String(min) ? minLabel : step === String(max) ? maxLabel : "";
  return words === "" ? step : `${step} – ${words}`;
}

/** A question as one of our own inputs. */
export function surveyField(question: SurveyQuestion): FieldSpec {
  const asked = {
    name: answerField(question.kind, question.name),
    label: question.title,
    hint: question.hint,
    optional: !question.required,
  };
  switch (question.kind) {
    case "choice":
      return { ...asked, kind: "radios", options: options(question.options) };
    case "choices":
      return { ...asked, kind: "checkboxes", options: options(question.options) };
    case "rating": {
      const { min, max, minLabel, maxLabel } = question;
      if (minLabel === "" || maxLabel === "") {
        const steps = Array.from({ length: max - min + 1 }, (_, index) => String(min + index));
        return {
          ...asked,
          kind: "radios",
          inline: true,
          options: steps.map((step) => ({ value: step, label: stepWords(step, question) })),
        };
      }
      return { ...asked, kind: "scale", min, max, minLabel, maxLabel };
    }
    case "comment":
      return { ...asked, kind: "textarea", maxLength: question.maxLength };
    case "text":
      return { ...asked, kind: "text", maxLength: question.maxLength };
  }
}

/** What was answered before, as the form holds it. */
export function answersToFields(
  questions: readonly SurveyQuestion[],
  answers: SurveyAnswers | null,
): Record<string, string | string[]> {
  const known = questions.flatMap(({ kind, name }): [string, string | string[]][] => {
    const answer = answers?.[name];
    if (answer === undefined) return [];
    return [[answerField(kind, name), typeof answer === "object" ? answer.map(String) : String(answer)]];
  });
  return Object.fromEntries(known);
}
