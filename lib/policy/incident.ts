// A breach is reported within 72 hours from when anybody here knew of it, nights and weekends counted; an attempt counts
// as much as an arrival (UK GDPR 33, 34; PECR reg 2(1A); law.md AC-6, PE-11).
import { isInstant } from "./civil";

const hour = 3_600_000;

/** The last instant (epoch ms) to tell the regulator; null for what is no instant. */
export function regulatorToldBy(awareAt: number): number | null {
  return isInstant(awareAt) ? awareAt + 72 * hour : null;
}

export type Risk = "unlikely" | "risk" | "high";

/** Who is told of a breach. It goes into the register whatever the risk (33(5)). */
export function breachDuties(risk: Risk): {
  readonly regulator: boolean;
  readonly people: boolean;
  readonly register: true;
} {
  return { regulator: risk !== "unlikely", people: risk === "high", register: true };
}

export type Attempt = { readonly permitted: boolean; readonly outcome: "sent" | "bounced" | "notAnswered" };

/** Whether an attempt to reach somebody is itself a breach: it is when it was not permitted, arrived or not. */
export function attemptIsBreach({ permitted }: Attempt): boolean {
  return !permitted;
}

/** A message to several people never shows them to each other; only one person may stand in To or Cc. */
export function showsOthers(visibleRecipients: number): boolean {
  return visibleRecipients > 1;
}
