import { z } from "zod";
import { channels, consentDecisions } from "@/lib/policy/vocabulary";

const text = z.string();

/** What a join request holds while it waits, one key a page. Read with this schema, since it was once typed by someone. */
export const joinDraftSchema = z.object({
  details: z
    .object({
      givenName: text,
      familyName: text,
      email: text,
      phone: text,
      addressLine1: text,
      addressLine2: text,
      town: text,
      postcode: text,
    })
    .optional(),
  /** Every choice that was shown, with the words beside it; `decision` is null where a box was left empty. */
  choices: z
    .array(
      z.object({
        purposeKey: text,
        channel: z.enum(channels).nullable(),
        answer: z.enum(["yes", "no"]),
        decision: z.enum(consentDecisions).nullable(),
        wording: text,
      }),
    )
    .optional(),
  /** Field key → answer. */
  questions: z.record(text, z.union([text, z.array(text)])).optional(),
  /** Sensitive field key → answer, with the statement affirmed where the condition is explicit consent. */
  sensitive: z.record(text, z.object({ value: text, statement: text.nullable() })).optional(),
});

export type JoinDraft = z.output<typeof joinDraftSchema>;
