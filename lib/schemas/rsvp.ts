import { z } from "zod";

const longestNeed = 1_000;

/**
 * The answer to an invitation. The first button says yes and posts no answer; the others post theirs. `need` is what
 * would help the person take part, null when nothing was written.
 */
export const rsvpSchema = z.strictObject({
  answer: z.enum(["accepted", "declined", "notThis"]).default("accepted"),
  invitationId: z.uuid().optional(),
  sessionId: z.uuid({ error: "rsvp.session.missing" }).optional(),
  need: z
    .string()
    .default("")
    .transform((typed) => typed.normalize("NFC").replaceAll("\r\n", "\n").trim())
    .refine((typed) => typed.length <= longestNeed, { error: "adjustment.long" })
    .transform((typed) => (typed === "" ? null : typed)),
  agreed: z.literal("on").optional(),
  token: z.string().max(1000).optional(),
});

export type PostedRsvp = z.output<typeof rsvpSchema>;
