import { reminderStanding, type ReminderStanding } from "@/lib/policy/reminder";
import type { ActivityView } from "@/lib/queries/staff/get-activity";

/** Whether a reminder about the activity may go now, and from when if not yet. */
export function reminderOf({ askedAt, session, accepted }: ActivityView, at: Date): ReminderStanding {
  const known = { askedAt: askedAt?.getTime() ?? null, capacity: session?.capacity ?? null, accepted };
  return reminderStanding(known, at.getTime());
}
