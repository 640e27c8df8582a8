import { z } from "zod";
import type { RandomSample } from "@/lib/policy/sample";

const chosen = z.array(z.string().min(1).max(120)).max(200).readonly();

/** How many to ask at most, drawn at random from all who may be asked. */
const size = z.int().min(1).max(1_000_000);

/**
 * Whom a mailing is for, as stored in `mailing.audience`. An empty list of areas, tenures or interests does not
 * narrow; several values of one list are alternatives; the three lists must all hold.
 */
export const audienceSchema = z.discriminatedUnion("who", [
  z.object({
    who: z.literal("members"),
    areas: chosen,
    tenures: chosen,
    interests: chosen,
    sample: z.object({ size }).optional(),
  }),
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

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** A parameter of an address as a list: it may stand there once, several times or not at all. */
function listOf<Value>(given: Value | Value[] | undefined): Value[] {
  if (given === undefined) return [];
  return Array.isArray(given) ? given : [given];
}

const several = z.preprocess((given) => listOf(given), chosen);

/** How many at random, as typed: "1,500"; empty for all. */
const typedSize = z
  .preprocess((given) => given ?? "", z.string({ error: "sample.unreal" }))
  .transform((typed) => typed.replaceAll(/[\s,]/g, ""))
  .refine((typed) => typed === "" || (/^\d+$/.test(typed) && size.safeParse(Number(typed)).success), {
    error: "sample.unreal",
  });

/**
 * The audience in the address of a page: `area`, `tenure` and `interest`, each as often as needed, and `sample` for how many
 * at random; or `who=unanswered`. What cannot be read is refused: it must never come to mean everyone.
 */
export const audienceQuerySchema = z
  .object({
    ...{ who: z.literal("unanswered").optional(), area: several, tenure: several, interest: several },
    sample: typedSize,
  })
  .transform(({ who, area: areas, tenure: tenures, interest: interests, sample: typed }): Audience => {
    if (who !== undefined) return { who };
    const lists = { ...everyone, areas, tenures, interests };
    return typed === "" ? lists : { ...lists, sample: { size: Number(typed) } };
  });

/** What the address says of it, whether or not it can be read, for the form that asks again. */
export function typedAudience({ area, tenure, interest, sample }: Query) {
  return {
    ...{ areas: listOf(area), tenures: listOf(tenure), interests: listOf(interest) },
    sample: listOf(sample)[0] ?? "",
  };
}

/** Whom a mail is for, in the address of its preview. */
export const mailingAudienceQuerySchema = z.union([guestsSchema, audienceQuerySchema]);

/** The same audience as the address of a page says it. */
export function audienceQuery(audience: MailingAudience): Readonly<Record<string, readonly string[]>> {
  if (audience.who !== "members") return { who: [audience.who] };
  const { areas, tenures, interests } = audience;
  const wanted = sampleSize(audience);
  const lists = { area: areas, tenure: tenures, interest: interests };
  return wanted === undefined ? lists : { ...lists, sample: [String(wanted)] };
}
