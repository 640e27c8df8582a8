// From the moment somebody objects, nothing more is done with their details for that purpose until a person decided
// (UK GDPR 12A, 18(1)(d), 21; law.md LB-5, LB-6, LB-7).
import { addPeriod, londonDate } from "./civil";
import { rightApplies } from "./rights";
import type { CivilDate, LawfulBasis, MessageKind } from "./vocabulary";

export type ObjectionStatus =
  /** Absolute: it ends for good. */
  | { readonly status: "stopped"; readonly segments: "excluded" }
  /** Restricted; the officer decides with reasons by this day, unless the clock says a later one. */
  | {
      readonly status: "restrictedPending";
      readonly segments: "excluded";
      readonly decideBy: CivilDate | null;
    }
  /** There is nothing to object to here; it is answered with reasons all the same. */
  | { readonly status: "notApplicable"; readonly segments: "unchanged" };

/** What an objection does at once, received at an instant (epoch ms). Excluded from segments, not only from sends. */
export function objectionStatus(
  basis: LawfulBasis,
  kind: MessageKind | null,
  receivedAt: number,
): ObjectionStatus {
  if (kind === "directMarketing") return { status: "stopped", segments: "excluded" };
  if (rightApplies("object", basis) !== "yes") return { status: "notApplicable", segments: "unchanged" };
  const day = londonDate(receivedAt);
  return {
    status: "restrictedPending",
    segments: "excluded",
    decideBy: day === null ? null : addPeriod(day, "P1M"),
  };
}

/** Whether a decision to go on in spite of an objection may be recorded: compelling grounds, in words, by the officer. */
export function mayGoOn(
  status: ObjectionStatus,
  decision: {
    readonly byRole: string;
    readonly grounds: "compelling" | "legalClaims";
    readonly reasons: string;
  },
): boolean {
  const decided = decision.byRole === "dpo" && decision.reasons.trim() !== "";
  return status.status === "restrictedPending" && decided;
}

/** How a message tells of the right to object. */
export type ObjectionStatement = "separate" | "amongOtherThings" | "none";

/** Whether the first message to people may be approved: the right to object stands in it clearly and apart (21(4)). */
export function mayApproveFirstMessage(statement: ObjectionStatement): boolean {
  return statement === "separate";
}
