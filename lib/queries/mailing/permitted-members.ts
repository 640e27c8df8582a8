import { pool } from "@/lib/db/client";
import { slotOf } from "@/lib/policy/permission-slots";
import { purposeOf } from "@/lib/policy/purpose";
import type { Channel } from "@/lib/policy/vocabulary";
import type { PanelView } from "@/lib/queries/panel/get-panel";

/** Members of a panel to whom a message of this purpose may go now on this channel, by their contact permission. */
export type PermittedMembers = {
  readonly panel: PanelView;
  readonly purposeKey: string;
  readonly channel: Channel;
  /** Empty for all areas. */
  readonly areas: readonly string[];
  /** Only those not asked since; null for whenever they were asked. */
  readonly notAskedSince: Date | null;
};

/**
 * Whether the slot's bit is set, without an error for a row that ends before it. Beside the columns of
 * `contact_permission_audience_idx` nothing is read, so the index alone answers.
 */
const permitted = `CASE WHEN length(permitted) > $3 / 8 THEN get_bit(permitted, $3) = 1 ELSE false END`;

/** The index has those never asked together and the others by date: two ranges, where OR would read both whole. */
const askedRanges = ["last_asked_at IS NULL", "last_asked_at < $4"];

/** A statement for each range; together they find everyone once. */
function selects(what: string, { areas, notAskedSince }: PermittedMembers, more = ""): readonly string[] {
  const area = areas.length === 0 ? "" : `AND area = ANY($${notAskedSince === null ? 4 : 5})`;
  const from = `SELECT ${what} FROM contact_permission
    WHERE organisation_id = $1 AND panel_id = $2 AND state = 'member' AND ${permitted} ${area} ${more}`;
  return notAskedSince === null ? [from] : askedRanges.map((range) => `${from} AND ${range}`);
}

/** @throws Error for a purpose that the policy does not have. */
function valuesOf({ panel, purposeKey, channel, areas, notAskedSince }: PermittedMembers): unknown[] {
  const purpose = purposeOf(panel.document, purposeKey);
  if (purpose === null) throw new Error(`Unknown purpose ${purposeKey}`);
  return [
    panel.organisationId,
    panel.id,
    slotOf(purpose.slot, channel),
    ...(notAskedSince === null ? [] : [notAskedSince]),
    ...(areas.length === 0 ? [] : [[...areas]]),
  ];
}

/**
 * How many there are. The SQL is given too, for whoever wants to see its plan. Counts are added and not appended: two that are
 * appended make PostgreSQL start other processes, which for one area takes longer than both counts.
 */
export function countPermittedQuery(members: PermittedMembers): { text: string; values: unknown[] } {
  const counts = selects("count(*)", members).map((count) => `(${count})`);
  return { text: `SELECT (${counts.join(" + ")})::int AS count`, values: valuesOf(members) };
}

/** How many there are. */
export async function countPermitted(members: PermittedMembers): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(countPermittedQuery(members));
  return rows[0]?.count ?? 0;
}

/** Their ids in order, a page of `size` after `after`. */
export async function listPermitted(
  members: PermittedMembers,
  after: string | null,
  size: number,
): Promise<readonly string[]> {
  const values = valuesOf(members);
  const place = values.length + 1;
  const later = after === null ? "" : `AND member_id > $${place}`;
  const { rows } = await pool().query<[string]>({
    text: `${selects("member_id", members, later).join(" UNION ALL ")} ORDER BY member_id LIMIT ${Math.trunc(size)}`,
    values: after === null ? values : [...values, after],
    rowMode: "array",
  });
  return rows.map(([id]) => id);
}
