import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { dropDatabase, sql, urlFor, useDatabase } from "../support/database";
import { leanedOn, missed } from "./leaned-on";

// While a release goes out, web and worker of the one before run on its schema already. So nothing that they lean on may be
// gone, and nothing that they write may be refused (docs/operating.md, Releases).

/** The last migration of the release before. Who releases moves it on, and empties the reasons. */
const released = "00000000000030";

/** Why the code before does not mind what is not as it was. */
const reasons: readonly { readonly why: string; readonly found: readonly string[] }[] = [
  {
    why: "Nobody could place a hold: the code before writes none, and reads of them who they are about and when they ended.",
    found: [
      "asked: constraint legal_hold.legal_hold_ground_check",
      "asked: constraint legal_hold.legal_hold_proposed_check",
      "asked: constraint legal_hold.legal_hold_released_check",
      "asked: constraint legal_hold.legal_hold_two_people_check",
      "gone: column legal_hold.released_by",
    ],
  },
  {
    why: "There were no disposals: the code before neither reads nor writes one.",
    found: [
      "asked: constraint disposal_item.disposal_item_foreseen_check",
      "asked: constraint disposal_item.disposal_item_held_by_check",
      "asked: constraint disposal_item.disposal_item_held_check",
      "asked: unique index disposal_run.disposal_run_open_key",
      "unknown: value disposal_outcome.lapsed",
    ],
  },
  {
    why: "Of a request the code before only takes away, with its person, who asked and what: not what it ended with.",
    found: ["asked: trigger data_subject_request.data_subject_request_closed_once"],
  },
];

/** Made by Prisma before the first migration. */
const ownTable = `CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL,
  finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

const folder = path.join(import.meta.dirname, "../../prisma/migrations");
const newest = useDatabase();
const name = "test_released_schema";
const before = { ownerUrl: "", superuserUrl: "" };

beforeAll(async () => {
  const { superuserUrl, ownerUrl } = inject("cluster");
  await dropDatabase(name);
  await sql(superuserUrl, `CREATE DATABASE ${name} OWNER panel_owner TEMPLATE template0`);
  Object.assign(before, { ownerUrl: urlFor(ownerUrl, name), superuserUrl: urlFor(superuserUrl, name) });
  await sql(before.ownerUrl, ownTable);
  const known = readdirSync(folder).filter((migration) => migration.slice(0, released.length) <= released);
  for (const migration of known.toSorted())
    await sql(before.ownerUrl, readFileSync(path.join(folder, migration, "migration.sql"), "utf8"));
});
afterAll(() => dropDatabase(name));

it("the release before runs on the newest schema: nothing it leans on is gone, nothing it writes is refused", async () => {
  const found = missed(await leanedOn(before.superuserUrl), await leanedOn(newest.superuserUrl));
  expect(found, "make it additive, or say why nobody minds").toEqual(
    reasons.flatMap((each) => each.found).toSorted(),
  );
});

const changes: readonly (readonly [change: string, ...found: string[]])[] = [
  ["ALTER TABLE staff RENAME COLUMN ended_at TO left_at", "gone: column staff.ended_at"],
  ["ALTER TABLE staff ADD COLUMN room text NOT NULL", "asked: column staff.room must be given"],
  ["ALTER TABLE staff ADD COLUMN floor text NOT NULL DEFAULT ''"],
  ["ALTER TABLE staff ADD COLUMN door text"],
  ["CREATE TABLE room (id uuid PRIMARY KEY)"],
  ["ALTER TABLE member ALTER COLUMN area SET NOT NULL", "asked: column member.area must be given"],
  ["ALTER TABLE staff ALTER COLUMN name TYPE varchar(20)", "changed: column staff.name"],
  ["CREATE UNIQUE INDEX staff_name_key ON staff (name)", "asked: unique index staff.staff_name_key"],
  ["ALTER TABLE staff ADD CONSTRAINT short CHECK (name <> 'x')", "asked: constraint staff.short"],
  ["ALTER TYPE channel ADD VALUE 'pigeon'", "unknown: value channel.pigeon"],
  ["REVOKE DELETE ON sign_in_session FROM panel_app", "gone: right to delete sign_in_session"],
  ["REVOKE INSERT ON rate_limit FROM panel_app", ...["expire", "key", "points"].map(rightToInsert)],
  ["ALTER FUNCTION epoch_ms RENAME TO ms", "gone: function epoch_ms(timestamp with time zone)"],
];

function rightToInsert(column: string): string {
  return `gone: right to insert rate_limit.${column}`;
}

it("a change that the release before could not live with is seen, and no other", async () => {
  const known = await leanedOn(before.superuserUrl);
  for (const [change] of changes) await sql(before.ownerUrl, change);
  const found = changes.flatMap(([, ...each]) => each).toSorted();
  expect(missed(known, await leanedOn(before.superuserUrl))).toEqual(found);
});
