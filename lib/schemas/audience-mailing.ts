import { z } from "zod";
import { line, maybeLines } from "./activity-words";
import { mailingAudienceSchema } from "./audience";

const longestSubject = 150;
const longestOpening = 1_500;

/** Subject and opening words as typed; the preview shows them whatever they are. */
export const mailWordsSchema = z.object({
  subject: z.string().max(1_000).optional().catch(undefined),
  opening: z.string().max(5_000).optional().catch(undefined),
});

/** The press that sends what the preview showed. `key` was made with the page, so that a second press is known as one. */
export const sendMailingSchema = z.strictObject({
  activity: z.uuid(),
  audience: z
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
    .pipe(mailingAudienceSchema),
  subject: line("subject", longestSubject),
  opening: maybeLines("opening", longestOpening),
  key: z.uuid(),
  reviewed: z.literal("on", { error: "reviewed.missing" }),
});

/** The presses that pause a mailing, let it go on, or stop it. */
export const steerMailingSchema = z.strictObject({ mailing: z.uuid() });
