import { statement } from "@/lib/db/transaction";
import type { Ctx } from "../context";

// Where a person's data lie, and what is done to them there (docs/personal-data.md says it of every column, and
// tests/usecases/membership/erase-every-table.test.ts looks into every table).

export type Person = {
  readonly organisationId: string;
  readonly memberId: string;
  readonly subjectRef: string;
  /**
   * Whether somebody who has sent off a request to join that waits for them goes on: what is over is their membership, and
   * not what they ask for now. Who is erased for another reason asks for nothing.
   */
  readonly mayJoinAgain?: boolean;
};

const theirAddresses =
  "(SELECT address_hash FROM contact_point WHERE organisation_id = $1 AND member_id = $2)";

/**
 * Requests to join that name them, and those that name nobody any more. What somebody else of the household has sent off
 * from the same address is theirs (as lib/usecases/join/same-name-at-address.ts tells two people apart). A name typed
 * otherwise cannot be told from another person's: it stays, and ends with its request within seven days. $3: whether their own
 * that wait to be confirmed stay.
 */
const theirRequests = `(SELECT j.id FROM join_request j JOIN member m ON m.organisation_id = j.organisation_id AND m.id = $2
  WHERE j.organisation_id = $1 AND j.address_hash IN ${theirAddresses} AND (j.answers->'details' IS NULL
    OR (lower(j.answers->'details'->>'givenName'), lower(j.answers->'details'->>'familyName'))
      = (lower(m.given_name), lower(m.family_name)))
    AND NOT ($3::boolean AND j.submitted_at IS NOT NULL AND j.confirmed_at IS NULL AND j.expires_at > now()))`;

/**
 * A request from an address that is known goes there as news to its member, with a press for another person: that person's
 * mail goes on, as to an address that nobody has.
 */
const toOthers = {
  name: "erase-mails-to-others",
  text: `UPDATE delivery SET member_id = NULL, contact_point_id = NULL,
      template = CASE WHEN state IN ('queued', 'claimed') THEN 'confirm-address' ELSE template END,
      state = CASE WHEN state = 'claimed' THEN 'queued' ELSE state END, claimed_by = CASE WHEN state = 'handing_over' THEN claimed_by END,
      lease_until = CASE WHEN state = 'handing_over' THEN lease_until END
    WHERE organisation_id = $1 AND member_id = $2 AND join_request_id IS NOT NULL
      AND join_request_id NOT IN ${theirRequests}`,
};

/** Rows that no foreign key takes away with the member's. $1: organisation, $2: member, $3: as above, $4: reference. */
const loose = {
  // Also the mails that went before they were a member; what has not been sent never will be.
  delivery: `organisation_id = $1 AND (member_id = $2
    OR join_request_id IN ${theirRequests}
    OR sign_in_request_id IN (SELECT id FROM sign_in_request WHERE address_hash IN ${theirAddresses}))`,
  attendance: "organisation_id = $1 AND member_id = $2",
  retention_item: "organisation_id = $1 AND member_id = $2",
  sign_in_session: "organisation_id = $1 AND member_id = $2",
  survey_response: "organisation_id = $1 AND member_id = $2",
  join_request: `organisation_id = $1 AND id IN ${theirRequests}`,
  // Who signs in at the common door belongs to no organisation yet.
  sign_in_request: `coalesce(organisation_id, $1) = $1 AND address_hash IN ${theirAddresses}`,
  evidence_pack: "organisation_id = $1 AND subject_ref = $4",
} as const;

/** Tables that go with the member's row; counted first, so that the receipt can say what went. */
const following = [
  ...(["adjustment", "application", "contact_permission", "contact_point", "invitation"] as const),
  ...(["member_attribute", "monitoring_answer", "monitoring_stop_notice", "objection_outcome"] as const),
  ...(["representative", "waiting_list_place"] as const),
] as const;
const countFollowing = {
  name: "erase-count-following",
  text: following
    .map(
      (table) =>
        `SELECT '${table}' AS "table", count(*)::int AS n FROM ${table} WHERE organisation_id = $1 AND member_id = $2`,
    )
    .join(" UNION ALL "),
};

/** Cases are kept as evidence that the person was answered, without who they are and what they wrote. */
const emptied = {
  data_subject_request: "requester_name = NULL, reply_to = NULL, details = '', representative_id = NULL",
  complaint: "complainant_name = NULL, reply_to = NULL, details = ''",
} as const;

function counted(text: string): string {
  return `WITH done AS (${text} RETURNING 1) SELECT count(*)::int AS n FROM done`;
}

async function run(ctx: Ctx, name: string, text: string, values: readonly unknown[]): Promise<number> {
  const [row] = await statement<{ n: number }>(ctx.tx, { name: `erase-${name}`, text }, values);
  return row?.n ?? 0;
}

/**
 * Removes everything live about a person; their row is locked. What stays names them only by references that lead nowhere.
 * @returns what went, "table count", where there was any
 */
export async function removePerson(ctx: Ctx, person: Person): Promise<readonly string[]> {
  const { organisationId, memberId, subjectRef, mayJoinAgain = false } = person;
  const gone: [string, number][] = [];
  await statement(ctx.tx, toOthers, [organisationId, memberId, mayJoinAgain]);
  for (const [table, where] of Object.entries(loose)) {
    // PostgreSQL wants to know the type of every parameter, also of those that this table does not need.
    const text = `DELETE FROM ${table} WHERE ${where} AND num_nulls($1::uuid, $2::uuid, $3::boolean, $4::uuid) = 0`;
    const values = [organisationId, memberId, mayJoinAgain, subjectRef];
    gone.push([table, await run(ctx, table, counted(text), values)]);
  }
  const values = [organisationId, memberId];
  const counts = await statement<{ table: string; n: number }>(ctx.tx, countFollowing, values);
  gone.push(...counts.map(({ table, n }): [string, number] => [table, n]));
  for (const [table, set] of Object.entries(emptied)) {
    const text = `UPDATE ${table} SET ${set} WHERE organisation_id = $1 AND subject_ref = $2`;
    gone.push([table, await run(ctx, table, counted(text), [organisationId, subjectRef])]);
  }
  const member = "DELETE FROM member WHERE organisation_id = $1 AND id = $2";
  gone.push(["member", await run(ctx, "member", counted(member), values)]);
  return gone.flatMap(([table, count]) => (count === 0 ? [] : [`${table} ${count}`]));
}
