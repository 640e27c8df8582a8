import { z } from "zod";
import { isCivilDate } from "@/lib/policy/civil";
import { gatherDate } from "./activity-date";

const day = (name: string) => z.string().refine(isCivilDate, { error: `review.${name}.unreal` });

const words = (name: string) =>
  z
    .string()
    .trim()
    .min(1, { error: `review.${name}.missing` })
    .max(20_000, { error: "review.long" });

const shared = {
  key: z.string().min(1).max(80),
  number: z
    .string()
    .regex(/^\d{1,6}$/, { error: "form.unreadable" })
    .transform(Number),
  title: words("title"),
  ownerRole: words("ownerRole"),
  approvedOn: day("approvedOn"),
  reviewOn: day("reviewOn"),
};

/** The parts of each kind of assessment, in the order they are written and read (law.md AC-2, AC-3, SC-4). */
export const reviewParts = {
  lia: ["purpose", "necessity", "balance"],
  dpia: ["processing", "necessity", "risks", "measures"],
  appropriatePolicyDocument: ["condition", "principles", "retention"],
} as const;
export type AssessmentKind = keyof typeof reviewParts;

const kinds = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({
      ...shared,
      kind: z.literal("lia"),
      purpose: words("purpose"),
      necessity: words("necessity"),
      balance: words("balance"),
    }),
    z.strictObject({
      ...shared,
      kind: z.literal("dpia"),
      processing: words("processing"),
      necessity: words("necessity"),
      risks: words("risks"),
      measures: words("measures"),
    }),
    z.strictObject({
      ...shared,
      kind: z.literal("appropriatePolicyDocument"),
      condition: words("condition"),
      principles: words("principles"),
      retention: words("retention"),
    }),
  ],
  { error: "form.unreadable" },
);

export type ReviewToRecord = {
  readonly key: string;
  /** How many records there were under the key when the form was opened: a form from before another review is refused. */
  readonly number: number;
  readonly kind: AssessmentKind;
  readonly title: string;
  readonly ownerRole: string;
  readonly approvedOn: string;
  readonly reviewOn: string;
  readonly content: Readonly<Record<string, string>>;
};

const days = (form: unknown) => gatherDate("approvedOn", gatherDate("reviewOn", form));

/** The form for the review of an assessment. Days are civil, Europe/London. */
export const reviewSchema = z
  .preprocess(days, kinds)
  .refine(({ approvedOn, reviewOn }) => reviewOn > approvedOn, {
    path: ["reviewOn"],
    error: "review.reviewOn.early",
  })
  .transform(({ key, number, kind, title, ownerRole, approvedOn, reviewOn, ...content }): ReviewToRecord => {
    return { key, number, kind, title, ownerRole, approvedOn, reviewOn, content };
  });
