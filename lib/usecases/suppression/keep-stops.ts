import { statement } from "@/lib/db/transaction";
import { newId } from "@/lib/id";
import { journalStops } from "@/lib/ledger/journal/stops";
import type { Ctx } from "../context";
import type { Person } from "../membership/remove-person";

type Row = { readonly id: string; readonly [column: string]: unknown };

const ofPerson = {
  name: "stops-of-person",
  // A stop that binds the person wherever they are reached goes on at each address that we are about to forget.
  text: `SELECT to_jsonb(s) || jsonb_build_object('address_hash', c.address_hash, 'address_hint', right(c.normalised, 2)) AS row
    FROM suppression s JOIN contact_point c ON c.organisation_id = s.organisation_id AND c.member_id = $2
    WHERE s.organisation_id = $1 AND s.subject_ref = $3 AND s.address_hash IS NULL AND s.lifted_at IS NULL
      AND c.removed_at IS NULL`,
};

const insert = {
  name: "keep-stops",
  text: "INSERT INTO suppression SELECT * FROM jsonb_populate_recordset(NULL::suppression, $1)",
};

const count = {
  name: "count-stops",
  text: `SELECT count(*)::int AS n FROM suppression WHERE organisation_id = $1 AND lifted_at IS NULL
    AND (subject_ref = $3 OR address_hash IN
      (SELECT address_hash FROM contact_point WHERE organisation_id = $1 AND member_id = $2))`,
};

/**
 * Keeps what an erased person must never be asked again: by the keyed hash of each address, which says nothing to who does
 * not hold the address (ICO: suppress rather than forget). Before their addresses go.
 * @returns how many rows stand for them
 */
export async function keepStops(ctx: Ctx, person: Person): Promise<number> {
  const { organisationId, memberId, subjectRef } = person;
  const values = [organisationId, memberId, subjectRef];
  const found = await statement<{ row: Row }>(ctx.tx, ofPerson, values);
  const rows = found.map(({ row }) => ({ ...row, id: newId(ctx.at), recorded_by: null, evidence: null }));
  if (rows.length > 0) await statement(ctx.tx, insert, [JSON.stringify(rows)]);
  journalStops(ctx.tx, organisationId, ctx.at, rows);
  const [stops] = await statement<{ n: number }>(ctx.tx, count, values);
  return stops?.n ?? 0;
}
