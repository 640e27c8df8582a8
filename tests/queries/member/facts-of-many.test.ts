import { expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { gatherFacts } from "@/lib/queries/member/load-member-facts";
import { makePanel } from "@/prisma/seed/panel";
import { writePanel } from "@/prisma/seed/write";
import { sql, useDatabase } from "../../support/database";
import { presetDocument } from "../../support/panel";

const held = useDatabase();

/** What the demo's members do not have: a stop of the person whatever the address, a soft opt-in. */
const rare = [
  `INSERT INTO suppression (organisation_id, id, subject_ref, source, recorded_at)
   SELECT organisation_id, gen_random_uuid(), subject_ref, 'phone', now() FROM member ORDER BY id LIMIT 20`,
  `INSERT INTO soft_opt_in_evidence (organisation_id, id, member_id, context, collected_by, opt_out,
     wording_hash, collected_at, recorded_at)
   SELECT organisation_id, gen_random_uuid(), id, 'sale', 'controller', 'offered', repeat('a', 64), now(), now() FROM member
   ORDER BY id DESC LIMIT 20`,
];

/** Consents, approaches and stops come in any order; addresses do not: the newest is the one in use. */
function read(facts: string): readonly unknown[] {
  const places = JSON.parse(facts) as unknown[];
  return places.map((place, at) => (at >= 9 && at <= 11 ? (place as unknown[]).toSorted() : place));
}

it("the gate is told the same of many members at once as of each alone", async () => {
  const client = await pool().connect();
  await writePanel(client, makePanel(presetDocument("customer-voices"), 400, 1, Date.now()), () => undefined);
  client.release();
  for (const text of rare) await sql(held.superuserUrl, `SET session_replication_role = replica; ${text}`);
  const { rows: people } = await pool().query<{ organisation_id: string; id: string }>(
    "SELECT organisation_id, id FROM member",
  );
  const organisationId = people[0]?.organisation_id;
  const told = async (ids: readonly string[]) => {
    const { rows } = await pool().query<{ facts: string }>(gatherFacts.text, [organisationId, ids]);
    return rows.map(({ facts }) => facts);
  };
  const byMember = (facts: readonly string[]) => facts.toSorted().map(read);

  const together = await told(people.map(({ id }) => id));
  const apart = (await Promise.all(people.map(async ({ id }) => told([id])))).flat();

  expect(together).toHaveLength(people.length);
  expect(byMember(together)).toEqual(byMember(apart));
  // What only some have was among it.
  const places = together.map(read);
  for (const at of [8, 9, 10, 11, 12])
    expect(places.some((one) => JSON.stringify(one[at] ?? []) !== "[]")).toBe(true);
});
