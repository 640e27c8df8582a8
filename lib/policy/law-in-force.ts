// What changed in the law, from which day; rules read the day from here (law.md 0.2).
import { startOfDay } from "./civil";
import type { CivilDate } from "./vocabulary";

export const lawChanges = {
  /** PECR reg 22(3A), Art 6(1)(ea), Art 12A, new transfers (DUAA 2025; SI 2026/82 reg 2). */
  charitySoftOptIn: "2026-02-05",
  /** Complaint to the controller, DPA 2018 s.164A, and Art 13(2)(ca) (SI 2026/82 reg 3, 7). */
  complaintToController: "2026-06-19",
} as const satisfies Record<string, CivilDate>;

/** True when the change was in force at the instant (epoch ms); an instant that is no instant is before every change. */
export function inForceAt(change: keyof typeof lawChanges, at: number): boolean {
  const start = startOfDay(lawChanges[change]);
  return start !== null && at >= start;
}
