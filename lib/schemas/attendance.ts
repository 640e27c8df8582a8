import { z } from "zod";

const outcome = z.enum(["came", "absent"]);
const prefix = "outcome.";

/**
 * The attendance form: one field `outcome.<memberId>` a person, left out while nothing is chosen, and the reference of
 * someone who came without having accepted.
 */
export const attendanceSchema = z
  .object({ session: z.uuid(), alsoCame: z.string().trim().max(40).optional() })
  .catchall(z.unknown())
  .transform((form, context) => {
    const outcomes = new Map<string, z.output<typeof outcome>>();
    for (const [name, value] of Object.entries(form)) {
      if (name === "session" || name === "alsoCame") continue;
      const memberId = z.uuid().safeParse(name.startsWith(prefix) ? name.slice(prefix.length) : null);
      const marked = outcome.safeParse(value);
      if (memberId.success && marked.success) outcomes.set(memberId.data, marked.data);
      else context.addIssue({ code: "custom", path: [name], message: "form.unreadable" });
    }
    return { sessionId: form.session, alsoCame: form.alsoCame ?? "", outcomes };
  });

export type AttendanceMarks = z.output<typeof attendanceSchema>;

/** The name of one person's field. */
export function outcomeField(memberId: string): string {
  return `${prefix}${memberId}`;
}
