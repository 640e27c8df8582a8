import { londonDate } from "@/lib/clock";
import { startOfDay } from "@/lib/policy/civil";
import { lawChanges } from "@/lib/policy/law-in-force";
import type { RequestKind } from "@/lib/policy/request/request";
import type { CaptureMethod, CivilDate } from "@/lib/policy/vocabulary";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { refuse, refuseFields, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { keepRequest } from "./keep-request";

export type ReceivedRequest = {
  readonly panel: PanelView;
  readonly id: string;
  readonly kind: RequestKind;
  /** The member it is about; "" for somebody the panel does not know. */
  readonly reference: string;
  readonly requesterName: string;
  readonly replyTo: string;
  readonly method: Exclude<CaptureMethod, "web" | "link" | "import">;
  readonly details: string;
  /** The day on which it reached anybody here (civil, Europe/London). */
  readonly receivedOn: CivilDate;
};

/** What is wrong with the day, if anything: it may lie before today, not after; older ones ran on the clock of then. */
function faultOfDay(ctx: Ctx, receivedOn: CivilDate) {
  const fault = (code: string) => ({ receivedOn: [{ code: `rightsRequest.receivedOn.${code}` }] });
  if (receivedOn > londonDate(ctx.at)) return fault("future");
  return receivedOn < lawChanges.newRequestClock ? fault("old") : {};
}

/** The member with this reference, their row locked until the transaction ends. */
async function lockMember(ctx: Ctx, panel: PanelView, reference: string) {
  const rows = await ctx.tx.$queryRaw<{ subjectRef: string }[]>`
    SELECT subject_ref::text AS "subjectRef" FROM member
    WHERE organisation_id = ${panel.organisationId}::uuid AND panel_id = ${panel.id}::uuid
      AND reference = ${reference} AND state <> 'erased' FOR NO KEY UPDATE`;
  return rows[0] ?? null;
}

/**
 * Staff pass on a request that reached them in any words and by any way: received on the day it reached anybody here (law.md
 * RR-1). A member's objection is recorded as a choice, so that it holds at once (LB-5).
 */
export async function receiveRequest(
  ctx: Ctx,
  { panel, reference, requesterName, replyTo, receivedOn, ...request }: ReceivedRequest,
): Promise<Result<{ readonly id: string }>> {
  if (actingStaff(ctx, "rightsRequest.receive", panel.id) === null) return refuse("form.notPermitted");
  const member = reference === "" ? null : await lockMember(ctx, panel, reference);
  const unknown = reference !== "" && member === null;
  const faults = {
    ...faultOfDay(ctx, receivedOn),
    ...(unknown ? { reference: [{ code: "rightsRequest.reference.unknown" }] } : {}),
  };
  if (Object.keys(faults).length > 0) return refuseFields(faults);
  const start = new Date(startOfDay(receivedOn) ?? 0);
  const receivedAt = receivedOn === londonDate(ctx.at) ? ctx.at : start;
  if (member === null) {
    const asked = { ...request, subjectRef: null, requesterName: requesterName || null };
    return keepRequest(ctx, panel, { ...asked, replyTo: replyTo || null, receivedAt });
  }
  if (request.kind === "objection") return refuse("rightsRequest.objectionElsewhere");
  return keepRequest(ctx, panel, { ...request, ...member, requesterName: null, replyTo: null, receivedAt });
}
