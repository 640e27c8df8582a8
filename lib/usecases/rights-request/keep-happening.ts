import { dateColumn, londonDate } from "@/lib/clock";
import { newId } from "@/lib/id";
import { appendEntry } from "@/lib/ledger/append";
import type { RequestTemplate } from "@/lib/messaging/template";
import type { RequestClockKind } from "@/lib/policy/request/request";
import type { CivilDate } from "@/lib/policy/vocabulary";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { clockOn, type LockedRequest } from "./locked-request";
import { queueRequestMail } from "./request-mail";

export type HappeningToKeep = {
  readonly kind: RequestClockKind;
  readonly on: CivilDate;
  /** What was asked or why, as the person is told; null where nothing is to say. */
  readonly reason: string | null;
  readonly reasonCode?: string | undefined;
  /** The mail that tells them now; null where they were told otherwise or told us. */
  readonly template: RequestTemplate | null;
};

/** By when the request is due with this happening, as it is known today. */
function dueWith(
  ctx: Ctx,
  panel: PanelView,
  request: LockedRequest,
  { kind, on }: HappeningToKeep,
): CivilDate {
  const added = { id: "", kind, on, reason: null, told: null, sent: true };
  const happenings = [...request.happenings, added];
  return clockOn(panel, { ...request, happenings }, londonDate(ctx.at)).dueOn;
}

/** Keeps what moved a locked request's clock, with the day it is due from now on, and tells the person. */
export async function keepHappening(
  ctx: Ctx,
  panel: PanelView,
  request: LockedRequest,
  happening: HappeningToKeep,
): Promise<Result<null>> {
  const { organisationId, id: panelId } = panel;
  const { kind, on, reason, reasonCode, template } = happening;
  const id = newId(ctx.at);
  const dueOn = dueWith(ctx, panel, request, happening);
  const deliveryId =
    template === null ? null : await queueRequestMail(ctx, panel, request, template, { clockEventId: id });
  await ctx.tx.requestClockEvent.create({
    data: {
      ...{ organisationId, id, requestId: request.id, kind, occurredOn: dateColumn(on), reason, deliveryId },
      ...{ recordedBy: request.staffId, recordedAt: ctx.at },
    },
  });
  await ctx.tx.dataSubjectRequest.update({
    where: { organisationId_id: { organisationId, id: request.id } },
    data: { dueOn: dateColumn(dueOn), handledBy: request.staffId },
  });
  await appendEntry(ctx, organisationId, {
    eventType: "request.clock",
    ...{ panelId, subjectRef: request.subjectRef, effectiveAt: ctx.at },
    data: {
      ...{ rightsRequestId: request.id, happening: kind, happenedOn: on, dueOn },
      ...(reasonCode === undefined ? {} : { reasonCode }),
    },
  });
  return ok(null);
}
