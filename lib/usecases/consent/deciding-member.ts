import type { MemberFacts } from "@/lib/policy/contact-permission";
import type { ConsentFact } from "@/lib/policy/gate/types";
import { standingConsents } from "@/lib/policy/standing-consents";
import type { MemberState } from "@/lib/policy/vocabulary";
import { factsOf } from "@/lib/queries/member/stored-facts";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";
import { actingMember } from "../membership/acting-member";
import { lockFacts, type LockedFacts } from "./lock-facts";

/** The acting member, locked, with everything they decided so far. */
export type DecidingMember = {
  readonly id: string;
  readonly subjectRef: string;
  readonly state: MemberState;
  /** What of it counts: what the person may still say no to is not among the noes. */
  readonly consents: readonly ConsentFact[];
  /**
   * When what they decide now takes effect: never before what they decided already. Clocks are read before the lock, so
   * of two presses at once the second to get it may carry the earlier time; a tie goes to the "no".
   */
  readonly decidesAt: Date;
  /** The same as the gate reads it. */
  readonly facts: MemberFacts;
  /** The member and who shares an address with them. */
  readonly sharing: readonly string[];
  /** What is recorded about all of them, locked. */
  readonly locked: LockedFacts;
};

/** Locks the acting member and reads what they decided, so that a second press finds what the first one did. */
export async function lockDecidingMember(ctx: Ctx, panel: PanelView): Promise<DecidingMember> {
  const locked = await lockFacts(ctx.tx, panel, actingMember(ctx).memberId);
  const { own } = locked;
  const { id, subjectRef } = own;
  const decides = decidesAt(ctx, own.consents);
  const consents = standingConsents(panel.document, own, decides.getTime());
  const { state } = own.member;
  const sharing = locked.sharing.map((each) => each.id);
  const facts = factsOf(own);
  return { id, subjectRef, state, consents, facts, decidesAt: decides, sharing, locked };
}

/** A clock that is further ahead than this is wrong, and is not followed. */
const mostAheadMs = 60_000;

function decidesAt(ctx: Ctx, consents: readonly ConsentFact[]): Date {
  const now = ctx.at.getTime();
  const before = consents.map(({ effectiveAt }) => effectiveAt).filter((at) => at <= now + mostAheadMs);
  return new Date(Math.max(now, ...before));
}
