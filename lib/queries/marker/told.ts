import type { DeliveryState } from "@/lib/db/generated/enums";

/** What became of a mail that tells a person something: a letter or a call is needed where it was not sent for certain. */
export type Told = "sent" | "onItsWay" | "notSent";

/** The same of its delivery's state; undefined where there is no delivery. */
export function toldBy(state: DeliveryState | undefined): Told {
  const waits = state === "queued" || state === "claimed" || state === "handingOver";
  return state === "sent" ? "sent" : waits ? "onItsWay" : "notSent";
}
