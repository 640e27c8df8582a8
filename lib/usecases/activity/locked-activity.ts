import { civilDate, londonDate } from "@/lib/clock";
import type { LedgerEvent } from "@/lib/ledger/event";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { aboutNobody } from "./about-nobody";
import { actingStaff } from "./acting-staff";

/** Which activity is to be changed, and how often it had been when the page was opened. */
export type ActivityToChange = {
  readonly panel: PanelView;
  readonly activity: string;
  readonly revision: number;
};

/**
 * The panel's activity with its first session, locked until the transaction ends: nobody answers, sends or changes it
 * meanwhile. Refuses when somebody changed it after the page was opened: what they wrote must not be lost unseen.
 */
export async function lockActivity(ctx: Ctx, { panel, activity: id, revision }: ActivityToChange) {
  if (actingStaff(ctx, "activity.change", panel.id) === null) return refuse("form.notPermitted");
  const { organisationId, id: panelId } = panel;
  await ctx.tx.$executeRaw`
    select 1 from activity where organisation_id = ${organisationId}::uuid and id = ${id}::uuid for no key update`;
  const found = await ctx.tx.activity.findUnique({
    where: { organisationId_id: { organisationId, id }, panelId },
    include: { sessions: { orderBy: { startsAt: "asc" }, take: 1 } },
  });
  if (found === null) return refuse("activity.unknown");
  if (found.revision !== revision) return refuse("activity.changedMeanwhile");
  return ok({ ...found, session: found.sessions[0] ?? null });
}

export type LockedActivity = Extract<Awaited<ReturnType<typeof lockActivity>>, { ok: true }>["value"];

/** Whether its session has begun, or its last day for answers is over (Europe/London). */
export function isOver({ session, closesOn }: LockedActivity, at: Date): boolean {
  if (session !== null) return session.startsAt <= at;
  return closesOn !== null && civilDate(closesOn) < londonDate(at);
}

/** Writes a change of an activity and counts it. */
export async function keepChange(
  ctx: Ctx,
  { organisationId, id }: LockedActivity,
  data: {
    readonly title?: string;
    readonly summary?: string;
    readonly closesOn?: Date;
    readonly state?: "open" | "closed" | "cancelled";
    readonly closedAt?: Date | null;
    readonly cancelReason?: string;
  },
): Promise<void> {
  await ctx.tx.activity.update({
    where: { organisationId_id: { organisationId, id } },
    data: { ...data, revision: { increment: 1 } },
  });
}

/** The line of the trail that says what became of an activity. */
export function becameOf(
  ctx: Ctx,
  eventType: "activity.closed" | "activity.reopened" | "activity.cancelled",
  activity: LockedActivity,
): LedgerEvent {
  return { eventType, ...aboutNobody(ctx, activity), data: { activityId: activity.id } };
}

/** The line of the trail that says which details were changed. */
export function changedEvent(ctx: Ctx, activity: LockedActivity, fields: readonly string[]): LedgerEvent {
  const data = { activityId: activity.id, fields };
  return { eventType: "activity.changed", ...aboutNobody(ctx, activity), data };
}

export type Changed = Result<{ readonly activityId: string; readonly toTell: number }>;
