import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { MemberState } from "@/lib/policy/vocabulary";
import { searchCondition } from "./member-search";
import { authorise, type Viewer } from "./viewer";

export type MemberFilter = {
  /** Name, reference, postcode or whole e-mail address; "" for none. */
  readonly search: string;
  readonly state: Exclude<MemberState, "erased"> | null;
  readonly area: string | null;
  readonly tenure: string | null;
  readonly interest: string | null;
  readonly ageBand: string | null;
};

/** Where a page of the list begins: after or before a member, by reference. */
export type MemberPlace = { readonly after?: string | undefined; readonly before?: string | undefined };

export type MemberRow = {
  readonly reference: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly state: Exclude<MemberState, "erased">;
  readonly restricted: boolean;
  readonly pausedUntil: Date | null;
  readonly area: string | null;
  readonly tenure: string | null;
  readonly ageBand: string | null;
  readonly joinedAt: Date | null;
  readonly lastAskedAt: Date | null;
};

export type MemberPage = {
  readonly rows: readonly MemberRow[];
  /** How many match; counted up to `countLimit`. */
  readonly total: number;
  readonly more: boolean;
  readonly previous: MemberPlace | null;
  readonly next: MemberPlace | null;
};

export const pageSize = 50;
/** Counting stops here: past it, "more than" says as much and stays quick in a panel of a million. */
export const countLimit = 10_000;

function matching(viewer: Viewer, filter: MemberFilter): Prisma.Sql {
  const { organisationId, id, document } = viewer.panel;
  const narrowed = [
    filter.state === null ? null : Prisma.sql`m.state = ${filter.state}::member_state`,
    filter.area === null ? null : Prisma.sql`m.area = ${filter.area}`,
    filter.tenure === null ? null : Prisma.sql`m.tenure = ${filter.tenure}`,
    filter.ageBand === null ? null : Prisma.sql`m.age_band = ${filter.ageBand}`,
    filter.interest === null ? null : Prisma.sql`m.interests @> ARRAY[${filter.interest}]`,
  ].filter((condition) => condition !== null);
  const conditions = [
    Prisma.sql`m.organisation_id = ${organisationId}::uuid AND m.panel_id = ${id}::uuid AND m.state <> 'erased'`,
    ...narrowed,
    searchCondition(organisationId, document.panel.referencePrefix, filter.search),
  ];
  return Prisma.join(conditions, " AND ");
}

/** The keyset condition; a place that no longer exists begins at the beginning. */
async function from(viewer: Viewer, reference: string | undefined, backwards: boolean): Promise<Prisma.Sql> {
  if (reference === undefined) return Prisma.sql`true`;
  const { organisationId, id: panelId } = viewer.panel;
  const at = await database().member.findUnique({
    where: { organisationId_panelId_reference: { organisationId, panelId, reference } },
    select: { sortName: true, id: true },
  });
  if (at === null) return Prisma.sql`true`;
  const sign = Prisma.raw(backwards ? "<" : ">");
  return Prisma.sql`(m.sort_name, m.id) ${sign} (${at.sortName}, ${at.id}::uuid)`;
}

async function countMatching(where: Prisma.Sql): Promise<number> {
  const [counted] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM member m WHERE ${where} LIMIT ${countLimit + 1}) AS found`;
  return counted?.count ?? 0;
}

async function readRows(where: Prisma.Sql, start: Prisma.Sql, backwards: boolean): Promise<MemberRow[]> {
  const order = Prisma.raw(backwards ? "m.sort_name DESC, m.id DESC" : "m.sort_name, m.id");
  return database().$queryRaw<MemberRow[]>`
    SELECT m.reference, m.given_name AS "givenName", m.family_name AS "familyName", m.state::text AS state,
      m.restricted_at IS NOT NULL AS restricted, m.paused_until AS "pausedUntil", m.area, m.tenure,
      m.age_band AS "ageBand", m.joined_at AS "joinedAt", m.last_asked_at AS "lastAskedAt"
    FROM member m WHERE ${where} AND ${start} ORDER BY ${order} LIMIT ${pageSize + 1}`;
}

/** One page of the members who match, by surname. Four statements at most, however large the panel. */
export async function listMembers(
  viewer: Viewer,
  filter: MemberFilter,
  place: MemberPlace,
): Promise<MemberPage> {
  authorise(viewer, "member.list");
  const backwards = place.before !== undefined;
  const where = matching(viewer, filter);
  const start = await from(viewer, place.before ?? place.after, backwards);
  const [counted, found] = await Promise.all([countMatching(where), readRows(where, start, backwards)]);
  const beyond = found.length > pageSize;
  const rows = found.slice(0, pageSize);
  if (backwards) rows.reverse();
  const first = rows[0]?.reference;
  const last = rows.at(-1)?.reference;
  const hasPrevious = backwards ? beyond : place.after !== undefined;
  const hasNext = backwards || beyond;
  return {
    rows,
    total: Math.min(counted, countLimit),
    more: counted > countLimit,
    previous: hasPrevious && first !== undefined ? { before: first } : null,
    next: hasNext && last !== undefined ? { after: last } : null,
  };
}
