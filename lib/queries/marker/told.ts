import type { DeliveryState } from "@/lib/db/generated/enums";

/** Whether a person was told what was decided: where the mail did not go out for certain, a letter or a call is needed. */
export type Told = "told" | "onItsWay" | "notSent";

/** Of when they were told, and of the mail's delivery; undefined where there is none. */
export function toldBy(toldAt: Date | null, state: DeliveryState | undefined): Told {
  if (toldAt !== null) return "told";
  // What was sent is recorded in a moment.
  const waits = state === "queued" || state === "claimed" || state === "handingOver" || state === "sent";
  return waits ? "onItsWay" : "notSent";
}
