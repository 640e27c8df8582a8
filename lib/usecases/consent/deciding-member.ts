import type { ConsentFact } from "@/lib/policy/gate/types";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";
import { actingMember } from "../membership/acting-member";
import { lockSharing } from "./lock-sharing";

/** The acting member, locked, with everything they decided so far. */
export type DecidingMember = {
  readonly id: string;
  readonly subjectRef: string;
  readonly state: "applicant" | "member" | "left" | "ended" | "erased";
  readonly consents: readonly ConsentFact[];
  /** The member and who shares an address with them. */
  readonly sharing: readonly string[];
};

/** Locks the acting member and reads what they decided, so that a second press finds what the first one did. */
export async function lockDecidingMember(ctx: Ctx, panel: PanelView): Promise<DecidingMember> {
  const { organisationId, memberId: id } = actingMember(ctx);
  const sharing = await lockSharing(ctx.tx, panel, id);
  const member = await ctx.tx.member.findUniqueOrThrow({
    where: { organisationId_id: { organisationId, id } },
    select: { subjectRef: true, state: true },
  });
  const facts = (await loadMemberFacts(organisationId, [id], ctx.tx)).get(id);
  return { id, ...member, consents: facts?.consents ?? [], sharing };
}
