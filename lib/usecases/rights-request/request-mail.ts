import { queueMessage } from "@/lib/messaging/queue-message";
import { isMailAddress } from "@/lib/messaging/smtp/address";
import type { RequestTemplate } from "@/lib/messaging/template";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";

/** Whom a request's mails go to. */
export type Requester = {
  readonly id: string;
  readonly subjectRef: string | null;
  readonly replyTo: string | null;
};

/** The member who asks, where they are held still and have an address for mails. */
async function memberWithMail(ctx: Ctx, panel: PanelView, subjectRef: string) {
  const { organisationId, id: panelId } = panel;
  return ctx.tx.member.findFirst({
    where: {
      ...{ organisationId, panelId, subjectRef, state: { not: "erased" } },
      contactPoints: { some: { kind: "email", removedAt: null } },
    },
    select: { id: true },
  });
}

type Whom = { readonly memberId: string | null };

/** To whom a mail can go: a member's own address, else the one an unknown person gave; null for neither. */
async function whom(ctx: Ctx, panel: PanelView, { subjectRef, replyTo }: Requester): Promise<Whom | null> {
  if (subjectRef === null) return replyTo !== null && isMailAddress(replyTo) ? { memberId: null } : null;
  const member = await memberWithMail(ctx, panel, subjectRef);
  return member === null ? null : { memberId: member.id };
}

/** Whether there is an address to write to. */
export async function reachable(ctx: Ctx, panel: PanelView, requester: Requester): Promise<boolean> {
  return (await whom(ctx, panel, requester)) !== null;
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
  const to = await whom(ctx, panel, requester);
  if (to === null) return null;
  const { deliveryId } = await queueMessage(ctx, {
    ...{ template, kind: "rightsReply", purposeKey: "rights" },
    ...{ organisationId: panel.organisationId, panelId: panel.id, ...to },
    subjectIds: { ...subjectIds, rightsRequestId: requester.id },
  });
  return deliveryId;
}
