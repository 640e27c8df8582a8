import { queueMessage } from "@/lib/messaging/queue-message";
import { choicesOf, choiceStanding, decisionFor, mayStop } from "@/lib/policy/choice";
import { purposeOf } from "@/lib/policy/purpose";
import type { Channel } from "@/lib/policy/vocabulary";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { actingMember } from "../membership/acting-member";
import { lockDecidingMember, type DecidingMember } from "./deciding-member";
import { ensureNoticeShown } from "./ensure-notice-shown";
import { recordDecisions, type Choice } from "./record-decisions";

/** One answer of the form, with the exact words that stood beside it. */
export type AnsweredChoice = {
  readonly purposeKey: string;
  /** Null for a purpose that sends nothing. */
  readonly channel: Channel | null;
  readonly answer: "yes" | "no";
  readonly wording: string;
};

export type ChangedChoices = {
  /** How many answers differ from what held before. */
  readonly changed: number;
  /** Members to whom a message may be in a worker's hands; empty when nothing was stopped. */
  readonly toDrain: readonly string[];
};

/** The answers that change something, as decisions. */
function decisionsOf(
  panel: PanelView,
  member: DecidingMember,
  answers: readonly AnsweredChoice[],
): readonly Choice[] | null {
  const decisions: Choice[] = [];
  for (const { purposeKey, channel, answer, wording } of answers) {
    const purpose = purposeOf(panel.document, purposeKey);
    if (purpose === null || !choicesOf(purpose).includes(channel)) return null;
    if (answer === "no" && !mayStop(purpose)) return null;
    const standing = choiceStanding(purpose, channel, member.consents, member.decidesAt.getTime());
    const decision = decisionFor(purpose, standing, answer);
    if (decision !== null) decisions.push({ purposeKey, channel, decision, wording });
  }
  return decisions;
}

/** A copy for the person of what they said yes to. A "no" is not answered with another mail. */
async function sendReceipt(ctx: Ctx, choices: readonly Choice[]): Promise<void> {
  const [given] = choices.filter(({ decision }) => decision === "given");
  if (given === undefined) return;
  const { organisationId, panelId, memberId } = actingMember(ctx);
  await queueMessage(ctx, {
    template: "consent-receipt",
    kind: "rightsReply",
    purposeKey: given.purposeKey,
    organisationId,
    panelId,
    memberId,
  });
}

/**
 * Records the answers that differ from what held before, each as its own decision; the others leave no trace. A member
 * who left can still say no to anything, and yes to nothing.
 */
export async function changeChoices(
  ctx: Ctx,
  { panel, answers }: { readonly panel: PanelView; readonly answers: readonly AnsweredChoice[] },
): Promise<Result<ChangedChoices>> {
  const member = await lockDecidingMember(ctx, panel);
  const choices = decisionsOf(panel, member, answers);
  if (choices === null) return refuse("form.unreadable");
  if (choices.length === 0) return ok({ changed: 0, toDrain: [] });
  const gone = member.state !== "member" && member.state !== "applicant";
  if (gone && choices.some(({ decision }) => decision === "given")) return refuse("membership.over");
  const shown = await ensureNoticeShown(ctx, panel, member, "choicesForm");
  await sendReceipt(ctx, choices);
  const affected = await recordDecisions(ctx, {
    panel,
    member,
    choices,
    method: actingMember(ctx).method,
    effectiveAt: member.decidesAt,
    locked: member.locked,
    noticeShownId: shown.id,
    events: shown.events,
  });
  const stops = choices.some(({ decision }) => decision !== "given");
  return ok({ changed: choices.length, toDrain: stops ? affected : [] });
}
