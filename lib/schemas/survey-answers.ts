import { z } from "zod";

// Which questions there are is in the survey's definition, so the form's names carry the question's: `one.<name>` for
// one answer, `many.<name>` for several. The definition checks the answers (lib/queries/survey/check-answers.ts).

const longestAnswer = 10_000;
const mostQuestions = 200;
const oneAnswer = /^one\.(.+)$/s;
const manyAnswers = /^many\.(.+)$/s;

const posted = z.record(
  z.string().max(200),
  z.union([z.string().max(longestAnswer), z.array(z.string().max(longestAnswer)).max(mostQuestions)]),
);

/** The form's name for a question. */
export function answerField(kind: string, name: string): string {
  return kind === "choices" ? `many.${name}` : `one.${name}`;
}

function text(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function isAnswer(name: string): boolean {
  return oneAnswer.test(name) || manyAnswers.test(name);
}

/** A posted survey form. Anything that is neither an answer nor one of the form's own fields is refused. */
export const surveyAnswersSchema = posted.transform((fields, context) => {
  const known = new Set(["activityId", "token"]);
  const strange = Object.keys(fields).some((name) => !known.has(name) && !isAnswer(name));
  if (strange || Object.keys(fields).length > mostQuestions) {
    context.addIssue({ code: "custom", message: "form.unreadable" });
    return z.NEVER;
  }
  const answers = Object.entries(fields)
    .filter(([name]) => isAnswer(name))
    .map(([name, value]) => [name.slice(name.indexOf(".") + 1), value] as const);
  return {
    token: text(fields["token"]),
    activityId: text(fields["activityId"]),
    answers: Object.fromEntries(answers),
  };
});
