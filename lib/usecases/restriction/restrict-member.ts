import { appendEntry } from "@/lib/ledger/append";
import { stillRestricts, type RestrictionGround } from "@/lib/policy/restriction";
import type { CaptureMethod } from "@/lib/policy/vocabulary";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import { lockFacts } from "../consent/lock-facts";
import { projectPermission } from "../consent/project-permission";
import type { Ctx } from "../context";

export type MemberToRestrict = {
  readonly panel: PanelView;
  readonly memberId: string;
  readonly ground: RestrictionGround;
  /** How the person asked. */
  readonly method: CaptureMethod;
  /** Where that is found. */
  readonly evidence: string;
};

/**
 * Puts a member's details aside because they asked for it on a ground that the law knows (UK GDPR 18(1); law.md RR-10): they
 * are kept and not used. Also takes back a lifting that was announced. Call `drainHandOver` with what it returns.
 */
export async function restrictMember(ctx: Ctx, input: MemberToRestrict): Promise<Result<readonly string[]>> {
  const { panel, memberId, ground, method, evidence } = input;
  if (actingStaff(ctx, "restriction.decide", panel.id) === null) return refuse("form.notPermitted");
  const { own } = await lockFacts(ctx.tx, panel, memberId);
  const { organisationId } = panel;
  const { restricted, restrictedUntil } = own.member;
  const stands = stillRestricts(restricted, restrictedUntil, ctx.at.getTime());
  const changed = await ctx.tx.member.updateMany({
    // One that stands is left alone, unless its end was announced: then it goes on.
    where: { organisationId, id: memberId, ...(stands ? { restrictionLiftReason: { not: null } } : {}) },
    data: {
      ...{ restrictedAt: ctx.at, restrictionGround: ground, restrictionEvidence: evidence },
      ...{ restrictionLiftsAt: null, restrictionLiftReason: null },
    },
  });
  if (changed.count === 0) return ok([]);
  await projectPermission(ctx.tx, panel, [memberId], ctx.at);
  await appendEntry(ctx, organisationId, {
    eventType: "member.restricted",
    ...{ panelId: panel.id, subjectRef: own.subjectRef, effectiveAt: ctx.at },
    data: { method, ground },
  });
  return ok([memberId]);
}
