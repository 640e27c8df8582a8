import { choicesOf, choiceStanding, type Answer } from "@/lib/policy/choice";
import { purposeOf } from "@/lib/policy/purpose";
import { stopEffects } from "@/lib/policy/stop";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { actingMember } from "../membership/acting-member";
import { lockDecidingMember, type DecidingMember } from "./deciding-member";
import { forgetAnswers } from "./forget-answers";
import { recordDecisions } from "./record-decisions";
import { sendReceipt } from "./send-receipt";

/** How the person stands on each way of a purpose. */
function answersNow(panel: PanelView, member: DecidingMember, purposeKey: string): readonly Answer[] {
  const purpose = purposeOf(panel.document, purposeKey);
  if (purpose === null) return [];
  const at = member.decidesAt.getTime();
  return choicesOf(purpose).map((channel) => choiceStanding(purpose, channel, member.consents, at).answer);
}

/**
 * "Stop this": ends one purpose on every channel, at once and for good, whatever its basis is. A consent is withdrawn,
 * anything else is objected to, and marketing ends as a whole. Sensitive answers that only served what was stopped are
 * deleted. Pressing twice is the same as once.
 */
export async function stopPurpose(
  ctx: Ctx,
  {
    panel,
    purposeKey,
    wording,
  }: { readonly panel: PanelView; readonly purposeKey: string; readonly wording: string },
): Promise<Result<{ readonly toDrain: readonly string[] }>> {
  const effects = stopEffects(panel.document, purposeKey, null);
  if (effects.length === 0) return refuse("form.unreadable");
  const member = await lockDecidingMember(ctx, panel);
  // Of other marketing only what runs is ended: nobody takes back what they never gave.
  const open = effects.filter((effect) => {
    const answers = answersNow(panel, member, effect.purposeKey);
    return effect.purposeKey === purposeKey
      ? answers.some((answer) => answer !== "no")
      : answers.includes("yes");
  });
  if (open.length === 0) return ok({ toDrain: member.sharing });
  await forgetAnswers(
    ctx,
    panel,
    open.map((effect) => effect.purposeKey),
  );
  await sendReceipt(ctx, purposeKey);
  const toDrain = await recordDecisions(ctx, {
    panel,
    member,
    choices: open.map(({ decision, channel, purposeKey: key }) => ({
      purposeKey: key,
      channel,
      decision,
      wording,
    })),
    method: actingMember(ctx).method,
    effectiveAt: member.decidesAt,
    locked: member.locked,
    noticeShownId: null,
  });
  return ok({ toDrain });
}
