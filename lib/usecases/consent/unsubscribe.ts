import { choiceStanding } from "@/lib/policy/choice";
import { stopMeaning } from "@/lib/policy/stop";
import type { Channel } from "@/lib/policy/vocabulary";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { actingMember } from "../membership/acting-member";
import { lockDecidingMember, type DecidingMember } from "./deciding-member";
import type { LockedFacts } from "./lock-facts";
import { recordDecisions, type Choice } from "./record-decisions";

export type Unsubscribe = {
  readonly panel: PanelView;
  readonly purposeKey: string;
  readonly channel: Channel;
  /** The address the message was sent to. */
  readonly contactPointId: string;
  /** The words of the button, as the mail program or our page shows them. */
  readonly wording: string;
};

/** Whether the address already refuses this purpose; then the same link was used before. */
async function isSuppressed(
  ctx: Ctx,
  { panel, contactPointId, purposeKey, channel }: Unsubscribe,
  { own }: LockedFacts,
): Promise<boolean> {
  const used = own.points.find(({ id }) => id === contactPointId);
  if (used !== undefined) {
    return used.suppressions.some((one) => one.purposeKey === purposeKey && one.channel === channel);
  }
  const { organisationId } = panel;
  const point = await ctx.tx.contactPoint.findUnique({
    where: { organisationId_id: { organisationId, id: contactPointId } },
    select: { addressHash: true },
  });
  if (point === null) return true;
  const found = await ctx.tx.suppression.findFirst({
    where: { organisationId, addressHash: point.addressHash, purposeKey, channel, liftedAt: null },
    select: { id: true },
  });
  return found !== null;
}

/** This purpose, and all marketing that runs, on this channel (law.md EM-3). What is stopped already, or never began, is left out. */
function stopsOf(input: Unsubscribe, member: DecidingMember, suppressed: boolean): readonly Choice[] {
  const { panel, purposeKey, channel, wording } = input;
  const concerned = panel.document.purposes.filter(
    ({ key, messageKind, channels }) =>
      key === purposeKey || (messageKind === "directMarketing" && channels.includes(channel)),
  );
  return concerned.flatMap((purpose): readonly Choice[] => {
    const { answer } = choiceStanding(purpose, channel, member.consents, member.decidesAt.getTime());
    if (purpose.key === purposeKey ? answer === "no" && suppressed : answer !== "yes") return [];
    return [
      { purposeKey: purpose.key, channel, decision: stopMeaning(purpose).decision ?? "objected", wording },
    ];
  });
}

/**
 * The "no" of a link in a message: ends that purpose and all marketing on that channel for the member it was sent to, and
 * suppresses the address for it, so that it also holds for someone who shares the address. Idempotent: the link may be
 * pressed by person, mail program and again.
 */
export async function unsubscribe(
  ctx: Ctx,
  input: Unsubscribe,
): Promise<Result<{ toDrain: readonly string[] }>> {
  if (!input.panel.document.purposes.some(({ key }) => key === input.purposeKey))
    return refuse("form.unreadable");
  const member = await lockDecidingMember(ctx, input.panel);
  const choices = stopsOf(input, member, await isSuppressed(ctx, input, member.locked));
  if (choices.length === 0) return ok({ toDrain: member.sharing });
  const toDrain = await recordDecisions(ctx, {
    panel: input.panel,
    member,
    choices,
    method: actingMember(ctx).method,
    effectiveAt: member.decidesAt,
    locked: member.locked,
    noticeShownId: null,
    fromContactPointId: input.contactPointId,
  });
  return ok({ toDrain });
}
