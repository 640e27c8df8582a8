import { civilDate, londonDate } from "@/lib/clock";
import { mailingContent, type MailingContent } from "@/lib/messaging/mailing-content";
import { invitationTemplates, templateFor, type MailingTemplate } from "@/lib/messaging/template";
import {
  completeReview,
  questionsAbout,
  refusedToAll,
  type ContentReview,
} from "@/lib/policy/content-review";
import type { Purpose } from "@/lib/policy/document";
import { reminderStanding } from "@/lib/policy/reminder";
import { purposesServing } from "@/lib/policy/activity-purposes";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { isGuests, type Guests, type MailingAudience } from "@/lib/schemas/audience";
import type { Ctx } from "../context";

/** A mailing as its sender sees it before pressing "Send". */
export type MailingToApprove = {
  readonly panel: PanelView;
  readonly activityId: string;
  readonly audience: MailingAudience;
  /** The subject line, and the sender's own words above the details; a blank line begins a new paragraph. */
  readonly words: { readonly subject: string; readonly opening: string };
  /** What the sender answered about what the words say. */
  readonly review: ContentReview;
  /** Made when the page was shown: a second press finds the first mailing. A UUID. */
  readonly idempotencyKey: string;
};

export type MailingDraft = {
  readonly template: MailingTemplate;
  readonly kind: Exclude<Purpose["messageKind"], null>;
  readonly purposeKey: string;
  readonly content: MailingContent;
  readonly review: ContentReview;
};

const activityFields = {
  id: true,
  kind: true,
  purposeKey: true,
  title: true,
  summary: true,
  state: true,
  closesOn: true,
  sessions: {
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      place: true,
      joinLink: true,
      capacity: true,
      adjustmentsAsked: true,
    },
    orderBy: { startsAt: "asc" },
    take: 1,
  },
} as const;

/**
 * The activity, held as it is until the mailing is approved: it is not called off or moved in between, and of two colleagues
 * who remind people at once the second finds the reminder of the first.
 */
async function activityOf(ctx: Ctx, { panel, activityId }: MailingToApprove) {
  await ctx.tx.$executeRaw`select 1 from activity
    where organisation_id = ${panel.organisationId}::uuid and id = ${activityId}::uuid for no key update`;
  return ctx.tx.activity.findFirst({
    where: { organisationId: panel.organisationId, panelId: panel.id, id: activityId },
    select: activityFields,
  });
}

type Activity = NonNullable<Awaited<ReturnType<typeof activityOf>>>;

function isOver(activity: Activity, at: Date): boolean {
  const [session] = activity.sessions;
  const closed = activity.closesOn !== null && civilDate(activity.closesOn) < londonDate(at);
  return closed || (session !== undefined && session.startsAt <= at);
}

/** The activity as the mail announces it. */
function asAnnounced({ closesOn, sessions, ...activity }: Activity) {
  const session = sessions[0] ?? null;
  return { ...activity, closesOn: closesOn === null ? null : civilDate(closesOn), session };
}

/** Whether there is something to tell: a change of what is still to come, or that it is off. */
function isTold({ state, sessions }: Activity, { who }: Guests, at: Date): boolean {
  if (who === "expected") return state === "cancelled";
  const [session] = sessions;
  return (state === "open" || state === "closed") && session !== undefined && session.startsAt > at;
}

/** The purpose and kind a mailing goes under: a notice is a service message, whatever the activity's purpose asks for. */
function purposeOf(
  { document }: PanelView,
  { kind, purposeKey }: Activity,
  audience: MailingAudience,
): (Pick<MailingDraft, "kind" | "purposeKey"> & { readonly purpose: Purpose }) | null {
  const offered = isGuests(audience) ? document.purposes : purposesServing(document, kind);
  const purpose = offered.find(({ key }) => key === purposeKey);
  const messageKind = purpose?.messageKind ?? null;
  if (purpose === undefined || messageKind === null) return null;
  return { kind: isGuests(audience) ? "service" : messageKind, purposeKey, purpose };
}

/** The answers about the words, or why the mailing may go to nobody at all: the gate would refuse each of its messages. */
function reviewOf(
  { panel, review }: MailingToApprove,
  { kind, purpose }: Pick<MailingDraft, "kind"> & { readonly purpose: Purpose },
  at: Date,
): Result<ContentReview> {
  const complete = completeReview(questionsAbout(kind, purpose), review);
  if (complete === null) return refuse("mailing.notReviewed");
  const mailing = { kind, purposeKey: purpose.key, channel: "email", review: complete } as const;
  const refused = refusedToAll(panel.document, mailing, at.getTime());
  if (refused === null) return ok(complete);
  return refuse(refused === "message.unnecessary" ? "mailing.unnecessary" : "mailing.promotional");
}

/** Why a reminder may not go now, or null (lib/policy/reminder.ts). The press that is repeated is no reminder of its own. */
async function tooSoon(ctx: Ctx, input: MailingToApprove, activity: Activity): Promise<Result<never> | null> {
  const { organisationId } = input.panel;
  const [session] = activity.sessions;
  const [asked, accepted] = await Promise.all([
    ctx.tx.mailing.findFirst({
      where: {
        ...{ organisationId, activityId: activity.id, idempotencyKey: { not: input.idempotencyKey } },
        template: { in: [...invitationTemplates, "invitation-reminder"] },
      },
      select: { createdAt: true },
      orderBy: { createdAt: "desc" },
    }),
    session === undefined
      ? 0
      : ctx.tx.rsvp.count({ where: { organisationId, sessionId: session.id, answer: "accepted" } }),
  ]);
  const known = {
    askedAt: asked?.createdAt.getTime() ?? null,
    capacity: session?.capacity ?? null,
    accepted,
  };
  const standing = reminderStanding(known, ctx.at.getTime());
  if (standing.kind === "now") return null;
  return refuse(standing.kind === "full" ? "mailing.full" : "mailing.reminderTooSoon");
}

/**
 * What would be sent: the same for the preview and for "Send". Refuses when the activity takes no answers any more (a
 * notice: when there is nothing to tell; a reminder: too soon, or when all places are taken), when the policy in force no
 * longer uses the activity's purpose for it, or when its words make it something that this purpose may not send.
 */
export async function draftMailing(ctx: Ctx, input: MailingToApprove): Promise<Result<MailingDraft>> {
  const { panel, audience, words } = input;
  const activity = await activityOf(ctx, input);
  if (activity === null) return refuse("mailing.activityNotOpen");
  if (isGuests(audience)) {
    if (!isTold(activity, audience, ctx.at)) return refuse("mailing.nothingToTell");
  } else if (activity.state !== "open" || isOver(activity, ctx.at)) return refuse("mailing.activityNotOpen");
  const soon = audience.who === "unanswered" ? await tooSoon(ctx, input, activity) : null;
  if (soon !== null) return soon;
  const under = purposeOf(panel, activity, audience);
  if (under === null) return refuse("mailing.purposeNotOffered");
  const review = reviewOf(input, under, ctx.at);
  if (!review.ok) return review;
  return ok({
    ...{ kind: under.kind, purposeKey: under.purposeKey, review: review.value },
    template: templateFor(activity.kind, audience),
    content: mailingContent(asAnnounced(activity), words, audience),
  });
}
