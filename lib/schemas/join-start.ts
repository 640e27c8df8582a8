import { z } from "zod";

/** Beginning to join: the person says that the panel is for them. */
export const joinStartSchema = z.strictObject({
  eligible: z.literal("on", { error: "join.eligible.missing" }),
  /** Which language or format of the notice, as in its address; the standard one when absent. */
  edition: z.string().max(60).optional(),
});

/** A form that is only a button. */
export const nothingSchema = z.strictObject({});

/** A form behind a signed link: the link is checked where it is used. */
export const linkSchema = z.strictObject({ link: z.string().max(500) });
