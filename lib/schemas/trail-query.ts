import { z } from "zod";
import { isCivilDate } from "@/lib/policy/civil";
import { channels } from "@/lib/policy/vocabulary";

// Addresses are typed, shortened and forwarded: what cannot be read narrows nothing, and is never an error.

const text = z.string().trim().min(1).max(80).optional().catch(undefined);
const day = z.string().refine(isCivilDate).optional().catch(undefined);
const seq = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt)
  .optional()
  .catch(undefined);

/** In which capacity somebody acts, as entries say it. */
export const actorKinds = ["member", "staff", "dpo", "link", "system"] as const;

/** A capacity, or one member of staff by id. */
const actor = z
  .union([z.enum(actorKinds), z.uuid()])
  .optional()
  .catch(undefined);

/** What a view keeps: anything that narrows the trail but to one person. */
export const trailViewFilterSchema = z.object({
  purpose: text,
  event: text,
  actor,
  channel: z.enum(channels).optional().catch(undefined),
  from: day,
  to: day,
});
export type TrailViewFilter = z.output<typeof trailViewFilterSchema>;

/** What the trail's address may say. */
export const trailQuerySchema = trailViewFilterSchema.extend({ member: text, before: seq, after: seq });
export type TrailQuery = z.output<typeof trailQuerySchema>;

/** Which part of a person's timeline, and from which end: newest first unless the oldest are asked for. */
export const timelinePlaceSchema = z
  .object({ order: z.literal("oldest").optional().catch(undefined), before: seq, after: seq })
  .transform(({ order, before, after }) => {
    const oldest = order === "oldest";
    return { oldest, place: { before, after: oldest && before === undefined ? (after ?? 0n) : after } };
  });

/** The day that is asked about. What is no day asks nothing, nor does one after `today`: nobody knows yet. */
export function agreedQuerySchema(today: string) {
  return z.object({ on: day.refine((on) => on === undefined || on <= today).catch(undefined) });
}

/** An entry's number in an address. */
export const seqSchema = z
  .string()
  .regex(/^[1-9]\d{0,17}$/)
  .transform(BigInt);

/** Where a page of the retention list begins: the last item of the page before. */
export const retentionPlaceSchema = z
  .object({ due: z.string().refine(isCivilDate), id: z.uuid() })
  .transform(({ due, id }) => ({ dueOn: due, id }))
  .optional()
  .catch(undefined);

/** Where a page of the waiting objections begins: the last objection of the page before. */
export const waitingPlaceSchema = z
  .object({ since: z.iso.datetime(), member: z.uuid(), purpose: z.string().min(1).max(64) })
  .transform(({ since, member, purpose }) => ({
    since: new Date(since),
    memberId: member,
    purposeKey: purpose,
  }))
  .optional()
  .catch(undefined);
