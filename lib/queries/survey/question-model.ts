import {
  Model,
  type ItemValue,
  type Question,
  type QuestionRatingModel,
  type QuestionSelectBase,
} from "survey-core";

// Surveys are SurveyJS JSON. survey-core reads them here, on the server, and our own inputs show them: its
// megabyte and its markup never reach the browser.

export type SurveyOption = { readonly value: string; readonly label: string };

type Asked = {
  readonly name: string;
  readonly title: string;
  readonly hint: string | null;
  readonly required: boolean;
};

export type SurveyQuestion = Asked &
  (
    | { readonly kind: "choice" | "choices"; readonly options: readonly SurveyOption[] }
    | {
        readonly kind: "rating";
        readonly min: number;
        readonly max: number;
        readonly minLabel: string;
        readonly maxLabel: string;
      }
    | { readonly kind: "comment" | "text"; readonly maxLength: number }
  );

/** A survey as our forms and charts read it. */
export type SurveyView = {
  readonly title: string;
  readonly introduction: string | null;
  readonly questions: readonly SurveyQuestion[];
};

const longestLine = 200;
const longestComment = 2_000;

/** The engine over one definition. Never shared between two people: it holds answers. */
export function engineFor(definition: unknown): Model {
  return new Model(structuredClone(definition));
}

function optionsOf(items: readonly ItemValue[]): readonly SurveyOption[] {
  return items.map((item) => ({ value: String(item.value), label: item.text }));
}

function ratingOf(asked: Asked, question: QuestionRatingModel): SurveyQuestion {
  const values = question.visibleRateValues.map((item) => Number(item.value));
  const min = Math.min(...values);
  const consecutive = values.every((value, index) => value === min + index);
  if (!consecutive) return { ...asked, kind: "choice", options: optionsOf(question.visibleRateValues) };
  return {
    ...asked,
    kind: "rating",
    min,
    max: min + values.length - 1,
    minLabel: question.minRateDescription,
    maxLabel: question.maxRateDescription,
  };
}

function lengthOf(question: Question, longest: number): number {
  const limit = Number(question.getPropertyValue("maxLength"));
  return limit > 0 ? Math.min(limit, longest) : longest;
}

/** One question in our words, or null for a kind that our forms do not ask. */
export function readQuestion(question: Question): SurveyQuestion | null {
  const asked: Asked = {
    name: question.name,
    title: question.processedTitle,
    hint: question.description === "" ? null : question.description,
    required: question.isRequired,
  };
  switch (question.getType()) {
    case "radiogroup":
    case "dropdown":
      return {
        ...asked,
        kind: "choice",
        options: optionsOf((question as QuestionSelectBase).visibleChoices),
      };
    case "checkbox":
      return {
        ...asked,
        kind: "choices",
        options: optionsOf((question as QuestionSelectBase).visibleChoices),
      };
    case "rating":
      return ratingOf(asked, question as QuestionRatingModel);
    case "comment":
      return { ...asked, kind: "comment", maxLength: lengthOf(question, longestComment) };
    case "text":
      return { ...asked, kind: "text", maxLength: lengthOf(question, longestLine) };
    default:
      return null;
  }
}

/** A definition as a list of questions, in order. Questions of kinds we do not ask are left out. */
export function readSurvey(definition: unknown): SurveyView {
  const model = engineFor(definition);
  const questions = model.getAllQuestions().map(readQuestion);
  return {
    title: model.title,
    introduction: model.description === "" ? null : model.description,
    questions: questions.filter((question) => question !== null),
  };
}

/** The names of questions that our forms cannot ask; a survey with any of them is not published. */
export function unaskableQuestions(definition: unknown): readonly string[] {
  const questions = engineFor(definition).getAllQuestions();
  const unaskable = questions.filter(
    (question) => readQuestion(question) === null || question.getPropertyValue("showOtherItem") === true,
  );
  return unaskable.map((question) => question.name);
}
