import { z } from "zod";

/** Beginning to join: the person says that the panel is for them. */
export const joinStartSchema = z.object({
  eligible: z.literal("on", { error: "join.eligible.missing" }),
});

/** A form that is only a button. */
export const nothingSchema = z.object({});

/** A form behind a signed link: the link is checked where it is used. */
export const linkSchema = z.object({ link: z.string().max(500) });
