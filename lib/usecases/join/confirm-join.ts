import { londonDate } from "@/lib/clock";
import type { LedgerEvent } from "@/lib/ledger/event";
import { queueMessage } from "@/lib/messaging/queue-message";
import { joiningOn, type Joining } from "@/lib/policy/application-round";
import { refusedAltogether } from "@/lib/policy/join-choices";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { joinDraftSchema } from "@/lib/schemas/join-draft";
import { keepApplication } from "../application/keep-application";
import { recordDecisions, type Choice } from "../consent/record-decisions";
import type { Ctx } from "../context";
import { createMember, type CreatedMember, type NewMember } from "./create-member";
import { editionOfDraft } from "./edition-of-draft";
import { joinEvents } from "./join-events";
import { keepAnswers } from "./keep-answers";
import { keepSoftOptIn } from "./keep-soft-opt-in";
import { scheduleRetention } from "./schedule-retention";
import { sameNameAtAddress } from "./same-name-at-address";
import { showNotice } from "./show-notice";

export type JoinToConfirm = { readonly panel: PanelView; readonly joinRequestId: string };

/** `already`: this very person is on the panel, so nothing was made twice. */
export type JoinConfirmed = { readonly outcome: "joined" | "applied" | "already" };

async function holdRequest(ctx: Ctx, { panel, joinRequestId }: JoinToConfirm) {
  const { organisationId } = panel;
  await ctx.tx.$executeRaw`SELECT 1 FROM join_request
    WHERE organisation_id = ${organisationId}::uuid AND id = ${joinRequestId}::uuid FOR UPDATE`;
  return ctx.tx.joinRequest.findUnique({
    where: { organisationId_id: { organisationId, id: joinRequestId } },
  });
}

/** What was typed has moved to its home, or is not needed: the waiting room keeps no copy. */
async function closeRequest(ctx: Ctx, { panel, joinRequestId }: JoinToConfirm): Promise<void> {
  const { organisationId } = panel;
  await ctx.tx.joinRequest.update({
    where: { organisationId_id: { organisationId, id: joinRequestId } },
    data: { confirmedAt: ctx.at, answers: {} },
  });
}

function decided(choices: NewMember["draft"]["choices"]): readonly Choice[] {
  return choices.flatMap(({ purposeKey, channel, decision, wording }) =>
    decision === null ? [] : [{ purposeKey, channel, decision, wording }],
  );
}

async function welcome(ctx: Ctx, panel: PanelView, memberId: string, contactPointId: string): Promise<void> {
  await queueMessage(ctx, {
    template: "welcome",
    kind: "rightsReply",
    purposeKey: "joining",
    organisationId: panel.organisationId,
    panelId: panel.id,
    memberId,
    contactPointId,
    subjectIds: { requestId: ctx.requestId },
  });
}

/** What an application adds to the trail; nothing where people join at any time. */
async function applied(
  ctx: Ctx,
  panel: PanelView,
  joining: Joining,
  member: CreatedMember,
  submittedAt: Date,
): Promise<readonly LedgerEvent[]> {
  if (joining.kind !== "round") return [];
  return [await keepApplication(ctx, { panel, round: joining.round, member, submittedAt })];
}

/**
 * Makes a member of somebody who pressed the button behind the link in their mail: member, contact points, answers,
 * notice shown, decisions, permission, retention days, welcome mail and ledger, all or nothing. Pressing again finds it
 * done. Refuses a link whose request was taken back or has ended, and one whose notice has changed since,
 * and one that was sent off while no round was open.
 */
export async function confirmJoin(ctx: Ctx, input: JoinToConfirm): Promise<Result<JoinConfirmed>> {
  const { panel } = input;
  const applies = panel.document.panel.joining === "round";
  const done: JoinConfirmed = { outcome: applies ? "applied" : "joined" };
  const request = await holdRequest(ctx, input);
  if (request === null || request.panelId !== panel.id) return refuse("join.linkEnded");
  if (request.confirmedAt !== null) return ok(done);
  const { submittedAt, addressHash } = request;
  if (submittedAt === null || addressHash === null || request.expiresAt <= ctx.at)
    return refuse("join.linkEnded");
  // Sent off in time is in time: the mail may be opened after the last day of the round.
  const joining = joiningOn(panel.document, londonDate(submittedAt));
  if (joining.kind === "closed") return refuse("join.roundClosed");
  const edition = await editionOfDraft(ctx, panel, request.privacyNoticeId);
  if (edition === null) return refuse("join.noticeChanged");
  const { details, choices = [], questions = {}, sensitive = {} } = joinDraftSchema.parse(request.answers);
  if (details === undefined) return refuse("join.linkEnded");
  if (await sameNameAtAddress(ctx.tx, panel, addressHash, details)) {
    await closeRequest(ctx, input);
    return ok({ outcome: "already" });
  }
  const draft = { details, choices, questions, sensitive };
  const member = await createMember(ctx, { panel, draft, addressHash, applies });
  await keepAnswers(ctx, { panel, memberId: member.id, draft, collectedAt: submittedAt });
  await keepSoftOptIn(ctx, { panel, memberId: member.id, choices, collectedAt: submittedAt });
  const noticeShownId = await showNotice(ctx, panel, member.id, {
    ...edition,
    shownAt: request.noticeShownAt,
  });
  await scheduleRetention(ctx, panel, member.id, applies);
  await closeRequest(ctx, input);
  const application = await applied(ctx, panel, joining, member, submittedAt);
  await welcome(ctx, panel, member.id, member.emailId);
  await recordDecisions(ctx, {
    panel,
    member,
    choices: [
      ...decided(choices),
      ...refusedAltogether(panel.document, choices),
      ...explicitConsents(panel, sensitive),
    ],
    method: "web",
    noticeShownId,
    effectiveAt: submittedAt,
    events: [
      ...(await joinEvents(ctx, { panel, member, noticeShownId, edition, request, draft, applies })),
      ...application,
    ],
  });
  return ok(done);
}

/** The statements affirmed beside sensitive questions: a yes to the purpose they serve, in those words. */
function explicitConsents(panel: PanelView, sensitive: NewMember["draft"]["sensitive"]): readonly Choice[] {
  return panel.document.fields.flatMap((field) => {
    const statement = sensitive[field.key]?.statement ?? null;
    const [purposeKey] = field.purposes;
    if (statement === null || purposeKey === undefined) return [];
    return [{ purposeKey, channel: null, decision: "given", wording: statement } as const];
  });
}
