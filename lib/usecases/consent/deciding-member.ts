import type { ConsentFact } from "@/lib/policy/gate/types";
import type { MemberState } from "@/lib/policy/vocabulary";
import { factsOf } from "@/lib/queries/member/load-member-facts";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";
import { actingMember } from "../membership/acting-member";
import { lockFacts } from "./lock-facts";

/** The acting member, locked, with everything they decided so far. */
export type DecidingMember = {
  readonly id: string;
  readonly subjectRef: string;
  readonly state: MemberState;
  readonly consents: readonly ConsentFact[];
  /** The member and who shares an address with them. */
  readonly sharing: readonly string[];
};

/** Locks the acting member and reads what they decided, so that a second press finds what the first one did. */
export async function lockDecidingMember(ctx: Ctx, panel: PanelView): Promise<DecidingMember> {
  const { own, sharing } = await lockFacts(ctx.tx, panel, actingMember(ctx).memberId);
  const { id, subjectRef, state } = own;
  return { id, subjectRef, state, consents: factsOf(own).consents, sharing: sharing.map((each) => each.id) };
}
