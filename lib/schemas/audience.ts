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

const several = z
  .preprocess((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]), chosen)
  .catch([]);

/** The audience in the address of a page: `area`, `tenure` and `interest`, each as often as needed, or `who=unanswered`. */
export const audienceQuerySchema = z
  .object({ who: several, area: several, tenure: several, interest: several })
  .transform(({ who, area, tenure, interest }): Audience =>
    who.includes("unanswered")
      ? { who: "unanswered" }
      : { who: "members", areas: area, tenures: tenure, interests: interest },
  );

/** The same audience as the address of a page says it. */
export function audienceQuery(audience: Audience): Readonly<Record<string, readonly string[]>> {
  if (audience.who === "unanswered") return { who: ["unanswered"] };
  return { area: audience.areas, tenure: audience.tenures, interest: audience.interests };
}
