import {
  choicesOf,
  choiceStanding,
  concernedChannels,
  decisionFor,
  mayStop,
  noReachesTheRest,
  type Answer,
} from "@/lib/policy/choice";
import { stopsOn } from "@/lib/policy/contact-permission";
import type { Purpose } from "@/lib/policy/document";
import { purposeOf } from "@/lib/policy/purpose";
import { stopMeaning } from "@/lib/policy/stop";
import type { Channel } from "@/lib/policy/vocabulary";
import { reachableFrom } from "@/lib/queries/member/stored-facts";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { actingMember } from "../membership/acting-member";
import { lockDecidingMember, type DecidingMember } from "./deciding-member";
import { ensureNoticeShown } from "./ensure-notice-shown";
import { recordDecisions, type Choice } from "./record-decisions";
import { sendReceipt } from "./send-receipt";

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
    const stops = stopsOn(member.facts, channel);
    const at = member.decidesAt.getTime();
    const standing = choiceStanding(purpose, channel, member.consents, at, stops);
    const decision = decisionFor(purpose, standing, answer);
    if (decision !== null) decisions.push({ purposeKey, channel, decision, wording });
  }
  return decisions;
}

/** How each way of a purpose that concerns the member stands after these answers. */
function answersAfter(
  purpose: Purpose,
  member: DecidingMember,
  answers: readonly AnsweredChoice[],
): ReadonlyMap<Channel | null, Answer> {
  const at = member.decidesAt.getTime();
  const posted = new Map(
    answers
      .filter(({ purposeKey }) => purposeKey === purpose.key)
      .map(({ channel, answer }) => [channel, answer]),
  );
  // The page asks about texts only where the number takes them.
  const reachable = reachableFrom(member.locked.own, posted.has("sms"));
  const concerned = concernedChannels(purpose, member.consents, reachable);
  return new Map(
    concerned.map((channel): [Channel | null, Answer] => [
      channel,
      posted.get(channel) ??
        choiceStanding(purpose, channel, member.consents, at, stopsOn(member.facts, channel)).answer,
    ]),
  );
}

/** The end of a whole purpose, where a "no" was just said to the last way that concerns the member. */
function endsOf(
  panel: PanelView,
  member: DecidingMember,
  answers: readonly AnsweredChoice[],
  made: readonly Choice[],
): readonly Choice[] {
  const ended = new Set(
    made.filter(({ decision }) => decision !== "given").map(({ purposeKey }) => purposeKey),
  );
  return panel.document.purposes.flatMap((purpose): readonly Choice[] => {
    if (!ended.has(purpose.key) || !noReachesTheRest(purpose, answersAfter(purpose, member, answers)))
      return [];
    const { decision } = stopMeaning(purpose);
    const said = answers.filter(({ purposeKey }) => purposeKey === purpose.key).map(({ wording }) => wording);
    return decision === null
      ? []
      : [{ purposeKey: purpose.key, channel: null, decision, wording: said.join("\n") }];
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
  const made = decisionsOf(panel, member, answers);
  if (made === null) return refuse("form.unreadable");
  const choices = [...made, ...endsOf(panel, member, answers, made)];
  const [first] = choices;
  if (first === undefined) return ok({ changed: 0, toDrain: [] });
  const gone = member.state !== "member" && member.state !== "applicant";
  if (gone && choices.some(({ decision }) => decision === "given")) return refuse("membership.over");
  const shown = await ensureNoticeShown(ctx, panel, member, "choicesForm", member.locked.noticeShownId);
  await sendReceipt(ctx, first.purposeKey);
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
  return ok({ changed: made.length, toDrain: stops ? affected : [] });
}
