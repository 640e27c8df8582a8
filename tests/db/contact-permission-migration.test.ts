import { readFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { expect, inject, it } from "vitest";
import { Client } from "pg";
import { dropDatabase, sql } from "../support/database";

const written = (name: string): string => readFileSync(`prisma/migrations/${name}/migration.sql`, "utf8");
const before = ["00000000000001_tables", "00000000000002_guards", "00000000000003_one_statement"];
const ids = { organisation: randomUUID(), panel: randomUUID(), decided: randomUUID(), never: randomUUID() };

/** The old layout: purpose × 4 + channel. Purpose 1 may write by e-mail; by text they withdrew (16); purpose 0 by post. */
const reasons = `${"ff".repeat(3)}000010${"ff".repeat(26)}`;

const rows = `
  INSERT INTO organisation (id, slug, legal_name, nation, public_authority, charity, contact_email, contact_phone,
    postal_address, dpo_email, created_at)
  VALUES ('${ids.organisation}', 'o', 'O', 'england', false, false, 'a@b.example', '1', 'x', 'd@b.example', now());
  INSERT INTO panel (organisation_id, id, slug, name, summary, joining, accent, created_at)
  VALUES ('${ids.organisation}', '${ids.panel}', 'p', 'P', 's', 'open', 'x', now());
  INSERT INTO member (organisation_id, id, panel_id, reference, subject_ref, state, given_name, family_name, sort_name,
    area, interests, last_asked_at, permission_bits, permission_reasons, permission_valid_until,
    permission_policy_number, created_at)
  VALUES ('${ids.organisation}', '${ids.decided}', '${ids.panel}', 'A', gen_random_uuid(), 'member', 'G', 'F', 'f', 'North',
    '{}', '2026-01-02', 24, '\\x${reasons}', '2027-01-01', 3, now()),
    ('${ids.organisation}', '${ids.never}', '${ids.panel}', 'B', gen_random_uuid(), 'left', 'G', 'F', 'f', NULL,
    '{}', NULL, 0, '', NULL, 0, now())`;

it("what was decided and when somebody was asked moves to the new table, in the new places", async () => {
  const cluster = inject("cluster");
  const name = `test_${randomUUID().replaceAll("-", "").slice(0, 12)}`;
  const url = (role: "ownerUrl" | "superuserUrl") =>
    Object.assign(new URL(cluster[role]), { pathname: `/${name}` }).href;
  await sql(cluster.superuserUrl, `CREATE DATABASE ${name} OWNER panel_owner`);
  const owner = new Client({ connectionString: url("ownerUrl") });
  await owner.connect();
  // The guards grant a look at Prisma's own table, which its engine would have made.
  await owner.query("CREATE TABLE _prisma_migrations (id text)");
  for (const one of before) await owner.query(written(one));
  await owner.query(rows);
  await owner.query(written("00000000000005_contact_permission"));
  const { rows: kept } = await owner.query(
    `SELECT member_id, state, area, last_asked_at, encode(permitted, 'hex') AS permitted, encode(reasons, 'hex') AS reasons,
       valid_until, policy_number FROM contact_permission ORDER BY area NULLS LAST`,
  );
  await owner.end();
  await dropDatabase(name);
  const email = `ff00${"ff".repeat(6)}`;
  const sms = `ff10${"ff".repeat(6)}`;
  const post = `00${"ff".repeat(7)}`;
  expect(kept).toEqual([
    {
      member_id: ids.decided,
      state: "member",
      area: "North",
      last_asked_at: new Date("2026-01-02"),
      permitted: "02000001",
      reasons: `${email}${sms}${"ff".repeat(8)}${post}`,
      valid_until: new Date("2027-01-01"),
      policy_number: 3,
    },
    {
      member_id: ids.never,
      state: "left",
      area: null,
      last_asked_at: null,
      permitted: "",
      reasons: "",
      valid_until: null,
      policy_number: 0,
    },
  ]);
});
