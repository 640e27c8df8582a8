import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { Client } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { runUseCase } from "@/lib/usecases/run";
import { eraseMember } from "@/lib/usecases/membership/erase-member";
import { nounRows } from "@/tests/db/noun-rows";
import { acceptable as firstRows, type Fields } from "@/tests/db/rows";
import { makeMember, makePanel } from "@/tests/ledger/people";
import { sql, useDatabase } from "@/tests/support/database";

const held = useDatabase();
const at = "2029-05-20T13:00:00Z";

type Column = {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly optional: boolean;
  /** The first label of an enumeration. */
  readonly label: string | null;
};

/** Columns by which a row can belong to a person. A column of another name: say so here. */
const personal = ["member_id", "subject_ref", "subject_refs", "address_hash", "number_hash"];

/** What docs/personal-data.md says becomes of a column on erasure. */
function documentedEnd(table: string, column: string): string {
  const page =
    readFileSync("docs/personal-data.md", "utf8").split(`\n## ${table}\n`)[1]?.split("\n## ")[0] ?? "";
  return new RegExp(`^\\| ${column} +\\|.*\\| *([^|]+?) *\\|$`, "mu").exec(page)?.[1] ?? "not documented";
}

const addressHash = createHash("sha256").update("sam@mail.example").digest("hex");
let person: { organisationId: string; memberId: string; subjectRef: string; panelId: string };
let tables: Map<string, readonly Column[]>;

const valueOf = (column: string): unknown =>
  ({
    member_id: person.memberId,
    subject_ref: person.subjectRef,
    subject_refs: [person.subjectRef],
    address_hash: addressHash,
    number_hash: addressHash,
    organisation_id: person.organisationId,
    panel_id: person.panelId,
  })[column];

/** Any value that fits: what the row is about does not matter here. */
function fitting({ type, label }: Column): unknown {
  if (type === "USER-DEFINED") return label;
  if (type === "uuid") return randomUUID();
  if (type === "boolean") return false;
  if (type.startsWith("timestamp")) return at;
  if (type === "date") return "2029-05-20";
  if (type === "json" || type === "jsonb") return "{}";
  if (type === "ARRAY") return [];
  if (type === "bytea") return Buffer.alloc(32);
  return type === "integer" || type === "bigint" ? 1 : "canary";
}

async function insertAbout(client: Client, table: string, columns: readonly Column[]): Promise<void> {
  // Where a table has rules of its own, a row that keeps them; elsewhere whatever fits.
  const row: Fields = (nounRows[table] ?? firstRows[table])?.() ?? {};
  const given: Record<string, unknown> = { ...row };
  for (const each of columns) {
    const own = valueOf(each.column);
    if (own !== undefined && (personal.includes(each.column) || each.column in given || !each.optional))
      given[each.column] = own;
    if (!each.optional && given[each.column] === undefined) given[each.column] = fitting(each);
  }
  const names = Object.keys(given);
  const values = names.map((name) => {
    const value = given[name];
    const isJson = columns.some(({ column, type }) => column === name && type.startsWith("json"));
    return isJson && typeof value !== "string" ? JSON.stringify(value) : value;
  });
  await client.query(
    `INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map((_, place) => `$${place + 1}`).join(", ")})`,
    values,
  );
}

async function rowsAbout(table: string, column: string): Promise<number> {
  const match = column === "subject_refs" ? `$1 = ANY (${column})` : `${column} = $1`;
  const [row] = await sql<{ n: number }>(
    held.ownerUrl,
    `SELECT count(*)::int AS n FROM ${table} WHERE ${match}`,
    [column === "subject_refs" ? person.subjectRef : valueOf(column)],
  );
  return row?.n ?? 0;
}

beforeAll(async () => {
  const { organisationId, panelId } = await makePanel();
  const { id: memberId, subjectRef } = await makeMember(organisationId, panelId);
  person = { organisationId, panelId, memberId, subjectRef };
  const found = await sql<Column>(
    held.ownerUrl,
    `SELECT c.table_name AS table, c.column_name AS column, c.data_type AS type,
       c.is_nullable = 'YES' OR c.column_default IS NOT NULL AS optional,
       (SELECT e.enumlabel FROM pg_enum e JOIN pg_type y ON y.oid = e.enumtypid WHERE y.typname = c.udt_name
         ORDER BY e.enumsortorder LIMIT 1) AS label
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER' ORDER BY 1`,
  );
  const all = Map.groupBy(found, ({ table }) => table);
  tables = new Map(
    [...all].filter(
      ([table, columns]) =>
        table !== "member" &&
        table !== "ledger_entry" &&
        columns.some(({ column }) => personal.includes(column)),
    ),
  );
  const client = new Client({ connectionString: held.superuserUrl });
  await client.connect();
  // What a row leads to does not matter here; that it is about the person does.
  await client.query("SET session_replication_role = replica");
  await client.query("SET synchronous_commit = off");
  for (const [table, columns] of tables) {
    // Contact permission came with the member.
    if (columns.some(({ column }) => column === "member_id") && (await rowsAbout(table, "member_id")) > 0)
      continue;
    await insertAbout(client, table, columns).catch((fault: unknown) => {
      throw new Error(`Say in tests/db/noun-rows.ts what a row of ${table} looks like: ${String(fault)}`);
    });
  }
  await client.end();
});

describe("erasing a member", () => {
  it("leaves nothing of them in any table, but what docs/personal-data.md says is kept", async () => {
    const { organisationId, panelId, memberId } = person;
    expect(tables.size).toBeGreaterThan(25);
    for (const [table, columns] of tables)
      for (const { column } of columns.filter((each) => personal.includes(each.column)))
        expect(await rowsAbout(table, column), `${table}.${column} before`).toBeGreaterThan(0);
    const grants = [{ panelId, role: "dpo" as const }];
    const dpo = { kind: "staff" as const, organisationId, staffId: randomUUID(), grants };
    const erased = await runUseCase(eraseMember, dpo, {
      panel: { organisationId, id: panelId },
      memberId,
      reasonCode: "consentWithdrawn",
    });
    expect(erased).toMatchObject({ ok: true });
    const wrong: string[] = [];
    for (const [table, columns] of tables)
      for (const { column } of columns.filter((each) => personal.includes(each.column))) {
        const kept = documentedEnd(table, column).startsWith("kept");
        const left = await rowsAbout(table, column);
        if (kept !== left > 0)
          wrong.push(`${table}.${column}: ${left} rows, ${documentedEnd(table, column)}`);
      }
    expect(wrong).toEqual([]);
  });

  it("empties what they wrote in requests and complaints", async () => {
    const rows = await sql(
      held.ownerUrl,
      `SELECT details, reply_to, requester_name AS name FROM data_subject_request
       UNION ALL SELECT details, reply_to, complainant_name FROM complaint`,
    );
    expect(rows).toEqual([
      { details: "", reply_to: null, name: null },
      { details: "", reply_to: null, name: null },
    ]);
  });
});
