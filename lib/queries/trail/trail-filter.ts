import { Prisma } from "@/lib/db/generated/client";
import { endOfDay, startOfDay } from "@/lib/policy/civil";
import type { CivilDate } from "@/lib/policy/vocabulary";

/** What the trail is narrowed to. Days are civil, Europe/London, both included. */
export type TrailFilter = {
  /** The reference the ledger uses for one person. */
  readonly subjectRef?: string | undefined;
  readonly purposeKey?: string | undefined;
  readonly eventType?: string | undefined;
  /** Leaves out that somebody read the trail. */
  readonly withoutReadings?: boolean | undefined;
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
};

/** Where a page begins: entries older than `before`, or newer than `after`; the newest when neither is given. */
export type TrailPlace = { readonly before?: bigint | undefined; readonly after?: bigint | undefined };

type Where = { readonly organisationId: string; readonly panelId: string };

/** The first seq recorded at or after an instant. Recorded times never go backwards, so days become ranges of seq. */
function seqFrom({ organisationId, panelId }: Where, instant: number): Prisma.Sql {
  return Prisma.sql`(SELECT min(seq) FROM (
    SELECT seq FROM ledger_entry WHERE organisation_id = ${organisationId}::uuid AND panel_id = ${panelId}::uuid
      AND recorded_at >= ${new Date(instant)} ORDER BY recorded_at, seq LIMIT 1) AS first)`;
}

function dayConditions(where: Where, filter: TrailFilter): readonly Prisma.Sql[] {
  const from = filter.from === undefined ? null : startOfDay(filter.from);
  const end = filter.to === undefined ? null : endOfDay(filter.to);
  return [
    // Nothing recorded since: min() of nothing is null, and no seq is at least null.
    ...(from === null ? [] : [Prisma.sql`seq >= ${seqFrom(where, from)}`]),
    ...(end === null ? [] : [Prisma.sql`seq < coalesce(${seqFrom(where, end)}, 9223372036854775807)`]),
  ];
}

/**
 * The ids of one page of the trail, newest first (oldest first after `after`), as one statement. Every combination
 * of filters has an index that gives both the filter and the order, so a page costs the same at any size.
 */
export function trailQuery(where: Where, filter: TrailFilter, place: TrailPlace, size: number): Prisma.Sql {
  const conditions = [
    Prisma.sql`organisation_id = ${where.organisationId}::uuid AND panel_id = ${where.panelId}::uuid`,
    ...(filter.subjectRef === undefined ? [] : [Prisma.sql`subject_ref = ${filter.subjectRef}::uuid`]),
    ...(filter.purposeKey === undefined ? [] : [Prisma.sql`purpose_key = ${filter.purposeKey}`]),
    ...(filter.eventType === undefined ? [] : [Prisma.sql`event_type = ${filter.eventType}`]),
    ...(filter.withoutReadings === true ? [Prisma.sql`event_type <> 'ledger.read'`] : []),
    ...dayConditions(where, filter),
    ...(place.before === undefined ? [] : [Prisma.sql`seq < ${place.before}`]),
    ...(place.after === undefined ? [] : [Prisma.sql`seq > ${place.after}`]),
  ];
  const order = place.after === undefined ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  return Prisma.sql`
    SELECT seq, bytes, recorded_at AS "recordedAt", effective_at AS "effectiveAt", event_type AS "eventType",
      subject_ref::text AS "subjectRef", purpose_key AS "purposeKey", channel::text AS channel,
      actor_kind::text AS "actorKind", actor_ref AS "actorRef"
    FROM ledger_entry WHERE ${Prisma.join(conditions, " AND ")} ORDER BY seq ${order} LIMIT ${size}`;
}
