import { z } from "zod";
import { isCivilDate } from "@/lib/policy/civil";
import { legalHoldGrounds } from "@/lib/policy/legal-hold";
import { gatherDate } from "./activity-date";

const id = z.uuid({ error: "form.unreadable" });
const reason = z.string().trim().min(10, { error: "reasons.short" }).max(2_000, { error: "reasons.long" });
const ownerId = z.uuid({ error: "legalHold.ownerId.missing" });
const reviewOn = z
  .string()
  .refine((day) => day !== "", { error: "legalHold.reviewOn.missing", abort: true })
  .refine(isCivilDate, { error: "legalHold.reviewOn.unreal" });

/** How many steps there were when the page was opened: a form from before another step is refused. */
const seen = z
  .string()
  .regex(/^\d{1,6}$/, { error: "form.unreadable" })
  .transform(Number);

const withReviewDay = <Form extends z.ZodType>(form: Form) =>
  z.preprocess((sent) => gatherDate("reviewOn", sent), form);

const placed = {
  ground: z.enum(legalHoldGrounds, { error: "legalHold.ground.missing" }),
  reason,
  ownerId,
  reviewOn,
};

/** The form that holds one person, by reference. Days are civil, Europe/London. */
export const placeLegalHoldSchema = withReviewDay(
  z.strictObject({ reference: z.string().min(1).max(20), ...placed }),
);

/** The form that holds everyone of the panel, which must be meant. */
export const holdEveryoneSchema = withReviewDay(
  z.strictObject({ ...placed, everyone: z.literal("on", { error: "legalHold.everyone.missing" }) }),
).transform(({ everyone: _, ...hold }) => hold);

/** The review of a hold that stays: until when, and who looks after it. */
export const reviewLegalHoldSchema = withReviewDay(z.strictObject({ id, seen, ownerId, reviewOn, reason }));

/** The proposal that a hold ends, or that it does not after all. */
export const legalHoldReasonSchema = z.strictObject({ id, seen, reason });

/** The second person agrees. */
export const releaseLegalHoldSchema = z
  .strictObject({ id, seen, sure: z.literal("on", { error: "legalHold.sure.missing" }) })
  .transform(({ sure: _, ...release }) => release);

const place = z.object({
  review: z.string().refine(isCivilDate).optional().catch(undefined),
  released: z.iso.datetime().optional().catch(undefined),
  id: z.uuid().optional().catch(undefined),
});

/** Where a page of legal holds begins: after the one with this day of review, or before the one released at this instant. */
export const legalHoldPlaceSchema = place.transform(({ review, released, id: last }) => ({
  standing: review === undefined || last === undefined ? undefined : { reviewOn: review, id: last },
  released:
    released === undefined || last === undefined ? undefined : { releasedAt: new Date(released), id: last },
}));

/** Whom a new hold is to keep, as an address says it. */
export const newLegalHoldQuerySchema = z.object({
  member: z.string().trim().min(1).max(20).optional().catch(undefined),
  everyone: z
    .literal("1")
    .optional()
    .catch(undefined)
    .transform((said) => said !== undefined),
});
