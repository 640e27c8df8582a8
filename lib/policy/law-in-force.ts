// What changed in the law, from which day; rules read the day from here (law.md 0.2).
import { startOfDay } from "./civil";
import type { CivilDate } from "./vocabulary";

export const lawChanges = {
  /** Searches for access requests are reasonable and proportionate (UK GDPR 15(1A); DUAA 2025 s.78(5), deemed). */
  reasonableSearch: "2024-01-01",
  /** First part of the Data (Use and Access) Act 2025 (SI 2025/904). */
  firstCommencement: "2025-08-20",
  /** PECR reg 22(3A) (DUAA 2025 s.114; SI 2026/82 reg 2). */
  charitySoftOptIn: "2026-02-05",
  /** UK GDPR 6(1)(ea), Annex 1, 8A (SI 2026/82 reg 2). */
  recognisedInterests: "2026-02-05",
  /** UK GDPR 12A: the new clock of requests. Older ones keep the old clock. */
  newRequestClock: "2026-02-05",
  /** UK GDPR 22A-22D instead of 22. */
  newAutomatedDecisions: "2026-02-05",
  /** UK GDPR 44A-49A. */
  newTransfers: "2026-02-05",
  /** PECR reg 6 and Schedule A1. */
  deviceStorageExceptions: "2026-02-05",
  /** PECR fines as high as those of the UK GDPR, for what was done from then on. */
  higherPecrFines: "2026-02-05",
  /** Complaint to the controller, DPA 2018 s.164A, and Art 13(2)(ca) (SI 2026/82 reg 3, 7). */
  complaintToController: "2026-06-19",
  /** Social landlords publish (STAIRs chapter 1) and answer requests (chapter 2); England, private registered providers. */
  stairsPublication: "2026-10-01",
  stairsRequests: "2027-04-01",
} as const satisfies Record<string, CivilDate>;

export type LawChange = keyof typeof lawChanges;

/** True when the change was in force at the instant (epoch ms); an instant that is no instant is before every change. */
export function inForceAt(change: LawChange, at: number): boolean {
  const start = startOfDay(lawChanges[change]);
  return start !== null && at >= start;
}

/** Whether a complaint received on a day must be acknowledged within 30 days (DPA 2018 s.164A; older ones need not). */
export function complaintDuty(receivedOn: CivilDate): boolean {
  const start = startOfDay(receivedOn);
  return start !== null && inForceAt("complaintToController", start);
}

/** The most the regulator may ask for a breach of PECR regs 6 and 19 to 24 (PE-15). */
export function pecrCeiling(at: number): "£500,000" | "£17.5 million or 4 % of turnover" {
  return inForceAt("higherPecrFines", at) ? "£17.5 million or 4 % of turnover" : "£500,000";
}
