import { z } from "zod";
import { reviewAnswers } from "@/lib/policy/content-review";
import { lines } from "./activity-words";

/**
 * Which activity a form is about, and how often it had been changed when the page was opened: a form that began before a
 * change is refused.
 */
export const ofActivity = {
  activity: z.uuid(),
  revision: z
    .string()
    .regex(/^\d{1,9}$/, { error: "form.unreadable" })
    .transform(Number),
};

/** The presses that close an activity early, or open it again. */
export const activityStateSchema = z.strictObject(ofActivity);

const longestReason = 600;
const reason = lines("cancelReason", longestReason);

/** Why an activity is off, in words for those who were invited. */
export const cancelReasonSchema = z.strictObject({ activity: z.uuid(), reason });

/** The reason in the address of the page that shows the mail; null when there is none to show. */
export const shownReasonSchema = z.object({ reason }).transform((shown) => shown.reason);

/** The press that calls an activity off. `key` was made with the page, so that a second press is known as one. */
export const cancelActivitySchema = z.strictObject({
  ...ofActivity,
  reason,
  subject: z.string().min(1).max(300),
  promotion: z.enum(reviewAnswers.promotion, { error: "promotion.missing" }),
  key: z.uuid(),
});
