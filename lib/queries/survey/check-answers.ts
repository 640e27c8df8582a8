import type { Model, Question } from "survey-core";
import type { Fault } from "@/lib/result";
import { engineFor, readQuestion, type SurveyQuestion } from "./question-model";

/** What a form posted, by question name: one value, or several for a question that takes several. */
export type PostedAnswers = Readonly<Record<string, string | readonly string[]>>;

/** An answer as kept: the value the definition gives it, not the text of the form. */
export type SurveyAnswer = string | number | boolean | readonly (string | number | boolean)[];
export type SurveyAnswers = Readonly<Record<string, SurveyAnswer>>;

export type CheckedAnswers =
  | { readonly ok: true; readonly answers: SurveyAnswers }
  | { readonly ok: false; readonly faults: Readonly<Record<string, readonly Fault[]>> };

type Asked = { readonly engine: Question; readonly question: SurveyQuestion };

function itemValue(engine: Question, posted: string): unknown {
  const items = "visibleChoices" in engine ? (engine.visibleChoices as readonly { value: unknown }[]) : [];
  return items.find((item) => String(item.value) === posted)?.value;
}

/** The value the engine should hold for what was posted; undefined when it was not one of the answers offered. */
function valueFor({ engine, question }: Asked, posted: string | readonly string[]): unknown {
  const texts = typeof posted === "string" ? [posted] : posted;
  const given = texts.map((text) => text.replaceAll("\r\n", "\n").trim()).filter((text) => text !== "");
  const [first] = given;
  if (first === undefined) return null;
  if (question.kind === "comment" || question.kind === "text") return first;
  const values = given.map((text) => itemValue(engine, text));
  if (values.includes(undefined)) return undefined;
  return question.kind === "choices" ? values : values[0];
}

const missing = {
  choice: "survey.chooseOne",
  choices: "survey.chooseSome",
  rating: "survey.rate",
  comment: "survey.write",
  text: "survey.write",
} as const;

function tooLong(question: SurveyQuestion, value: unknown): boolean {
  const limited = question.kind === "comment" || question.kind === "text";
  return limited && typeof value === "string" && value.length > question.maxLength;
}

/** What is wrong with one answer, in our words where we have them; an author's own rule speaks in the author's words. */
function faultsOf({ engine, question }: Asked): readonly Fault[] {
  if (tooLong(question, engine.value) && "maxLength" in question) {
    return [{ code: "survey.tooLong", params: { most: question.maxLength } }];
  }
  engine.validate(true);
  return engine.errors.map((error) =>
    error.getErrorType() === "required"
      ? { code: missing[question.kind] }
      : { code: "survey.rule", params: { rule: error.text } },
  );
}

function fill(
  model: Model,
  asked: readonly Asked[],
  posted: PostedAnswers,
): Record<string, readonly Fault[]> {
  const unknown: Record<string, readonly Fault[]> = {};
  for (const one of asked) {
    const value = valueFor(one, posted[one.question.name] ?? "");
    if (value === undefined) unknown[one.question.name] = [{ code: missing[one.question.kind] }];
    else if (value !== null) model.setValue(one.question.name, value);
  }
  return unknown;
}

/**
 * Checks posted answers against a definition with survey-core: required, offered, as long as allowed, the author's own
 * rules, and the logic of what is asked at all: an answer to a question that does not apply is dropped.
 */
export function checkAnswers(definition: unknown, posted: PostedAnswers): CheckedAnswers {
  const model = engineFor(definition);
  const asked = model.getAllQuestions().flatMap((engine): readonly Asked[] => {
    const question = readQuestion(engine);
    return question === null ? [] : [{ engine, question }];
  });
  const faults = fill(model, asked, posted);
  const answers: Record<string, SurveyAnswer> = {};
  for (const one of asked) {
    const { name } = one.question;
    if (!one.engine.isVisible || faults[name] !== undefined) continue;
    const found = faultsOf(one);
    if (found.length > 0) faults[name] = found;
    else if (!one.engine.isEmpty()) answers[name] = plain(one.engine.value);
  }
  return Object.keys(faults).length === 0 ? { ok: true, answers } : { ok: false, faults };
}

/** The engine's own arrays carry its methods: keep the values only. */
function plain(value: unknown): SurveyAnswer {
  return JSON.parse(JSON.stringify(value)) as SurveyAnswer;
}
