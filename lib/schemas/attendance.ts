import { z } from "zod";

const outcome = z.enum(["came", "absent"]);
const prefix = "outcome.";
const named = new Set(["session", "rest", "alsoCame"]);

/**
 * The attendance form: one field `outcome.<memberId>` a person, left out while nothing is chosen; whether everyone else who
 * accepted came; and the reference of someone who came without having accepted.
 */
export const attendanceSchema = z
  .object({
    session: z.uuid(),
    rest: z.literal("on").optional(),
    alsoCame: z.string().trim().max(40).optional(),
  })
  .catchall(z.unknown())
  .transform((form, context) => {
    const outcomes = new Map<string, z.output<typeof outcome>>();
    for (const [name, value] of Object.entries(form)) {
      if (named.has(name)) continue;
      const memberId = z.uuid().safeParse(name.startsWith(prefix) ? name.slice(prefix.length) : null);
      const marked = outcome.safeParse(value);
      if (memberId.success && marked.success) outcomes.set(memberId.data, marked.data);
      else context.addIssue({ code: "custom", path: [name], message: "form.unreadable" });
    }
    return { sessionId: form.session, rest: form.rest === "on", alsoCame: form.alsoCame ?? "", outcomes };
  });

export type AttendanceMarks = z.output<typeof attendanceSchema>;

/** The name of one person's field. */
export function outcomeField(memberId: string): string {
  return `${prefix}${memberId}`;
}
