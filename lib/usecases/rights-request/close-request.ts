import { dateColumn, londonDate } from "@/lib/clock";
import { appendEntry } from "@/lib/ledger/append";
import { lateFrom } from "@/lib/policy/request/clock";
import { closeRefusal, refusalLetter, type RefusalGround } from "@/lib/policy/request/closing";
import { saysNo, type RequestOutcome } from "@/lib/policy/request/request";
import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { clockOn, lockRequest, type LockedRequest, type OnRequest } from "./locked-request";
import { queueRequestMail } from "./request-mail";

export type RequestToClose = OnRequest & {
  readonly outcome: RequestOutcome;
  /** The law's ground, where something is refused; else null. */
  readonly ground: RefusalGround | null;
  /** What the person is told beside the outcome, without personal data; "" where that is all. */
  readonly reasons: string;
};

/** Who else was given the details, and how far it is with telling them. */
async function recipientsOf(ctx: Ctx, { panel: { organisationId }, requestId }: OnRequest) {
  const rows = await ctx.tx.recipientNotification.findMany({ where: { organisationId, requestId } });
  return rows.map(({ toldAt, confirmedAt, notToldReason }) => {
    return { told: toldAt !== null, confirmed: confirmedAt !== null, notToldReason };
  });
}

/** Why it cannot be closed so, or null. A refusal that lacks one of its four items cannot be issued (law.md RR-7). */
async function refusalOf(ctx: Ctx, close: RequestToClose, { kind, stillHeld, restricted }: LockedRequest) {
  const { panel, outcome, reasons, ground } = close;
  const recipients = await recipientsOf(ctx, close);
  const refusal = closeRefusal({ kind, outcome, reasons, ground, recipients, stillHeld, restricted });
  if (refusal !== null) return refusal;
  const incomplete = saysNo(outcome) && refusalLetter(panel.document, reasons, ctx.at.getTime()) === null;
  return incomplete ? "letterIncomplete" : null;
}

async function keep(ctx: Ctx, close: RequestToClose, request: LockedRequest, dueOn: string): Promise<void> {
  const { panel, outcome, reasons } = close;
  const { organisationId } = panel;
  const answerDeliveryId = await queueRequestMail(ctx, panel, request, "request-closed");
  await ctx.tx.dataSubjectRequest.update({
    where: { organisationId_id: { organisationId, id: request.id } },
    data: {
      ...{ outcome, outcomeReason: reasons === "" ? null : reasons, closedAt: ctx.at },
      ...{ dueOn: dateColumn(dueOn), handledBy: request.staffId, answerDeliveryId },
    },
  });
}

/**
 * Answers a request for good and tells the person, a refusal with its reasons and every way on from there (UK GDPR 12(3)-(5),
 * 17 to 19; law.md RR-7, RR-9). An erasure is done once nothing is held any more, a restriction once the details are put
 * aside. Closed twice is refused.
 */
export async function closeRequest(ctx: Ctx, close: RequestToClose): Promise<Result<null>> {
  const { panel, outcome, ground } = close;
  const locked = await lockRequest(ctx, close, "rightsRequest.answer");
  if (!locked.ok) return locked;
  const request = locked.value;
  const refusal = await refusalOf(ctx, close, request);
  if (refusal !== null) return refuse(`rightsRequest.${refusal}`);
  const { dueOn, waitsFor } = clockOn(panel, request, londonDate(ctx.at));
  const inTime = waitsFor.length > 0 || ctx.at.getTime() < lateFrom(dueOn);
  await keep(ctx, close, request, dueOn);
  await appendEntry(ctx, panel.organisationId, {
    eventType: "request.closed",
    ...{ panelId: panel.id, subjectRef: request.subjectRef, effectiveAt: ctx.at },
    data: {
      ...{ rightsRequestId: request.id, right: request.kind, outcome, dueOn, inTime: inTime ? "yes" : "no" },
      ...(ground === null ? {} : { reasonCode: ground }),
    },
  });
  return ok(null);
}
