import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { isRestricted } from "@/lib/policy/restriction";
import type { MemberState } from "@/lib/policy/vocabulary";
import { countLimit, countSql, matchingMembers, pageSize, pageSql } from "./member-list-sql";
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

type FoundRow = Omit<MemberRow, "restricted"> & Parameters<typeof isRestricted>[0];

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

/** One page of the members who match, by surname. Four statements at most, however large the panel. */
export async function listMembers(
  viewer: Viewer,
  filter: MemberFilter,
  place: MemberPlace,
): Promise<MemberPage> {
  authorise(viewer, "member.list");
  const backwards = place.before !== undefined;
  const where = matchingMembers(viewer, filter);
  const start = await from(viewer, place.before ?? place.after, backwards);
  const [counts, found] = await Promise.all([
    database().$queryRaw<{ count: number }[]>(countSql(where)),
    database().$queryRaw<FoundRow[]>(pageSql(where, start, backwards)),
  ]);
  const counted = counts[0]?.count ?? 0;
  const beyond = found.length > pageSize;
  const at = now();
  const rows = found.slice(0, pageSize).map(({ restrictedAt, restrictionLiftsAt, ...row }): MemberRow => {
    return { ...row, restricted: isRestricted({ restrictedAt, restrictionLiftsAt }, at) };
  });
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
