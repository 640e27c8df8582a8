import { dateColumn, londonDate } from "@/lib/clock";
import { appendEntry } from "@/lib/ledger/append";
import { requestClock } from "@/lib/policy/request/clock";
import { recipientsToTell } from "@/lib/policy/request/closing";
import type { RequestKind } from "@/lib/policy/request/request";
import type { CaptureMethod } from "@/lib/policy/vocabulary";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { queueRequestMail } from "./request-mail";

export type RequestToKeep = {
  /** Made with the form: the same form sent twice is the same request. */
  readonly id: string;
  readonly kind: RequestKind;
  /** Null for somebody the panel does not know. */
  readonly subjectRef: string | null;
  readonly requesterName: string | null;
  readonly replyTo: string | null;
  readonly method: CaptureMethod;
  readonly details: string;
  readonly receivedAt: Date;
};

/** By when a request that came in on a day is answered, as nothing has happened to it yet. */
function firstDue(ctx: Ctx, panel: PanelView, { kind, receivedAt }: RequestToKeep) {
  const receivedOn = londonDate(receivedAt);
  const { nation } = panel.document.organisation;
  const { dueOn } = requestClock({ kind, receivedOn, events: [], nation, today: londonDate(ctx.at) });
  return { receivedOn, dueOn };
}

async function insert(ctx: Ctx, panel: PanelView, request: RequestToKeep, dueOn: string): Promise<boolean> {
  const { organisationId, id: panelId, document } = panel;
  const row = { ...request, organisationId, panelId, dueOn: dateColumn(dueOn) };
  const { count } = await ctx.tx.dataSubjectRequest.createMany({ data: [row], skipDuplicates: true });
  if (count === 0) return false;
  await ctx.tx.recipientNotification.createMany({
    data: recipientsToTell(document, request.kind).map(({ key: recipientKey }) => {
      return { organisationId, requestId: request.id, recipientKey };
    }),
  });
  return true;
}

/**
 * A form that was sent before: the request it became. Who went back and wrote something else is told so, for those words were
 * not kept; of another person or kind it is no form of ours.
 */
async function sentBefore(
  ctx: Ctx,
  panel: PanelView,
  { id, kind, subjectRef, ...typed }: RequestToKeep,
): Promise<Result<{ readonly id: string }>> {
  const kept = await ctx.tx.dataSubjectRequest.findFirst({
    where: { organisationId: panel.organisationId, panelId: panel.id, id, kind, subjectRef },
    select: { details: true, requesterName: true, replyTo: true, receivedAt: true },
  });
  if (kept === null) return refuse("form.unreadable");
  // Two neighbours may use the same words, and the day is the clock's.
  const said = ({ details, requesterName, replyTo, receivedAt }: typeof kept) =>
    JSON.stringify([details, requesterName, replyTo, londonDate(receivedAt)]);
  return said(kept) === said(typed) ? ok({ id }) : refuse("rightsRequest.sentBefore");
}

/**
 * Keeps a request with its clock running, tells the person by when they have an answer, and lists who else will have to be
 * told (UK GDPR 12(3), 19; law.md RR-1, RR-2, RR-9). The member it is about is locked. Sent twice it is one.
 */
export async function keepRequest(
  ctx: Ctx,
  panel: PanelView,
  request: RequestToKeep,
): Promise<Result<{ readonly id: string }>> {
  const { id, kind, subjectRef, method } = request;
  const { organisationId, id: panelId } = panel;
  const { receivedOn, dueOn } = firstDue(ctx, panel, request);
  if (!(await insert(ctx, panel, request, dueOn))) return sentBefore(ctx, panel, request);
  const receiptDeliveryId = await queueRequestMail(ctx, panel, request, "request-received");
  if (receiptDeliveryId !== null)
    await ctx.tx.dataSubjectRequest.update({
      where: { organisationId_id: { organisationId, id } },
      data: { receiptDeliveryId },
    });
  await appendEntry(ctx, organisationId, {
    eventType: "request.received",
    ...{ panelId, subjectRef, effectiveAt: request.receivedAt },
    data: { rightsRequestId: id, right: kind, method, receivedOn, dueOn },
  });
  return ok({ id });
}
