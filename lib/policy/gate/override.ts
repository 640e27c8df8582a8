// Only the panel's own promises can be set aside, for one message, by the data protection officer, with a reason: never a
// "no", and never the law (law.md PE-15).
import type { GateCode, GateDecision } from "./types";
import type { StaffRole } from "../vocabulary";

const ownPromises: readonly GateCode[] = ["member.askedRecently", "panel.quietDates"];

/** Whether a role may let a refused message through, for a reason in words. */
export function mayOverride(role: StaffRole, decision: Pick<GateDecision, "code">, reason: string): boolean {
  return role === "dpo" && reason.trim().length >= 10 && ownPromises.includes(decision.code);
}
