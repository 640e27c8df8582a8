import { database } from "@/lib/db/client";
import type { DeliveryState } from "@/lib/db/generated/client";
import type { MailingContent } from "@/lib/messaging/mailing-content";
import type { ContentReview } from "@/lib/policy/content-review";
import type { RandomSample } from "@/lib/policy/sample";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import type { StoredAudience } from "@/lib/schemas/audience";

/**
 * How far a mailing is. matched = all deliveries + all left out + who was erased since; every delivery is in exactly one
 * state.
 */
export type MailingProgress = {
  readonly id: string;
  readonly template: string;
  readonly purposeKey: string;
  readonly activityId: string | null;
  readonly subject: string;
  readonly state: "expanding" | "sending" | "paused" | "finished" | "cancelled";
  readonly pausedReason: string | null;
  /** What was answered about its words. */
  readonly review: ContentReview;
  /** How many were wanted at random, and the seed of the draw; null when nobody was drawn. */
  readonly sample: RandomSample | null;
  readonly createdAt: Date;
  readonly expandedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly matched: number;
  readonly leftOut: readonly { readonly code: string; readonly count: number }[];
  readonly deliveries: Readonly<Record<DeliveryState, number>>;
  /** Their messages went with everything else about them. */
  readonly erased: number;
  /** Refused by the gate at the last moment, by reason: part of `deliveries.suppressed`. */
  readonly refusedAtHandOver: readonly { readonly code: string; readonly count: number }[];
};

const none: Readonly<Record<DeliveryState, number>> = {
  queued: 0,
  claimed: 0,
  handingOver: 0,
  sent: 0,
  failed: 0,
  suppressed: 0,
  unknown: 0,
};

function reviewOf({ promotion, incentive, about, occasion }: ContentReview): ContentReview {
  return { promotion, incentive, about, occasion };
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

function byCount(counts: Readonly<Record<string, number>>) {
  return Object.entries(counts)
    .map(([code, count]) => ({ code, count }))
    .toSorted((one, other) => other.count - one.count);
}

/** A mailing and where its messages are, or null when the panel has no such mailing. */
export async function getMailingProgress(viewer: Viewer, mailingId: string): Promise<MailingProgress | null> {
  authorise(viewer, "mailing.view");
  const { organisationId, id: panelId } = viewer.panel;
  const mailing = await database().mailing.findFirst({ where: { organisationId, panelId, id: mailingId } });
  if (mailing === null) return null;
  const where = { organisationId, mailingId };
  const [states, refused] = await Promise.all([
    database().delivery.groupBy({ by: ["state"], where, _count: true }),
    database().gateDecision.groupBy({
      by: ["code"],
      where: { ...where, phase: "handOver", outcome: "refused" },
      _count: true,
    }),
  ]);
  const leftOut = mailing.leftOut as Record<string, number>;
  const deliveries = { ...none, ...Object.fromEntries(states.map(({ state, _count }) => [state, _count])) };
  return {
    id: mailing.id,
    template: mailing.template,
    purposeKey: mailing.purposeKey,
    activityId: mailing.activityId,
    subject: (mailing.content as unknown as MailingContent).subject,
    state: mailing.state,
    pausedReason: mailing.pausedReason,
    review: reviewOf(mailing),
    sample: (mailing.audience as unknown as StoredAudience).sample ?? null,
    createdAt: mailing.createdAt,
    expandedAt: mailing.expandedAt,
    finishedAt: mailing.finishedAt,
    matched: mailing.matched,
    leftOut: byCount(leftOut),
    deliveries,
    // Read after the mailing: while it is being spread out there may be more of them already.
    erased: Math.max(0, mailing.matched - sum(leftOut) - sum(deliveries)),
    refusedAtHandOver: byCount(Object.fromEntries(refused.map(({ code, _count }) => [code, _count]))),
  };
}
