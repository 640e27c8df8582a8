import { appendEntry } from "@/lib/ledger/append";
import { refuse, ok, type Result } from "@/lib/result";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { MemberMarker } from "@/lib/policy/marker";
import { actingStaff } from "../activity/acting-staff";
import { lockFacts } from "../consent/lock-facts";
import { projectPermission } from "../consent/project-permission";
import type { Ctx } from "../context";

export type MemberToMark = {
  readonly panel: PanelView;
  readonly memberId: string;
  readonly marker: MemberMarker;
  /** Whether it holds from now on; false takes it back. */
  readonly holds: boolean;
  /** Where the proof is found. */
  readonly evidence: string;
};

function columnsOf({ marker, holds, evidence }: MemberToMark, at: Date) {
  const since = holds ? at : null;
  const found = holds ? evidence : null;
  switch (marker) {
    case "deceased":
      return { deceasedAt: since, deceasedEvidence: found };
    case "doNotVisit":
      return { doNotVisitAt: since, doNotVisitEvidence: found };
  }
}

/**
 * Notes that a member died, or must not be called on at home, or that this was wrong (UK GDPR 5(1)(d), 21; law.md CN-8,
 * 3.3). What may be sent is decided again in the same transaction. Call `drainHandOver` with what it returns.
 */
export async function markMember(ctx: Ctx, input: MemberToMark): Promise<Result<readonly string[]>> {
  const { panel, memberId, marker, holds } = input;
  if (actingStaff(ctx, "member.mark", panel.id) === null) return refuse("form.notPermitted");
  const { own } = await lockFacts(ctx.tx, panel, memberId);
  if ((own.member[marker] === true) === holds) return ok([]);
  const { organisationId } = panel;
  await ctx.tx.member.update({
    where: { organisationId_id: { organisationId, id: memberId } },
    data: columnsOf(input, ctx.at),
  });
  await projectPermission(ctx.tx, panel, [memberId], ctx.at);
  await appendEntry(ctx, organisationId, {
    eventType: "member.marked",
    ...{ panelId: panel.id, subjectRef: own.subjectRef, effectiveAt: ctx.at },
    data: { marker, standing: holds ? "set" : "cleared" },
  });
  return ok(holds ? [memberId] : []);
}
