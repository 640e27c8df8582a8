import { z } from "zod";
import {
  meansTheSame,
  reviewAnswers,
  reviewQuestions,
  unanswered,
  type ContentReview,
} from "@/lib/policy/content-review";
import { line, maybeLines } from "./activity-words";
import { mailingAudienceSchema } from "./audience";

const longestSubject = 150;
const longestOpening = 1_500;

const answer = <A extends string>(answers: readonly [A, ...A[]]) =>
  z
    .union([z.literal(""), z.enum(answers)])
    .optional()
    .transform((chosen) => (chosen === undefined || chosen === "" ? null : chosen));

/** What was answered about the words; null: not answered. */
const reviewSchema = z.object({
  promotion: answer(reviewAnswers.promotion),
  incentive: answer(reviewAnswers.incentive),
  about: answer(reviewAnswers.about),
  occasion: answer(reviewAnswers.occasion),
});

/** The same in the address of a page; what cannot be read is not answered. */
export const reviewQuerySchema = reviewSchema.catch(unanswered);

/** What was answered, as the address of a page says it. */
export function reviewQuery(review: ContentReview): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(reviewQuestions.map((question) => [question, review[question] ?? undefined]));
}

/** Subject and opening words as typed; the preview shows them whatever they are. */
export const mailWordsSchema = z.object({
  subject: z.string().max(1_000).optional().catch(undefined),
  opening: z.string().max(5_000).optional().catch(undefined),
  /** The words or the answers were changed and "Send" pressed before anybody had seen what that does. */
  unseen: z.enum(["words", "answers"]).optional().catch(undefined),
});
export type MailWordsTyped = z.output<typeof mailWordsSchema>;

const audience = z
  .string()
  .max(20_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: "form.unreadable" });
      return z.NEVER;
    }
  })
  .pipe(mailingAudienceSchema);

const words = {
  subject: line("subject", longestSubject),
  opening: maybeLines("opening", longestOpening),
};

const shownReview = z
  .string()
  .max(500)
  .transform((text): unknown => Object.fromEntries(new URLSearchParams(text)))
  .pipe(reviewSchema);

/** Which questions the form asked, of those there are. */
const asked = z
  .string()
  .max(100)
  .transform((names) => reviewQuestions.filter((question) => names.split(" ").includes(question)));

/**
 * The form below the preview: sends what the preview showed, or shows the words that were typed. Words that differ from
 * those that were shown are never sent unseen, nor answers that change who gets the mail. `key` was made with the page, so
 * that a second press is known as one.
 */
export const sendMailingSchema = z
  .strictObject({
    activity: z.uuid(),
    page: z.enum(["preview", "reminder", "tell"]),
    audience,
    ...words,
    shownSubject: z.string().max(1_000),
    shownOpening: words.opening.catch("\u0000"),
    ...reviewSchema.shape,
    shownReview,
    asked,
    key: z.uuid(),
    press: z.literal("look").optional(),
    reviewed: z.literal("on").optional(),
  })
  .transform((typed) => {
    const { press, shownSubject, shownOpening, shownReview: shown, ...form } = typed;
    const { promotion, incentive, about, occasion, ...rest } = form;
    const review: ContentReview = { promotion, incentive, about, occasion };
    const otherWords = form.subject !== shownSubject.trim() || form.opening !== shownOpening;
    const otherAnswers = !meansTheSame(review, shown);
    const unseen = otherWords ? ("words" as const) : otherAnswers ? ("answers" as const) : undefined;
    const look = press === "look" || unseen !== undefined;
    return { ...rest, review, look, unseen: press === "look" ? undefined : unseen };
  })
  .superRefine(({ look, reviewed, review, asked: questions }, context) => {
    if (look) return;
    for (const question of questions.filter((each) => review[each] === null)) {
      context.addIssue({ code: "custom", path: [question], message: `${question}.missing` });
    }
    if (reviewed !== "on") {
      context.addIssue({ code: "custom", path: ["reviewed"], message: "reviewed.missing" });
    }
  });

/** The presses that pause a mailing, let it go on, or stop it. */
export const steerMailingSchema = z.strictObject({ mailing: z.uuid() });
