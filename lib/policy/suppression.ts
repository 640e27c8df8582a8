// Whose use of an address a "no" ends, and which later "yes" opens the address again. A PECR objection belongs to the
// line or mailbox, an objection under the UK GDPR to the person (PECR regs 21(4), 22; UK GDPR 21; law.md PE-13, I3, RT-3;
// docs/decisions/0012-whose-address.md).
import type { CaptureMethod, ConsentDecision } from "./vocabulary";

/** `address`: nobody uses it for this. `asker`: it binds the person who asked, at every address of theirs, and nobody else. */
export type SuppressionReach = "address" | "asker";

/** How a "no" arrived, and whether the asker had shown the address to be theirs: by confirming it, or because the link was sent to it. */
export type NoFrom = { readonly method: CaptureMethod; readonly shown: boolean };

const ownPress: readonly CaptureMethod[] = ["web", "link"];

/**
 * How far a "no" reaches. Anybody can type a number that is someone else's and press "stop": such a press proves nothing
 * about the number. What staff took by phone, on paper or in person, and what an import brings, always closes the address.
 */
export function suppressionReach({ method, shown }: NoFrom): SuppressionReach {
  return ownPress.includes(method) && !shown ? "asker" : "address";
}

/** What is known about a suppression and who asked for it, when a member says yes at an address. Instants in epoch ms. */
export type AskedBefore = {
  readonly source: CaptureMethod;
  readonly recordedAt: number;
  /**
   * `self`: the member's own record. `earlierSelf`: a record that is over, of the same name or no longer known by name.
   * `other`: anybody else.
   */
  readonly asker: "self" | "earlierSelf" | "other";
};

/** The "yes" that might open the address again. */
export type LaterYes = {
  readonly decision: ConsentDecision;
  readonly method: CaptureMethod;
  /** There is a notice or a script behind it (law.md CN-2). */
  readonly evidenced: boolean;
  readonly effectiveAt: number;
  /** The member confirmed this very address. */
  readonly verified: boolean;
  /** Somebody of another name who is a member now confirmed it too. */
  readonly sharedNow: boolean;
};

/**
 * Whether a "yes" lifts a suppression for the same purpose and channel. The person's own record always may, except by an
 * import. After leaving and coming back, only what they pressed themselves is lifted, by a newer, evidenced yes from the
 * confirmed address that nobody else shares; never what staff wrote down.
 */
export function liftsSuppression(yes: LaterYes, before: AskedBefore): boolean {
  if (yes.decision !== "given" || yes.method === "import" || !yes.evidenced) return false;
  if (before.asker === "self") return true;
  if (before.asker === "other" || !ownPress.includes(before.source)) return false;
  return yes.evidenced && yes.verified && !yes.sharedNow && yes.effectiveAt > before.recordedAt;
}
