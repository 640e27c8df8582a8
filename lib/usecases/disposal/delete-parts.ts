import { statement, type Tx } from "@/lib/db/transaction";
import type { DetailColumn, Parts } from "@/lib/policy/disposal-parts";
import type { Ctx } from "../context";

type Whose = { readonly organisationId: string; readonly memberId: string };

/** Where one kind of information stands: its table, the day it was given, and which rows. $3: keys of fields or purposes. */
type Place = {
  readonly table: string;
  readonly given: string;
  readonly which: string;
  readonly by?: string;
};

const ofKeys = "field_key = ANY($3::text[])";
const ofPurposes =
  "activity_id IN (SELECT a.id FROM activity a WHERE a.organisation_id = $1 AND a.purpose_key = ANY($3::text[]))";
const everything = "$3::text[] IS NOT NULL";

const answered: readonly Place[] = [
  { table: "monitoring_answer", given: "collected_at", which: ofKeys },
  { table: "member_attribute", given: "collected_at", which: ofKeys },
];
const ofSessions = `session_id IN (SELECT s.id FROM activity_session s WHERE s.organisation_id = $1 AND s.${ofPurposes})`;
const tookPart: readonly Place[] = [
  { table: "survey_response", given: "submitted_at", which: ofPurposes, by: "purpose" },
  { table: "attendance", given: "marked_at", which: ofSessions, by: "purpose" },
  { table: "waiting_list_place", given: "waiting_since", which: ofSessions, by: "purpose" },
  { table: "invitation", given: "invited_at", which: ofPurposes, by: "purpose" },
];
const adjusted: Place = { table: "adjustment", given: "created_at", which: everything };
const attended: Place = { table: "attendance", given: "marked_at", which: everything };
const rung: Place = {
  table: "contact_point",
  given: "created_at",
  which: "kind = 'phone' AND $3::text[] IS NOT NULL",
};

function placesOf(parts: Parts): readonly (readonly [Place, readonly string[]])[] {
  return [
    ...(parts.answers.length > 0 ? answered.map((place) => [place, parts.answers] as const) : []),
    ...(parts.purposes.length > 0 ? tookPart.map((place) => [place, parts.purposes] as const) : []),
    ...(parts.adjustments ? [[adjusted, []] as const] : []),
    ...(parts.attendance ? [[attended, []] as const] : []),
    ...(parts.phone ? [[rung, []] as const] : []),
  ];
}

const emptied: Readonly<Record<DetailColumn, string>> = {
  address: "address_line_1 = NULL, address_line_2 = NULL, town = NULL, postcode = NULL",
  area: "area = NULL",
  tenure: "tenure = NULL",
  ageBand: "age_band = NULL",
  interests: "interests = '{}'",
  tenancyEndsOn: "tenancy_ends_on = NULL",
};

const filled: Readonly<Record<DetailColumn, string>> = {
  address: "num_nonnulls(address_line_1, address_line_2, town, postcode) > 0",
  area: "area IS NOT NULL",
  tenure: "tenure IS NOT NULL",
  ageBand: "age_band IS NOT NULL",
  interests: "interests <> '{}'",
  tenancyEndsOn: "tenancy_ends_on IS NOT NULL",
};

/** What is old enough for the rule. $4: its period, or null for any age; $5: the run's day. */
const reached = (given: string) =>
  `($4::interval IS NULL OR (${given} AT TIME ZONE 'Europe/London')::date + $4::interval <= $5::date)`;

async function deleteAt(
  ctx: Ctx,
  { table, given, which, by = "kind" }: Place,
  values: readonly unknown[],
): Promise<string[]> {
  const text = `WITH done AS (DELETE FROM ${table} WHERE organisation_id = $1 AND member_id = $2 AND ${which}
      AND ${reached(given)} RETURNING 1)
    SELECT count(*)::int AS n FROM done`;
  const name = `dispose-${table}-of-${by}`;
  const [row] = await statement<{ n: number }>(ctx.tx, { name, text }, values);
  return row === undefined || row.n === 0 ? [] : [`${table} ${row.n}`];
}

/**
 * Deletes what one rule reaches of a member whose row is locked, and nothing else. `asOf`: the run's day; what was given too
 * lately for it stays. @returns what went, "table count", where there was any
 */
export async function deleteParts(
  ctx: Ctx,
  { organisationId, memberId }: Whose,
  parts: Parts,
  asOf: string,
): Promise<readonly string[]> {
  const gone: string[] = [];
  for (const [place, keys] of placesOf(parts))
    gone.push(...(await deleteAt(ctx, place, [organisationId, memberId, keys, parts.olderThan, asOf])));
  if (parts.columns.length === 0) return gone;
  const set = parts.columns.map((column) => emptied[column]).join(", ");
  const held = parts.columns.map((column) => filled[column]).join(" OR ");
  const text = `UPDATE member SET ${set} WHERE organisation_id = $1 AND id = $2 AND (${held}) RETURNING 1`;
  const name = `dispose-${parts.columns.join("-")}`;
  const found = await statement(ctx.tx, { name, text }, [organisationId, memberId]);
  return found.length === 0 ? gone : [...gone, ...parts.columns.map((column) => `member.${column}`)];
}

/** Of these members, those about whom something is held that the rule reaches as of a day. */
export async function withSomething(
  tx: Tx,
  organisationId: string,
  memberIds: readonly string[],
  parts: Parts,
  asOf: string,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const [{ table, given, which, by = "kind" }, keys] of placesOf(parts)) {
    const text = `SELECT DISTINCT member_id::text AS id FROM ${table}
      WHERE organisation_id = $1 AND member_id = ANY($2::uuid[]) AND ${which} AND ${reached(given)}`;
    const values = [organisationId, memberIds, keys, parts.olderThan, asOf];
    const rows = await statement<{ id: string }>(
      tx,
      { name: `dispose-find-${table}-of-${by}`, text },
      values,
    );
    for (const { id } of rows) found.add(id);
  }
  if (parts.columns.length === 0) return found;
  const held = parts.columns.map((column) => filled[column]).join(" OR ");
  const text = `SELECT id::text FROM member WHERE organisation_id = $1 AND id = ANY($2::uuid[]) AND (${held})`;
  const name = `dispose-find-${parts.columns.join("-")}`;
  for (const { id } of await statement<{ id: string }>(tx, { name, text }, [organisationId, memberIds]))
    found.add(id);
  return found;
}

/** The day (civil, Europe/London) of the earliest thing that a rule will reach later; null when nothing is left. */
export async function earliestLeft(
  ctx: Ctx,
  { organisationId, memberId }: Whose,
  parts: Parts,
): Promise<string | null> {
  let first: string | null = null;
  for (const [{ table, given, which, by = "kind" }, keys] of placesOf(parts)) {
    const text = `SELECT (min(${given}) AT TIME ZONE 'Europe/London')::date::text AS day FROM ${table}
      WHERE organisation_id = $1 AND member_id = $2 AND ${which}`;
    const name = `dispose-left-${table}-of-${by}`;
    const [row] = await statement<{ day: string | null }>(ctx.tx, { name, text }, [
      organisationId,
      memberId,
      keys,
    ]);
    const day = row?.day ?? null;
    if (day !== null && (first === null || day < first)) first = day;
  }
  return first;
}
