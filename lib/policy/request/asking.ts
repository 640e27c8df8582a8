// What may be asked of somebody before they are answered (UK GDPR 12(5), 12(6), 12A(5), 15(3); law.md RR-4 to RR-7).
import type { CaptureMethod, CivilDate } from "../vocabulary";
import type { RequestClock } from "./clock";
import type { Asked, RequestKind } from "./request";

/** Why a fee may be asked: nothing else makes an answer cost anything. */
export const feeGrounds = ["manifestlyUnfounded", "excessive", "furtherCopies"] as const;
export type FeeGround = (typeof feeGrounds)[number];

/** What a request is, as far as asking about it goes. */
export type RequestToAskAbout = {
  readonly kind: RequestKind;
  /** `web`: they were signed in when they asked. */
  readonly method: CaptureMethod;
  readonly clock: Pick<RequestClock, "standing" | "waitsFor">;
};

/** Whether who asks can be doubted: never somebody who was signed in (12(6); law.md RR-6). */
export function identityInDoubt(method: CaptureMethod): boolean {
  return method !== "web";
}

/** Whether a fee may be asked for on this ground: further copies only of what was asked for in a copy (15(3)). */
export function mayCharge(kind: RequestKind, ground: string): ground is FeeGround {
  if (ground === "furtherCopies") return kind === "access";
  return feeGrounds.some((one) => one === ground);
}

export type AskRefusal = "identityKnown" | "clarificationOnlyForAccess" | "askedAlready" | "late";

/** Why something may not be asked now; null when it may. Once the last day is over, asking does not bring it back. */
export function askRefusal(what: Asked, { kind, method, clock }: RequestToAskAbout): AskRefusal | null {
  if (what === "identity" && !identityInDoubt(method)) return "identityKnown";
  if (what === "clarification" && kind !== "access") return "clarificationOnlyForAccess";
  if (clock.waitsFor.includes(what)) return "askedAlready";
  return clock.standing === "overdue" ? "late" : null;
}

export type ExtensionRefusal = "extendedAlready" | "extensionLate";

/** Why the time may not be extended by a notice sent on a day; null when it may (12A(3)-(4); law.md RR-5). */
export function extensionRefusal(
  clock: Pick<RequestClock, "extension" | "extendBy">,
  noticeOn: CivilDate,
): ExtensionRefusal | null {
  if (clock.extension === "valid") return "extendedAlready";
  return noticeOn > clock.extendBy ? "extensionLate" : null;
}
