import { z } from "zod";
import { dayFromToday, gatherDate } from "./activity-date";
import { ofActivity } from "./activity-state";
import { firstBroken, line, lines, maybeLine } from "./activity-words";

/** The most questions a survey built here may have. */
export const mostQuestions = 10;

/** The three kinds of question staff can ask, by their SurveyJS names. */
export const questionTypes = ["radiogroup", "rating", "comment"] as const;
export type QuestionType = (typeof questionTypes)[number];

const asked = { name: z.string().regex(/^q\d+$/), title: z.string(), isRequired: z.boolean() };

const choice = z.object({ value: z.string(), text: z.string() });

const question = z.discriminatedUnion("type", [
  z.object({ type: z.literal("radiogroup"), ...asked, choices: z.array(choice).readonly() }),
  z.object({
    type: z.literal("rating"),
    ...asked,
    rateMin: z.literal(1),
    rateMax: z.literal(5),
    minRateDescription: z.string(),
    maxRateDescription: z.string(),
  }),
  z.object({ type: z.literal("comment"), ...asked, maxLength: z.number() }),
]);

/** A survey as stored in `activity.survey`: SurveyJS JSON of one page, with the three kinds of question we build. */
export const surveyDefinitionSchema = z.object({
  pages: z.tuple([z.object({ name: z.literal("page1"), elements: z.array(question).readonly() })]),
});

export type DraftQuestion = z.output<typeof question>;
export type SurveyDefinition = z.output<typeof surveyDefinitionSchema>;

/** A survey of these questions. */
export function surveyOf(questions: readonly DraftQuestion[]): SurveyDefinition {
  return { pages: [{ name: "page1", elements: [...questions] }] };
}

/** The questions of a stored survey, in order. @throws ZodError for a definition that was not built here. */
export function questionsOf(survey: unknown): readonly DraftQuestion[] {
  return surveyDefinitionSchema.parse(survey).pages[0].elements;
}

const surveyWords = {
  title: line("surveyTitle", 120),
  summary: lines("surveySummary", 1500),
  closesOn: dayFromToday("closesOn"),
};

/** The form for a new survey's title, purpose and closing day (civil, Europe/London; answers are taken that day). */
export const surveyDetailsSchema = z.preprocess(
  (form) => gatherDate("closesOn", form),
  z.strictObject({
    ...surveyWords,
    purposeKey: z.string({ error: "purposeKey.missing" }).min(1, { error: "purposeKey.missing" }),
  }),
);

/** The form that changes these, but for what the survey is for. */
export const changedSurveySchema = z.preprocess(
  (form) => gatherDate("closesOn", form),
  z.strictObject({ ...surveyWords, ...ofActivity }),
);

export type ChangedSurvey = z.output<typeof changedSurveySchema>;
export type SurveyDetails = z.output<typeof surveyDetailsSchema>;

const choiceLines = z
  .string({ error: "choices.few" })
  .transform((typed) =>
    typed
      .split(/\r?\n/)
      .map((text) => text.normalize("NFC").trim())
      .filter((text) => text !== ""),
  )
  .superRefine(
    firstBroken<string[]>(
      [(texts) => texts.length >= 2, "choices.few"],
      [(texts) => texts.length <= 10, "choices.many"],
      [(texts) => texts.every((text) => text.length <= 120), "choices.long"],
      [(texts) => new Set(texts.map((text) => text.toLowerCase())).size === texts.length, "choices.twice"],
    ),
  );

const ofSurvey = {
  activity: z.uuid(),
  title: line("questionTitle", 250),
  required: z.literal("on").optional(),
};

/** The forms that add a question, one for each kind. `choices` is typed one a line. */
export const newQuestionSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("radiogroup"), ...ofSurvey, choices: choiceLines }),
  z.strictObject({
    type: z.literal("rating"),
    ...ofSurvey,
    minLabel: maybeLine("minLabel", 40),
    maxLabel: maybeLine("maxLabel", 40),
  }),
  z.strictObject({ type: z.literal("comment"), ...ofSurvey }),
]);

export type NewQuestion = z.output<typeof newQuestionSchema>;

/** The buttons beside a question of a draft. */
export const questionPlaceSchema = z.strictObject({
  activity: z.uuid(),
  question: z.string().regex(/^q\d+$/),
  move: z.enum(["up", "down", "remove"]),
});

export type QuestionPlace = z.output<typeof questionPlaceSchema>;

/** The press that publishes a draft. */
export const publishSchema = z.strictObject({ activity: z.uuid() });
