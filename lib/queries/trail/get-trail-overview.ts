import { londonDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { startOfDay } from "@/lib/policy/civil";
import { consentDecisions, type ConsentDecision } from "@/lib/policy/vocabulary";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { listVerifications, type RecordedVerification } from "./list-verifications";

export type TrailOverview = {
  /** Entries of this panel recorded since midnight, Europe/London. */
  readonly entriesToday: number;
  /** Decisions of the last 30 days, every kind named, zero included. */
  readonly decisions: readonly { readonly decision: ConsentDecision; readonly count: number }[];
  readonly lastVerification: RecordedVerification | null;
};

const thirtyDays = 30 * 24 * 60 * 60 * 1000;

/** The figures at the top of the data protection pages, at `at`. */
export async function getTrailOverview(viewer: Viewer, at: Date): Promise<TrailOverview> {
  authorise(viewer, "trail.read");
  const { organisationId, id: panelId } = viewer.panel;
  const midnight = new Date(startOfDay(londonDate(at)) ?? at.getTime());
  const since = new Date(at.getTime() - thirtyDays);
  const ofPanel = { organisationId, panelId };
  const eventTypes = consentDecisions.map((decision) => `consent.${decision}`);
  const [entriesToday, counts, verifications] = await Promise.all([
    database().ledgerEntry.count({ where: { ...ofPanel, recordedAt: { gte: midnight } } }),
    database().ledgerEntry.groupBy({
      by: ["eventType"],
      where: { ...ofPanel, eventType: { in: eventTypes }, recordedAt: { gte: since } },
      _count: { _all: true },
    }),
    listVerifications(viewer, 1),
  ]);
  const byType = new Map(counts.map((row) => [row.eventType, row._count._all]));
  return {
    entriesToday,
    decisions: consentDecisions.map((decision) => ({
      decision,
      count: byType.get(`consent.${decision}`) ?? 0,
    })),
    lastVerification: verifications[0] ?? null,
  };
}
