import { z } from "zod";
import { isCivilDate } from "@/lib/policy/civil";

// Addresses are typed, shortened and forwarded: what cannot be read narrows nothing, and is never an error.

const text = z.string().trim().min(1).max(80).optional().catch(undefined);
const day = z.string().refine(isCivilDate).optional().catch(undefined);
const seq = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt)
  .optional()
  .catch(undefined);

/** What the trail's address may say. */
export const trailQuerySchema = z.object({
  member: text,
  purpose: text,
  event: text,
  from: day,
  to: day,
  before: seq,
  after: seq,
});
export type TrailQuery = z.output<typeof trailQuerySchema>;

/** Where a page of the trail begins. */
export const trailPlaceSchema = trailQuerySchema.pick({ before: true, after: true });

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
