import { londonDate } from "@/lib/clock";
import { requestClock, type RequestClock } from "@/lib/policy/request/clock";
import type { RequestKind } from "@/lib/policy/request/request";
import type { Verb } from "@/lib/policy/permission";
import { isRestricted } from "@/lib/policy/restriction";
import type { CaptureMethod, CivilDate } from "@/lib/policy/vocabulary";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { loadHappenings, type Happening } from "@/lib/queries/rights-request/happenings";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";

/** An open request whose row, and its member's, are locked until the transaction ends. */
export type LockedRequest = {
  readonly id: string;
  readonly kind: RequestKind;
  readonly subjectRef: string | null;
  readonly replyTo: string | null;
  readonly method: CaptureMethod;
  readonly receivedOn: CivilDate;
  readonly happenings: readonly Happening[];
  /** A member's details are here still. */
  readonly stillHeld: boolean;
  /** They are put aside now. */
  readonly restricted: boolean;
  readonly staffId: string;
};

export type OnRequest = { readonly panel: PanelView; readonly requestId: string };

type LockedMember = { readonly restrictedAt: Date | null; readonly restrictionLiftsAt: Date | null };

/** First the member, then the request: as who erases them does. @returns the member, where their details are here still */
async function lockRows(ctx: Ctx, { panel, requestId }: OnRequest): Promise<LockedMember | undefined> {
  const { organisationId, id: panelId } = panel;
  const [member] = await ctx.tx.$queryRaw<LockedMember[]>`
    SELECT m.restricted_at AS "restrictedAt", m.restriction_lifts_at AS "restrictionLiftsAt" FROM member m JOIN data_subject_request r
      ON r.organisation_id = m.organisation_id AND r.subject_ref = m.subject_ref
    WHERE r.organisation_id = ${organisationId}::uuid AND r.id = ${requestId}::uuid AND m.state <> 'erased'
    FOR NO KEY UPDATE OF m`;
  await ctx.tx.$queryRaw`
    SELECT FROM data_subject_request WHERE organisation_id = ${organisationId}::uuid
      AND panel_id = ${panelId}::uuid AND id = ${requestId}::uuid FOR UPDATE`;
  return member;
}

/**
 * Locks a request that is open for the member of staff who may do this on the panel. Two at once take turns, and the second
 * sees what the first did.
 */
export async function lockRequest(ctx: Ctx, on: OnRequest, verb: Verb): Promise<Result<LockedRequest>> {
  const { panel, requestId } = on;
  const staffId = actingStaff(ctx, verb, panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const member = await lockRows(ctx, on);
  const { organisationId, id: panelId } = panel;
  const row = await ctx.tx.dataSubjectRequest.findFirst({
    where: { organisationId, panelId, id: requestId },
    select: {
      ...{ id: true, kind: true, subjectRef: true, replyTo: true, method: true, receivedAt: true },
      closedAt: true,
    },
  });
  if (row === null) return refuse("form.unreadable");
  const { closedAt, receivedAt, ...request } = row;
  if (closedAt !== null) return refuse("rightsRequest.closed");
  const happenings = (await loadHappenings(organisationId, [requestId], ctx.tx)).get(requestId) ?? [];
  const now = {
    stillHeld: member !== undefined,
    restricted: member !== undefined && isRestricted(member, ctx.at),
  };
  return ok({ ...request, ...now, receivedOn: londonDate(receivedAt), happenings, staffId });
}

/** Where a locked request's clock stands on a day, with what has happened and what happens now. */
export function clockOn(
  panel: PanelView,
  { kind, receivedOn, happenings }: Pick<LockedRequest, "kind" | "receivedOn" | "happenings">,
  today: CivilDate,
): RequestClock {
  const { nation } = panel.document.organisation;
  return requestClock({ kind, receivedOn, events: happenings, nation, today });
}
