import { z } from "zod";
import type { RandomSample } from "@/lib/policy/sample";

const chosen = z.array(z.string().min(1).max(120)).max(200).readonly();

/** How many to ask at most, drawn at random from all who may be asked. */
const sample = z.object({ size: z.coerce.number().int().min(1).max(1_000_000) }).optional();

/**
 * Whom a mailing is for, as stored in `mailing.audience`. An empty list of areas, tenures or interests does not
 * narrow; several values of one list are alternatives; the three lists must all hold.
 */
export const audienceSchema = z.discriminatedUnion("who", [
  z.object({ who: z.literal("members"), areas: chosen, tenures: chosen, interests: chosen, sample }),
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

/** An audience as its mailing keeps it: the seed of a sample is drawn when the mailing is sent. */
export type StoredAudience = MailingAudience & { readonly sample?: RandomSample | undefined };

/** How many are wanted of an audience, at random; undefined for all. */
export function sampleSize(audience: MailingAudience): number | undefined {
  return audience.who === "members" ? audience.sample?.size : undefined;
}

/** Whether a mailing tells people of what they were asked to already, instead of asking them. */
export function isGuests(audience: MailingAudience): audience is Guests {
  return guestsSchema.safeParse(audience).success;
}

/** Everyone who is a member: nothing narrows. */
export const everyone: Extract<Audience, { who: "members" }> = {
  who: "members",
  areas: [],
  tenures: [],
  interests: [],
};

const several = z
  .preprocess((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]), chosen)
  .catch([]);

/**
 * The audience in the address of a page: `area`, `tenure` and `interest`, each as often as needed, and `sample` for how many
 * at random; or `who=unanswered`.
 */
export const audienceQuerySchema = z
  .object({ who: several, area: several, tenure: several, interest: several, sample: several })
  .transform(({ who, area, tenure, interest, sample: [size] }): Audience => {
    if (who.includes("unanswered")) return { who: "unanswered" };
    const chosenLists = { who: "members", areas: area, tenures: tenure, interests: interest } as const;
    const wanted = sample.safeParse({ size });
    return wanted.success && wanted.data !== undefined
      ? { ...chosenLists, sample: wanted.data }
      : chosenLists;
  });

/** Whom a mail is for, in the address of its preview. */
export const mailingAudienceQuerySchema = z.union([
  z.object({ who: several.transform(([who]) => who) }).pipe(guestsSchema),
  audienceQuerySchema,
]);

/** The same audience as the address of a page says it. */
export function audienceQuery(audience: MailingAudience): Readonly<Record<string, readonly string[]>> {
  if (audience.who !== "members") return { who: [audience.who] };
  const { areas, tenures, interests } = audience;
  const size = sampleSize(audience);
  const lists = { area: areas, tenure: tenures, interest: interests };
  return size === undefined ? lists : { ...lists, sample: [String(size)] };
}
