import { appendEntry } from "@/lib/ledger/append";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, refuseFields } from "@/lib/result";
import type { ChangedFocusGroup } from "@/lib/schemas/activity";
import type { Ctx } from "../context";
import { underWay } from "../mailing/steer-mailing";
import {
  changedEvent,
  isOver,
  keepChange,
  lockActivity,
  type Changed,
  type LockedActivity,
} from "./locked-activity";

type Input = { readonly panel: PanelView; readonly focusGroup: ChangedFocusGroup };
type Session = NonNullable<LockedActivity["session"]>;

const words = ["title", "summary"] as const;
const whenAndWhere = ["startsAt", "endsAt", "place", "joinLink"] as const;
const rest = ["capacity", "adjustmentsAsked"] as const;

function differs(one: string | number | Date | null, other: string | number | Date | null): boolean {
  return one instanceof Date && other instanceof Date ? one.getTime() !== other.getTime() : one !== other;
}

/** Which fields the form changes, in the order of the form. */
function changesIn(activity: LockedActivity, session: Session, form: ChangedFocusGroup) {
  return {
    fields: [
      ...words.filter((field) => differs(activity[field], form[field])),
      ...[...whenAndWhere, ...rest].filter((field) => differs(session[field], form[field])),
    ],
    moved: whenAndWhere.some((field) => differs(session[field], form[field])),
  };
}

/** Mail that is on its way says what was true when it was approved: it must not arrive after a change. */
async function mailIsUnderWay(ctx: Ctx, { organisationId, id }: LockedActivity): Promise<boolean> {
  const where = { organisationId, activityId: id, state: { in: [...underWay] } };
  return (await ctx.tx.mailing.count({ where })) > 0;
}

async function keepSession(
  ctx: Ctx,
  { organisationId, id }: Session,
  form: ChangedFocusGroup,
  moved: boolean,
) {
  const { startsAt, endsAt, place, joinLink, capacity, adjustmentsAsked } = form;
  await ctx.tx.activitySession.update({
    where: { organisationId_id: { organisationId, id } },
    data: {
      ...{ startsAt, endsAt, place, joinLink, capacity, adjustmentsAsked },
      ...(moved ? { movedAt: ctx.at } : {}),
    },
  });
}

/**
 * Changes what a focus group tells members, until it begins. When day, time, place or link change, those who have said yes
 * are to be told (`toTell` says how many): staff see the mail first and send it themselves.
 */
export async function changeFocusGroup(ctx: Ctx, { panel, focusGroup }: Input): Promise<Changed> {
  const locked = await lockActivity(ctx, { panel, ...focusGroup });
  if (!locked.ok) return locked;
  const activity = locked.value;
  const { session, organisationId, id } = activity;
  if (session === null) return refuse("form.notPermitted");
  if (activity.state === "cancelled") return refuse("activity.isCancelled");
  if (isOver(activity, ctx.at)) return refuse("activity.begun");
  if (focusGroup.startsAt <= ctx.at) return refuseFields({ date: [{ code: "activityDate.past" }] });
  const coming = { organisationId, sessionId: session.id, answer: "accepted" as const };
  const accepted = await ctx.tx.rsvp.count({ where: coming });
  if (focusGroup.capacity < accepted) {
    return refuseFields({ capacity: [{ code: "capacity.belowAccepted", params: { accepted } }] });
  }
  const { fields, moved } = changesIn(activity, session, focusGroup);
  if (fields.length === 0) return ok({ activityId: id, toTell: 0 });
  if (await mailIsUnderWay(ctx, activity)) return refuse("activity.mailUnderWay");
  await keepChange(ctx, activity, { title: focusGroup.title, summary: focusGroup.summary });
  await keepSession(ctx, session, focusGroup, moved);
  await appendEntry(ctx, organisationId, changedEvent(ctx, activity, fields));
  return ok({ activityId: id, toTell: moved ? accepted : 0 });
}
