import { appendEntry } from "@/lib/ledger/append";
import { markedKind, type LineMarker } from "@/lib/policy/marker";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { StoredPoint } from "@/lib/queries/member/stored-facts";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import { lockFacts } from "../consent/lock-facts";
import { projectPermission } from "../consent/project-permission";
import type { Ctx } from "../context";

export type LineToMark = {
  readonly panel: PanelView;
  readonly memberId: string;
  readonly contactPointId: string;
  readonly marker: LineMarker;
  /** Whether it holds from now on; false takes it back. */
  readonly holds: boolean;
  /** Where the proof is found. */
  readonly evidence: string;
};

function holdsNow(point: StoredPoint, marker: LineMarker): boolean {
  if (marker === "corporate") return point.corporate === true;
  return point.callOverride !== undefined && point.callOverride.withdrawnAt === null;
}

function columnsOf({ marker, holds, evidence }: LineToMark, staffId: string, at: Date) {
  switch (marker) {
    case "callsWelcome":
      // When it was said stays, so that a decision of that time can be understood later (law.md I6).
      return holds
        ? { callsWelcomeAt: at, callsUnwelcomeAt: null, callsWelcomeEvidence: evidence }
        : { callsUnwelcomeAt: at };
    case "corporate":
      return holds
        ? { corporateAt: at, corporateBy: staffId, corporateEvidence: evidence }
        : { corporateAt: null, corporateBy: null, corporateEvidence: null };
  }
}

/**
 * Notes that calls to a number are welcome whatever the preference register says (PECR reg 21(4)), that a mailbox is a
 * company's (reg 22(1)), or that either is so no longer. It never opens what the person stopped: an objection goes before.
 * Call `drainHandOver` with what it returns.
 */
export async function markLine(ctx: Ctx, input: LineToMark): Promise<Result<readonly string[]>> {
  const { panel, memberId, contactPointId, marker, holds } = input;
  const staffId = actingStaff(ctx, "line.mark", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const { own } = await lockFacts(ctx.tx, panel, memberId);
  const point = own.points.find(({ id }) => id === contactPointId);
  if (point?.kind !== markedKind[marker]) return refuse("line.unknown");
  if (holdsNow(point, marker) === holds) return ok([]);
  const { organisationId } = panel;
  await ctx.tx.contactPoint.update({
    where: { organisationId_id: { organisationId, id: contactPointId } },
    data: columnsOf(input, staffId, ctx.at),
  });
  await projectPermission(ctx.tx, panel, [memberId], ctx.at);
  await appendEntry(ctx, organisationId, {
    eventType: "contactPoint.marked",
    ...{ panelId: panel.id, subjectRef: own.subjectRef, effectiveAt: ctx.at },
    data: { contactPointId, marker, standing: holds ? "set" : "cleared" },
  });
  return ok(holds ? [] : [memberId]);
}
