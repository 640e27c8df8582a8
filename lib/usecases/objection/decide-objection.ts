import { newId } from "@/lib/id";
import { appendEntry } from "@/lib/ledger/append";
import { queueMessage } from "@/lib/messaging/queue-message";
import { mayGoOn, objectionStatus } from "@/lib/policy/objection";
import { openObjection } from "@/lib/policy/open-objection";
import { purposeOf } from "@/lib/policy/purpose";
import { factsOf } from "@/lib/queries/member/stored-facts";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import { lockFacts } from "../consent/lock-facts";
import { projectPermission } from "../consent/project-permission";
import type { Ctx } from "../context";

export type ObjectionToDecide = {
  readonly panel: PanelView;
  readonly memberId: string;
  readonly purposeKey: string;
  readonly outcome: "accepted" | "overridden";
  /** Why it is upheld; or the compelling grounds that override it. */
  readonly reasons: string;
};

/**
 * Records what was decided about a person's objection (UK GDPR 21(1); law.md LB-5): until then nothing is done for the
 * purpose. Upheld, it stays so; overridden by compelling grounds, the purpose goes on some days later for objections up to
 * now. The person is told by mail, with the reasons and what they can do (12(3)-(4), 18(3)). An objection to promotion is
 * absolute and needs no answer.
 */
export async function decideObjection(ctx: Ctx, input: ObjectionToDecide): Promise<Result<null>> {
  const { panel, memberId, purposeKey, outcome, reasons } = input;
  const staffId = actingStaff(ctx, "objection.decide", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const purpose = purposeOf(panel.document, purposeKey);
  if (purpose === null) return refuse("form.unreadable");
  const { own } = await lockFacts(ctx.tx, panel, memberId);
  // Of two presses at once the second to get the lock may carry the earlier time: it sees the first all the same.
  const at = Math.max(ctx.at.getTime(), ...own.objectionOutcomes.map(({ decidedAt }) => decidedAt));
  const open = openObjection(purpose, factsOf(own), at);
  if (open === null || open.standing !== "waits") return refuse("objection.nothingWaits");
  const status = objectionStatus(purpose.lawfulBasis, purpose.messageKind, open.since);
  const grounds = { byRole: "dpo", grounds: "compelling", reasons } as const;
  if (outcome === "overridden" && !mayGoOn(status, grounds)) return refuse("objection.absolute");
  const { organisationId } = panel;
  const id = newId(ctx.at);
  await ctx.tx.objectionOutcome.create({
    data: {
      ...{ organisationId, id, memberId, purposeKey, outcome, reasons },
      ...{ decidedBy: staffId, decidedAt: ctx.at },
    },
  });
  await ctx.tx.member.update({
    where: { organisationId_id: { organisationId, id: memberId } },
    data: { objectionDecidedAt: ctx.at },
  });
  await projectPermission(ctx.tx, panel, [memberId], ctx.at);
  await queueMessage(ctx, {
    ...{ template: "objection-decided", kind: "rightsReply", purposeKey, organisationId, panelId: panel.id },
    ...{ memberId, subjectIds: { objectionOutcomeId: id } },
  });
  await appendEntry(ctx, organisationId, {
    eventType: "objection.decided",
    ...{ panelId: panel.id, subjectRef: own.subjectRef, purposeKey, effectiveAt: ctx.at },
    data: { objectionOutcomeId: id, outcome },
  });
  return ok(null);
}
