import { Prisma } from "@/lib/db/generated/client";
import type { MemberFilter } from "./list-members";
import { searchCondition } from "./member-search";
import type { Viewer } from "./viewer";

export const pageSize = 50;
/** Counting stops here: past it, "more than" says as much and stays quick in a panel of a million. */
export const countLimit = 10_000;

/** The condition on `member m` that says who matches. */
export function matchingMembers(viewer: Viewer, filter: MemberFilter): Prisma.Sql {
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

/** Counts who matches, and stops at `countLimit`. */
export function countSql(where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM member m WHERE ${where} LIMIT ${countLimit + 1}) AS found`;
}

/** One page and one row more, from `start` on, by surname; backwards when the page before is wanted. */
export function pageSql(where: Prisma.Sql, start: Prisma.Sql, backwards: boolean): Prisma.Sql {
  const order = Prisma.raw(backwards ? "m.sort_name DESC, m.id DESC" : "m.sort_name, m.id");
  return Prisma.sql`
    SELECT m.reference, m.given_name AS "givenName", m.family_name AS "familyName", m.state::text AS state,
      m.restricted_at AS "restrictedAt", m.restriction_lifts_at AS "restrictionLiftsAt",
      m.paused_until AS "pausedUntil", m.area, m.tenure, m.age_band AS "ageBand",
      m.joined_at AS "joinedAt", p.last_asked_at AS "lastAskedAt"
    FROM member m JOIN contact_permission p ON p.organisation_id = m.organisation_id AND p.member_id = m.id
    WHERE ${where} AND ${start} ORDER BY ${order} LIMIT ${pageSize + 1}`;
}
