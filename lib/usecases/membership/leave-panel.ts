import { dateColumn, londonDate } from "@/lib/clock";
import { newId } from "@/lib/id";
import type { LedgerEvent } from "@/lib/ledger/event";
import { sealFields } from "@/lib/ledger/keyring/seal";
import { queueMessage } from "@/lib/messaging/queue-message";
import { mayStop } from "@/lib/policy/choice";
import { leavingEffects } from "@/lib/policy/leaving";
import { itemsAfterLeaving } from "@/lib/policy/retention";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { withdrawApplication } from "../application/withdraw-application";
import { lockDecidingMember } from "../consent/deciding-member";
import { forgetAnswers } from "../consent/forget-answers";
import { recordDecisions } from "../consent/record-decisions";
import type { Ctx } from "../context";
import { actingMember } from "./acting-member";

/** The clocks that start when someone leaves. A rule that runs already keeps the earlier day (law.md RT-1). */
async function startClocks(ctx: Ctx, panel: PanelView, memberId: string): Promise<void> {
  await ctx.tx.retentionItem.createMany({
    data: itemsAfterLeaving(panel.document, [], londonDate(ctx.at)).map((item) => ({
      organisationId: panel.organisationId,
      id: newId(ctx.at),
      panelId: panel.id,
      memberId,
      ruleKey: item.ruleKey,
      triggeredOn: dateColumn(item.triggeredOn),
      dueOn: dateColumn(item.dueOn),
      action: item.action,
    })),
    skipDuplicates: true,
  });
}

/** Places at things still to come are free for others again. */
async function freePlaces(ctx: Ctx, organisationId: string, memberId: string): Promise<void> {
  await ctx.tx.rsvp.updateMany({
    where: {
      organisationId,
      answer: "accepted",
      invitation: { memberId },
      session: { startsAt: { gt: ctx.at } },
    },
    data: { answer: "declined", answeredAt: ctx.at },
  });
}

export type Leaving = {
  readonly panel: PanelView;
  /** What the page said about leaving. */
  readonly wording: string;
  /** Why, in their own words: kept sealed in the trail and nowhere else. */
  readonly reason?: string;
};

/**
 * The member leaves: everything that runs and can be stopped stops, places are given back, and the clocks start that delete what
 * is held. `wording` is what the page said about leaving. One last mail confirms it. Leaving twice is the same as once.
 */
export async function leavePanel(
  ctx: Ctx,
  { panel, wording, reason = "" }: Leaving,
): Promise<Result<{ readonly toDrain: readonly string[] }>> {
  const { organisationId, panelId, memberId, method } = actingMember(ctx);
  const member = await lockDecidingMember(ctx, panel);
  if (member.state === "left") return ok({ toDrain: [memberId] });
  if (member.state !== "member" && member.state !== "applicant") return refuse("membership.over");
  const where = { organisationId_id: { organisationId, id: memberId } };
  await ctx.tx.member.update({ where, data: { state: "left", leftAt: ctx.at, pausedUntil: null } });
  await freePlaces(ctx, organisationId, memberId);
  await startClocks(ctx, panel, memberId);
  const withdrawn = await withdrawApplication(ctx, panel, memberId);
  const stopped = leavingEffects(panel.document, member.consents, member.decidesAt.getTime());
  await forgetAnswers(
    ctx,
    panel,
    panel.document.purposes.filter(mayStop).map(({ key }) => key),
  );
  const [purpose] = panel.document.purposes;
  if (purpose === undefined) throw new Error("A policy has at least one purpose");
  await queueMessage(ctx, {
    template: "leave-confirmation",
    kind: "rightsReply",
    purposeKey: purpose.key,
    organisationId,
    panelId,
    memberId,
    subjectIds: { requestId: ctx.requestId },
  });
  const toDrain = await recordDecisions(ctx, {
    panel,
    member,
    choices: stopped.map(({ purposeKey, channel, decision }) => ({
      purposeKey,
      channel,
      decision,
      wording,
    })),
    method,
    effectiveAt: member.decidesAt,
    noticeShownId: null,
    events: [withdrawn ?? (await left(ctx, panel, member.subjectRef, { method, reason }))],
  });
  return ok({ toDrain });
}

type Left = { readonly method: string; readonly reason: string };

async function left(
  ctx: Ctx,
  panel: PanelView,
  subjectRef: string,
  { method, reason }: Left,
): Promise<LedgerEvent> {
  const event = { eventType: "member.left", subjectRef, effectiveAt: ctx.at } as const;
  const { organisationId, id: panelId } = panel;
  const sealed = await sealFields(ctx, { organisationId, ...event }, { reasonSealed: reason });
  return { ...event, panelId, data: { method, ...sealed } };
}
