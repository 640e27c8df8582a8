import { newId } from "@/lib/id";
import type { MessageKind } from "@/lib/policy/vocabulary";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import { getPanelById, type PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "@/lib/usecases/context";
import { isAboutJoined } from "./joined";
import { judge } from "./judge";
import type { MessageTemplate } from "./template";
import { wake } from "./wake";

/**
 * A mail outside any mailing. It goes to `contactPointId` when that is set, else to the address typed into the join
 * request, to the staff member in `subjectIds.staffId`, or to the member's own verified address.
 */
export type Message = {
  readonly template: MessageTemplate;
  /** Rights replies (confirmations, codes, receipts, closure) always go; service messages ask the gate. */
  readonly kind: Extract<MessageKind, "service" | "rightsReply">;
  readonly purposeKey: string;
  readonly organisationId: string;
  readonly panelId: string;
  readonly memberId?: string | null;
  readonly contactPointId?: string | null;
  readonly joinRequestId?: string | null;
  readonly signInRequestId?: string | null;
  /** Ids the template needs. Never personal data, never a secret. */
  readonly subjectIds?: Readonly<Record<string, string | readonly string[]>>;
};

function deliveryRow(message: Message, decisionId: string, permitted: boolean, at: Date) {
  return {
    organisationId: message.organisationId,
    id: newId(at),
    memberId: message.memberId ?? null,
    contactPointId: message.contactPointId ?? null,
    joinRequestId: message.joinRequestId ?? null,
    signInRequestId: message.signInRequestId ?? null,
    panelId: message.panelId,
    template: message.template,
    subjectIds: { ...message.subjectIds },
    gateDecisionId: decisionId,
    state: permitted ? ("queued" as const) : ("suppressed" as const),
    queuedAt: at,
    settledAt: permitted ? null : at,
  };
}

async function judged(ctx: Ctx, panel: PanelView, message: Message) {
  const memberId = message.memberId ?? null;
  const facts =
    memberId === null || message.kind === "rightsReply"
      ? null
      : ((await loadMemberFacts(panel.organisationId, [memberId], ctx.tx)).get(memberId) ?? null);
  const { kind, purposeKey, template } = message;
  const request = {
    kind,
    purposeKey,
    joined: isAboutJoined(template, null),
    channel: "email",
    contentReviewed: true,
    countsAsApproach: false,
  } as const;
  return judge(panel.document, request, facts, ctx.at);
}

/**
 * Queues one mail in the caller's transaction: the gate's decision, the delivery that rests on it, and the wake-up of the
 * workers. The decision is taken again when a worker hands the mail over. A refused message leaves a suppressed delivery,
 * so that the refusal can be seen.
 * @throws Error when the panel does not exist: a bug of the caller.
 */
export async function queueMessage(ctx: Ctx, message: Message): Promise<{ readonly deliveryId: string }> {
  const panel = await getPanelById(message.organisationId, message.panelId, ctx.tx);
  if (panel === null) throw new Error("A message needs a panel with a policy in force");
  const { id, decision, facts } = await judged(ctx, panel, message);
  await ctx.tx.gateDecision.create({
    data: {
      organisationId: message.organisationId,
      id,
      memberId: message.memberId ?? null,
      phase: "selection",
      kind: message.kind,
      purposeKey: message.purposeKey,
      channel: "email",
      outcome: decision.permitted ? "permitted" : "refused",
      code: decision.code,
      citation: decision.citation,
      policyVersionId: panel.policyVersionId,
      facts,
      decidedAt: ctx.at,
    },
  });
  const delivery = deliveryRow(message, id, decision.permitted, ctx.at);
  await ctx.tx.delivery.create({ data: delivery });
  if (decision.permitted) await wake(ctx, "wake.mail");
  return { deliveryId: delivery.id };
}
