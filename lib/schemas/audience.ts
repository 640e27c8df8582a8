import { z } from "zod";

const chosen = z.array(z.string().min(1).max(120)).max(200).readonly();

/**
 * Whom a mailing is for, as stored in `mailing.audience`. An empty list of areas, tenures or interests does not
 * narrow; several values of one list are alternatives; the three lists must all hold.
 */
export const audienceSchema = z.discriminatedUnion("who", [
  z.object({ who: z.literal("members"), areas: chosen, tenures: chosen, interests: chosen }),
  /** Those invited to the activity who have neither answered nor said "not this one". */
  z.object({ who: z.literal("unanswered") }),
]);

export type Audience = z.output<typeof audienceSchema>;

/** Everyone who is a member: nothing narrows. */
export const everyone: Audience = { who: "members", areas: [], tenures: [], interests: [] };
