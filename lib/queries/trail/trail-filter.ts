import { Prisma } from "@/lib/db/generated/client";
import { endOfDay, startOfDay } from "@/lib/policy/civil";
import type { Channel, CivilDate } from "@/lib/policy/vocabulary";
import type { StoredEntry } from "./trail-entry";

/** What the trail is narrowed to. Days are civil, Europe/London, both included. */
export type TrailFilter = {
  /** The reference the ledger uses for one person. */
  readonly subjectRef?: string | undefined;
  readonly purposeKey?: string | undefined;
  readonly eventType?: string | undefined;
  readonly channel?: Channel | undefined;
  /** In which capacity somebody acted. */
  readonly actorKind?: StoredEntry["actorKind"] | undefined;
  /** One member of staff, by id. */
  readonly staffId?: string | undefined;
  /** Leaves out that somebody read the trail. */
  readonly withoutReadings?: boolean | undefined;
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
};

/** Where a page begins: entries older than `before`, or newer than `after`; the newest when neither is given. */
export type TrailPlace = { readonly before?: bigint | undefined; readonly after?: bigint | undefined };

/** A panel of an organisation. */
export type Where = { readonly organisationId: string; readonly panelId: string };

/** What a `StoredEntry` is read from. */
export const entryColumns = Prisma.sql`seq, bytes, recorded_at AS "recordedAt", effective_at AS "effectiveAt",
  event_type AS "eventType", subject_ref::text AS "subjectRef", purpose_key AS "purposeKey", channel::text AS channel,
  actor_kind::text AS "actorKind", actor_ref AS "actorRef"`;

const kindOfEntry = Prisma.sql`ledger_kind(event_type, purpose_key, channel, actor_kind) COLLATE "C"`;

function all(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return Prisma.join(conditions, " AND ", "(", ")");
}

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

function range(where: Where, filter: TrailFilter, { before, after }: TrailPlace): readonly Prisma.Sql[] {
  return [
    ...dayConditions(where, filter),
    ...(before === undefined ? [] : [Prisma.sql`seq < ${before}`]),
    ...(after === undefined ? [] : [Prisma.sql`seq > ${after}`]),
  ];
}

function ofPanel({ organisationId, panelId }: Where, { staffId }: TrailFilter): readonly Prisma.Sql[] {
  return [
    Prisma.sql`organisation_id = ${organisationId}::uuid AND panel_id = ${panelId}::uuid`,
    ...(staffId === undefined ? [] : [Prisma.sql`actor_ref = ${staffId} AND actor_kind <> 'member'`]),
  ];
}

const parts = ["eventType", "purposeKey", "channel", "actorKind"] as const;

/** Conditions on the parts of a kind: `part` gives each as SQL, with "" where an entry has none. */
function kindConditions(
  filter: TrailFilter,
  part: (name: (typeof parts)[number]) => Prisma.Sql,
): readonly Prisma.Sql[] {
  const equal = parts.flatMap((name) => {
    const value = filter[name];
    return value === undefined ? [] : [Prisma.sql`${part(name)} = ${value}`];
  });
  return filter.withoutReadings === true
    ? [...equal, Prisma.sql`${part("eventType")} <> 'ledger.read'`]
    : equal;
}

const columnOf = {
  eventType: Prisma.sql`event_type`,
  purposeKey: Prisma.sql`purpose_key`,
  channel: Prisma.sql`channel::text`,
  actorKind: Prisma.sql`actor_kind::text`,
} as const;

function newestFirst(place: TrailPlace): Prisma.Sql {
  return place.after === undefined ? Prisma.sql`DESC` : Prisma.sql`ASC`;
}

/**
 * The entries that match in one pass over the panel, newest first; for a whole trail, or one person's. What a filter leaves
 * out is read all the same: for a page of a filtered trail take `trailQuery`.
 */
export function passQuery(where: Where, filter: TrailFilter, place: TrailPlace, size: number): Prisma.Sql {
  const conditions = all([
    ...ofPanel(where, filter),
    ...(filter.subjectRef === undefined ? [] : [Prisma.sql`subject_ref = ${filter.subjectRef}::uuid`]),
    ...kindConditions(filter, (name) => columnOf[name]),
    ...range(where, filter, place),
  ]);
  return Prisma.sql`
    SELECT ${entryColumns} FROM ledger_entry WHERE ${conditions} ORDER BY seq ${newestFirst(place)} LIMIT ${size}`;
}

/**
 * The newest entries of each kind that matches, merged. The kinds there are (some hundred, whatever the number of entries)
 * are found by leaping through the index from one to the next.
 */
function mergedQuery(where: Where, filter: TrailFilter, place: TrailPlace, size: number): Prisma.Sql {
  const here = all(ofPanel(where, filter));
  const part = (name: (typeof parts)[number]) =>
    Prisma.sql`split_part(kind, '|', ${parts.indexOf(name) + 1})`;
  const matching = all([Prisma.sql`kind IS NOT NULL`, ...kindConditions(filter, part)]);
  const within = all([
    ...ofPanel(where, filter),
    Prisma.sql`${kindOfEntry} = kinds.kind`,
    ...range(where, filter, place),
  ]);
  const order = newestFirst(place);
  return Prisma.sql`
    WITH RECURSIVE kinds AS (
      (SELECT ${kindOfEntry} AS kind FROM ledger_entry WHERE ${here} ORDER BY 1 LIMIT 1)
      UNION ALL
      SELECT (SELECT ${kindOfEntry} FROM ledger_entry WHERE ${here} AND ${kindOfEntry} > kinds.kind ORDER BY 1 LIMIT 1)
      FROM kinds WHERE kinds.kind IS NOT NULL)
    SELECT ${entryColumns} FROM ledger_entry WHERE organisation_id = ${where.organisationId}::uuid AND seq IN (
      SELECT newest.seq FROM (SELECT kind FROM kinds WHERE ${matching}) AS kinds CROSS JOIN LATERAL (
        SELECT seq FROM ledger_entry WHERE ${within} ORDER BY seq ${order} LIMIT ${size}) AS newest
      ORDER BY newest.seq ${order} LIMIT ${size})
    ORDER BY seq ${order}`;
}

/**
 * One page of the trail, newest first (oldest first after `after`), as one statement. It costs the same at any size and
 * for every combination of filters, also for those that never meet: one person's entries are few, and everything else
 * is merged from kinds.
 */
export function trailQuery(where: Where, filter: TrailFilter, place: TrailPlace, size: number): Prisma.Sql {
  const narrowing = [...parts, "staffId", "withoutReadings"] as const;
  const byKind = filter.subjectRef === undefined && narrowing.some((name) => filter[name] !== undefined);
  return (byKind ? mergedQuery : passQuery)(where, filter, place, size);
}
