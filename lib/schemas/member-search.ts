import { z } from "zod";

const maybe = z.string().max(200).optional().catch(undefined);
const reference = z
  .string()
  .regex(/^[A-Z]{1,6}-[0-9A-Z]{3,12}$/)
  .optional()
  .catch(undefined);

/** The address of the member list. What was searched for is a sealed token; anything unreadable is as if not there. */
export const memberListSchema = z.object({
  state: z.enum(["everyone", "applicant", "left", "ended"]).optional().catch(undefined),
  area: maybe,
  tenure: maybe,
  interest: maybe,
  age: maybe,
  search: z.string().max(1_000).optional().catch(undefined),
  after: reference,
  before: reference,
});

export type MemberList = z.output<typeof memberListSchema>;

/** The search box; it keeps the filters that were chosen. */
export const memberSearchSchema = memberListSchema
  .omit({ search: true, after: true, before: true })
  .extend({ words: z.string().max(300, { error: "memberSearch.long" }).default("") })
  .strict();
