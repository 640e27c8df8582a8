// When people who have not answered may be asked again (UK GDPR 5(1)(a); DESIGN section 5, contact budget: every approach counts).

/**
 * How long (ms) to wait after an invitation or a reminder: three days, so that people who read their mail twice a week have
 * seen the first before the second comes.
 */
const waitMs = 3 * 86_400_000;

export type ReminderStanding =
  | { readonly kind: "now" }
  /** Not before this instant (epoch ms). */
  | { readonly kind: "later"; readonly from: number }
  /** Every place is taken: who says yes now would find it full. */
  | { readonly kind: "full" };

/**
 * Whether a reminder may go at an instant (epoch ms). `askedAt`: the last invitation or reminder about the activity, null
 * when nobody was asked; `capacity`: null for what has no places.
 */
export function reminderStanding(
  activity: { readonly askedAt: number | null; readonly capacity: number | null; readonly accepted: number },
  at: number,
): ReminderStanding {
  const { askedAt, capacity, accepted } = activity;
  if (capacity !== null && accepted >= capacity) return { kind: "full" };
  if (askedAt !== null && at < askedAt + waitMs) return { kind: "later", from: askedAt + waitMs };
  return { kind: "now" };
}
