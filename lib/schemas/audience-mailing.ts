import { z } from "zod";
import { line, maybeLines } from "./activity-words";
import { mailingAudienceSchema } from "./audience";

const longestSubject = 150;
const longestOpening = 1_500;

/** Subject and opening words as typed; the preview shows them whatever they are. */
export const mailWordsSchema = z.object({
  subject: z.string().max(1_000).optional().catch(undefined),
  opening: z.string().max(5_000).optional().catch(undefined),
  /** The words were changed and "Send" pressed before anybody had seen the mail with them. */
  unseen: z.literal("1").optional().catch(undefined),
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

/**
 * The form below the preview: sends what the preview showed, or shows the words that were typed. Words that differ from
 * those that were shown are never sent unseen. `key` was made with the page, so that a second press is known as one.
 */
export const sendMailingSchema = z
  .strictObject({
    activity: z.uuid(),
    page: z.enum(["preview", "reminder", "tell"]),
    audience,
    ...words,
    shownSubject: z.string().max(1_000),
    shownOpening: words.opening.catch("\u0000"),
    key: z.uuid(),
    press: z.literal("look").optional(),
    reviewed: z.literal("on").optional(),
  })
  .transform(({ press, shownSubject, shownOpening, ...form }) => {
    const changed = form.subject !== shownSubject.trim() || form.opening !== shownOpening;
    return { ...form, look: press === "look" || changed, unseen: press !== "look" && changed };
  })
  .superRefine(({ look, reviewed }, context) => {
    if (look || reviewed === "on") return;
    context.addIssue({ code: "custom", path: ["reviewed"], message: "reviewed.missing" });
  });

/** The presses that pause a mailing, let it go on, or stop it. */
export const steerMailingSchema = z.strictObject({ mailing: z.uuid() });
