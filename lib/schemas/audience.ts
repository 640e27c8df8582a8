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

/** People who were asked already, for a message about what they were asked to. */
export const guestsSchema = z.discriminatedUnion("who", [
  /** Those who said yes before day, time, place or link last changed: they know the old ones. */
  z.object({ who: z.literal("accepted") }),
  /** Everyone invited who has not said no. */
  z.object({ who: z.literal("expected") }),
]);

export type Guests = z.output<typeof guestsSchema>;

/** Whom any mailing is for. */
export const mailingAudienceSchema = z.union([audienceSchema, guestsSchema]);
export type MailingAudience = z.output<typeof mailingAudienceSchema>;

/** Whether a mailing tells people of what they were asked to already, instead of asking them. */
export function isGuests(audience: MailingAudience): audience is Guests {
  return guestsSchema.safeParse(audience).success;
}

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

/** Whom a mail is for, in the address of its preview. */
export const mailingAudienceQuerySchema = z.union([
  z.object({ who: several.transform(([who]) => who) }).pipe(guestsSchema),
  audienceQuerySchema,
]);

/** The same audience as the address of a page says it. */
export function audienceQuery(audience: MailingAudience): Readonly<Record<string, readonly string[]>> {
  if (audience.who !== "members") return { who: [audience.who] };
  return { area: audience.areas, tenure: audience.tenures, interest: audience.interests };
}
