// What must be so before a request is closed (UK GDPR 12(4)-(5), 17, 18, 19, 28(3)(e); law.md RR-7, RR-9, RR-10).
import type { PolicyDocument, Recipient } from "../document";
import { complainToRegulator, complainToUs } from "../notice-rights";
import type { NoticeSection } from "../notice-section";
import { londonDate } from "../civil";
import { regulatorOn } from "../regulator";
import { saysNo, type RequestKind, type RequestOutcome } from "./request";

/** Why something is refused, wholly or in part: manifestly unfounded or excessive (12(5)), or where a right ends. */
export const refusalGrounds = [
  "notThisRight",
  "exemption",
  "othersRights",
  "manifestlyUnfounded",
  "excessive",
  "notIdentified",
] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

/** The kinds after which everyone who was given the details is told (Article 19). */
const toldOn: ReadonlySet<RequestKind> = new Set(["rectification", "erasure", "restriction"]);

/** Who must be told of a request of this kind: everyone the policy names as given details; nobody for the other kinds. */
export function recipientsToTell(
  { recipients }: Pick<PolicyDocument, "recipients">,
  kind: RequestKind,
): readonly Recipient[] {
  return toldOn.has(kind) ? recipients : [];
}

/** How far it is with telling one of them. */
export type RecipientStanding = {
  readonly told: boolean;
  readonly confirmed: boolean;
  readonly notToldReason: string | null;
};

/** Whether nothing is left to do: they confirmed, or telling them is impossible or out of proportion and it says why. */
export function isSettled({ confirmed, notToldReason }: RecipientStanding): boolean {
  return confirmed || (notToldReason !== null && notToldReason.trim() !== "");
}

export type ToClose = {
  readonly kind: RequestKind;
  readonly outcome: RequestOutcome;
  readonly reasons: string;
  readonly ground: RefusalGround | null;
  readonly recipients: readonly RecipientStanding[];
  /** Whether a member's details are here still. */
  readonly stillHeld: boolean;
  /** They are put aside. */
  readonly restricted: boolean;
};

export type CloseRefusal =
  "groundMissing" | "reasonsMissing" | "recipientsOpen" | "notErased" | "notRestricted";

/** What was asked for and is not so yet: of somebody whose details are here, said to be done before it is. */
function notDone({ kind, outcome, stillHeld, restricted }: ToClose): CloseRefusal | null {
  if (outcome !== "done" || !stillHeld) return null;
  if (kind === "erasure") return "notErased";
  return kind === "restriction" && !restricted ? "notRestricted" : null;
}

/** Why a request cannot be closed so; null when it can. */
export function closeRefusal(close: ToClose): CloseRefusal | null {
  const { outcome, reasons, ground, recipients } = close;
  if (outcome === "withdrawn") return null;
  if (saysNo(outcome) && ground === null) return "groundMissing";
  if (saysNo(outcome) && reasons.trim() === "") return "reasonsMissing";
  if (outcome === "refused") return null;
  return notDone(close) ?? (recipients.every(isSettled) ? null : "recipientsOpen");
}

/** The four things without which no refusal goes out (12(4); law.md RR-7). */
export type RefusalLetter = Readonly<Record<"reasons" | "complaint" | "regulator" | "court", NoticeSection>>;

const court: NoticeSection = {
  id: "court",
  heading: "Going to court",
  paragraphs: ["You can also ask a court to decide (UK GDPR, Article 79)."],
};

/** How to complain to us, to the regulator of the day, and to go to court (epoch ms). */
export function remedies(document: PolicyDocument, at: number): Omit<RefusalLetter, "reasons"> {
  return { complaint: complainToUs(document), regulator: complainToRegulator(document, at), court };
}

/**
 * What a refusal says beside everything else, with the regulator of the day of the letter (epoch ms); null when one of the
 * four is missing: then it cannot be issued.
 */
export function refusalLetter(document: PolicyDocument, reasons: string, at: number): RefusalLetter | null {
  const { dpoEmail, contactPhone } = document.organisation;
  const reachable = dpoEmail.trim() !== "" || contactPhone.trim() !== "";
  if (reasons.trim() === "" || !reachable || regulatorOn(document, londonDate(at)) === null) return null;
  const paragraphs = reasons
    .split(/\n\s*\n/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return { reasons: { id: "reasons", heading: "Why", paragraphs }, ...remedies(document, at) };
}
