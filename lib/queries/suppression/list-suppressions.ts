import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { staffNames } from "@/lib/queries/policy/staff-names";
import type { Channel } from "@/lib/policy/vocabulary";

/** A stop as the data protection officer sees it: never the address, only its last two characters. */
export type ListedSuppression = {
  readonly id: string;
  /** Null: a person, wherever they are reached. */
  readonly hint: string | null;
  /** The member it is about, where one is known and still held. */
  readonly reference: string | null;
  readonly purposeKey: string | null;
  readonly marketingOnly: boolean;
  readonly channel: Channel | null;
  readonly source: string;
  readonly evidence: string | null;
  /** Civil day on which it arrived, where staff entered it. */
  readonly receivedOn: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly liftedAt: Date | null;
};

export type SuppressionPage = {
  readonly suppressions: readonly ListedSuppression[];
  readonly older: string | null;
  readonly newer: string | null;
};

type Row = Omit<ListedSuppression, "recordedBy"> & { readonly recordedBy: string | null };

const size = 50;

/** Which part of the list; ids are those that a page was given. `addressHash` narrows it to one address. */
export type SuppressionPlace = {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly addressHash?: string | undefined;
};

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/u;

function where(organisationId: string, { before, after, addressHash }: SuppressionPlace): Prisma.Sql {
  const of = Prisma.sql`s.organisation_id = ${organisationId}::uuid`;
  const narrowed = addressHash === undefined ? of : Prisma.sql`${of} AND s.address_hash = ${addressHash}`;
  const place = (id: string) => Prisma.sql`(SELECT recorded_at, id FROM suppression
    WHERE organisation_id = ${organisationId}::uuid AND id = ${id}::uuid)`;
  if (after !== undefined && uuid.test(after)) {
    return Prisma.sql`${narrowed} AND (s.recorded_at, s.id) > ${place(after)}`;
  }
  if (before !== undefined && uuid.test(before)) {
    return Prisma.sql`${narrowed} AND (s.recorded_at, s.id) < ${place(before)}`;
  }
  return narrowed;
}

/** One page of the organisation's stops, newest first. */
export async function listSuppressions(viewer: Viewer, place: SuppressionPlace): Promise<SuppressionPage> {
  authorise(viewer, "suppression.read");
  const { organisationId } = viewer.panel;
  const goesUp = place.after !== undefined && uuid.test(place.after);
  const order = goesUp ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const found = await database().$queryRaw<Row[]>`
    SELECT s.id, s.address_hint AS hint, m.reference, s.purpose_key AS "purposeKey",
      s.message_kind IS NOT NULL AS "marketingOnly", s.channel::text AS channel, s.source, s.evidence,
      s.received_on::text AS "receivedOn", s.recorded_at AS "recordedAt", s.recorded_by AS "recordedBy",
      s.lifted_at AS "liftedAt"
    FROM suppression s LEFT JOIN member m ON m.organisation_id = s.organisation_id AND m.subject_ref = s.subject_ref
      AND m.panel_id = ${viewer.panel.id}::uuid
    WHERE ${where(organisationId, place)}
    ORDER BY s.recorded_at ${order}, s.id ${order} LIMIT ${size + 1}`;
  const page = goesUp ? found.slice(0, size).reverse() : found.slice(0, size);
  const names = await staffNames(
    organisationId,
    page.map(({ recordedBy }) => recordedBy),
  );
  const isMore = found.length > size;
  return {
    suppressions: page.map((row) => ({ ...row, recordedBy: names.get(row.recordedBy ?? "") ?? null })),
    older: isMore || goesUp ? (page.at(-1)?.id ?? null) : null,
    newer: (goesUp && isMore) || place.before !== undefined ? (page[0]?.id ?? null) : null,
  };
}

export type SuppressionCounts = {
  readonly inForce: number;
  readonly addresses: number;
  readonly lifted: number;
};

/** How many stops are in force, for how many addresses and people, and how many were lifted. */
export async function countSuppressions(viewer: Viewer): Promise<SuppressionCounts> {
  authorise(viewer, "suppression.read");
  const [counts] = await database().$queryRaw<SuppressionCounts[]>`
    SELECT (count(*) FILTER (WHERE lifted_at IS NULL))::int AS "inForce",
      (count(DISTINCT coalesce(address_hash, subject_ref::text)) FILTER (WHERE lifted_at IS NULL))::int AS addresses,
      (count(*) FILTER (WHERE lifted_at IS NOT NULL))::int AS lifted
    FROM suppression WHERE organisation_id = ${viewer.panel.organisationId}::uuid`;
  return counts ?? { inForce: 0, addresses: 0, lifted: 0 };
}
