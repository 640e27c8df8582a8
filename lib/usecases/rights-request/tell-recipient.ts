import { appendEntry } from "@/lib/ledger/append";
import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { lockRequest, type OnRequest } from "./locked-request";

export type RecipientStep = OnRequest & {
  readonly recipientKey: string;
  readonly standing: "told" | "confirmed" | "notTold";
  /** Why they cannot be told, without personal data; "" for the other steps. */
  readonly reason: string;
};

type Row = {
  readonly toldAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly notToldReason: string | null;
};

/** The row after a step, or why there is no such step from here. */
function after(row: Row, { standing, reason }: RecipientStep, at: Date): Row | string {
  if (row.confirmedAt !== null) return "recipientConfirmed";
  if (standing === "confirmed") return { toldAt: row.toldAt ?? at, confirmedAt: at, notToldReason: null };
  if (row.toldAt !== null) return "recipientTold";
  return standing === "told"
    ? { toldAt: at, confirmedAt: null, notToldReason: null }
    : { toldAt: null, confirmedAt: null, notToldReason: reason };
}

/**
 * Records how far it is with telling one recipient what must be put right, erased or restricted: told, confirmed by them, or
 * why it is impossible or out of proportion (UK GDPR 19, 28(3)(e); law.md RR-9).
 */
export async function tellRecipient(ctx: Ctx, step: RecipientStep): Promise<Result<null>> {
  const { panel, requestId, recipientKey, standing } = step;
  const locked = await lockRequest(ctx, step, "rightsRequest.answer");
  if (!locked.ok) return locked;
  const { organisationId, id: panelId } = panel;
  const key = { organisationId, requestId, recipientKey };
  const where = { organisationId_requestId_recipientKey: key };
  const row = await ctx.tx.recipientNotification.findUnique({ where });
  if (row === null) return refuse("form.unreadable");
  const data = after(row, step, ctx.at);
  if (typeof data === "string") return refuse(`rightsRequest.${data}`);
  await ctx.tx.recipientNotification.update({ where, data });
  await appendEntry(ctx, organisationId, {
    eventType: "request.recipientTold",
    ...{ panelId, subjectRef: locked.value.subjectRef, effectiveAt: ctx.at },
    data: { rightsRequestId: requestId, recipientKey, standing },
  });
  return ok(null);
}
