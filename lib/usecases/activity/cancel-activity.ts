import { appendEntries } from "@/lib/ledger/append";
import { guestsCondition } from "@/lib/messaging/guests-sql";
import { unanswered, type Promotion } from "@/lib/policy/content-review";
import { ok, refuse, type Result } from "@/lib/result";
import type { Guests } from "@/lib/schemas/audience";
import type { Ctx } from "../context";
import { approveMailing } from "../mailing/approve-mailing";
import { stopMailingsAbout } from "../mailing/stop-mailing";
import {
  becameOf,
  isOver,
  keepChange,
  lockActivity,
  type ActivityToChange,
  type LockedActivity,
} from "./locked-activity";

export type Cancellation = ActivityToChange & {
  /** Why, in words for those who were invited. */
  readonly reason: string;
  /** The subject line of the mail that tells them. */
  readonly subject: string;
  /** What was answered about the reason's words. */
  readonly promotion: Promotion;
  readonly idempotencyKey: string;
};

/** `mailingId` is the mail to those invited; null when there is nobody to tell. */
export type Cancelled = { readonly activityId: string; readonly mailingId: string | null };

const guests: Guests = { who: "expected" };

async function anybodyToTell(ctx: Ctx, { organisationId, panelId, id }: LockedActivity): Promise<boolean> {
  const [found] = await ctx.tx.$queryRaw<{ one: number }[]>`
    select 1 as one from member m
    where ${guestsCondition({ organisationId, panelId, activityId: id, guests })} limit 1`;
  return found !== undefined;
}

/**
 * Calls an activity off: it takes no answers any more, mail about it that has not left is stopped, and everyone who was
 * invited and has not said no is told why, in the same transaction.
 */
export async function cancelActivity(ctx: Ctx, input: Cancellation): Promise<Result<Cancelled>> {
  const { panel, reason, subject, promotion, idempotencyKey } = input;
  // That it is off is what those who said yes must hear.
  const review = { ...unanswered, promotion, occasion: "changed" } as const;
  const locked = await lockActivity(ctx, input);
  if (!locked.ok) return locked;
  const activity = locked.value;
  const { id: activityId, state } = activity;
  if (state === "cancelled") return refuse("activity.isCancelled");
  if (state === "draft") return refuse("activity.notOpen");
  if (isOver(activity, ctx.at)) return refuse("activity.over");
  await keepChange(ctx, activity, { state: "cancelled", closedAt: ctx.at, cancelReason: reason });
  const stopped = await stopMailingsAbout(ctx, panel, { activityId, asksOnly: false });
  const words = { subject, opening: reason };
  const told = (await anybodyToTell(ctx, activity))
    ? await approveMailing(ctx, { panel, activityId, audience: guests, words, review, idempotencyKey })
    : null;
  if (told !== null && !told.ok) return told;
  await appendEntries(ctx, activity.organisationId, [
    becameOf(ctx, "activity.cancelled", activity),
    ...stopped,
  ]);
  return ok({ activityId, mailingId: told === null ? null : told.value.mailingId });
}
