import { civilDate } from "@/lib/clock";
import { mailingContent, type MailingContent } from "@/lib/messaging/mailing-content";
import { templateFor, type MailingTemplate } from "@/lib/messaging/template";
import type { Purpose } from "@/lib/policy/document";
import { purposesServing } from "@/lib/policy/activity-purposes";
import { londonDate } from "@/lib/clock";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import type { Audience } from "@/lib/schemas/audience";
import type { Ctx } from "../context";

/** A mailing as its sender sees it before pressing "Send". */
export type MailingToApprove = {
  readonly panel: PanelView;
  readonly activityId: string;
  readonly audience: Audience;
  /** The subject line, and the sender's own words above the details; a blank line begins a new paragraph. */
  readonly words: { readonly subject: string; readonly opening: string };
  /** Made when the page was shown: a second press finds the first mailing. A UUID. */
  readonly idempotencyKey: string;
};

export type MailingDraft = {
  readonly template: MailingTemplate;
  readonly kind: Exclude<Purpose["messageKind"], null>;
  readonly purposeKey: string;
  readonly content: MailingContent;
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
    select: { startsAt: true, endsAt: true, place: true, adjustmentsAsked: true },
    orderBy: { startsAt: "asc" },
    take: 1,
  },
} as const;

async function activityOf(ctx: Ctx, { panel, activityId }: MailingToApprove) {
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

/**
 * What would be sent: the same for the preview and for "Send". Refuses when the activity takes no answers any more, or
 * when the policy in force no longer uses the activity's purpose for it.
 */
export async function draftMailing(ctx: Ctx, input: MailingToApprove): Promise<Result<MailingDraft>> {
  const activity = await activityOf(ctx, input);
  if (activity === null || activity.state !== "open" || isOver(activity, ctx.at)) {
    return refuse("mailing.activityNotOpen");
  }
  const purpose = purposesServing(input.panel.document, activity.kind).find(
    ({ key }) => key === activity.purposeKey,
  );
  if (purpose?.messageKind == null) return refuse("mailing.purposeNotOffered");
  return ok({
    template: templateFor(activity.kind, input.audience),
    kind: purpose.messageKind,
    purposeKey: purpose.key,
    content: mailingContent(asAnnounced(activity), input.words),
  });
}
