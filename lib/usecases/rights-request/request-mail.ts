import { queueMessage } from "@/lib/messaging/queue-message";
import type { RequestTemplate } from "@/lib/messaging/template";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { askerOf } from "@/lib/queries/rights-request/asker";
import type { Ctx } from "../context";

/** Whom a request's mails go to. */
export type Requester = {
  readonly id: string;
  readonly subjectRef: string | null;
  readonly replyTo: string | null;
};

/** Whether there is an address to write to. */
export async function reachable(ctx: Ctx, panel: PanelView, requester: Requester): Promise<boolean> {
  return (await askerOf(panel, requester, ctx.at, ctx.tx)).reachable;
}

/**
 * Queues a mail about a request to who made it. An answer to a right always goes. @returns the delivery; null where there is
 * no address to write to
 */
export async function queueRequestMail(
  ctx: Ctx,
  panel: PanelView,
  requester: Requester,
  template: RequestTemplate,
  subjectIds: Readonly<Record<string, string>> = {},
): Promise<string | null> {
  const { memberId, reachable: goes } = await askerOf(panel, requester, ctx.at, ctx.tx);
  if (!goes) return null;
  const { deliveryId } = await queueMessage(ctx, {
    ...{ template, kind: "rightsReply", purposeKey: "rights" },
    ...{ organisationId: panel.organisationId, panelId: panel.id, memberId },
    subjectIds: { ...subjectIds, rightsRequestId: requester.id },
  });
  return deliveryId;
}
