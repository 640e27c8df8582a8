import { describe, expect, it } from "vitest";
import { sql, useDatabase } from "../support/database";
import { nounEvidence, received } from "./noun-evidence";

const held = useDatabase();

const evidence = [
  "ledger_entry",
  "wording",
  "notice_shown",
  "consent_record",
  "consent_evidence",
  "gate_decision",
  "policy_version",
  "privacy_notice",
  ...nounEvidence,
];

describe("the application's role, on evidence", () => {
  it.each(evidence)("%s: may read and add; may not update, delete or truncate", async (table) => {
    // What the database writes from other columns, nobody sets.
    const columns = await sql<{ column_name: string }>(
      held.ownerUrl,
      `SELECT column_name FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
      [table],
    );
    expect(columns.length).toBeGreaterThan(0);
    await expect(sql(held.appUrl, `SELECT * FROM ${table} LIMIT 1`)).resolves.toEqual([]);
    for (const { column_name: column } of columns) {
      const update = sql(held.appUrl, `UPDATE ${table} SET ${column} = ${column}`);
      await expect(update, column).rejects.toMatchObject({ code: "42501" });
    }
    await expect(sql(held.appUrl, `DELETE FROM ${table}`)).rejects.toMatchObject({ code: "42501" });
    await expect(sql(held.appUrl, `TRUNCATE ${table} CASCADE`)).rejects.toMatchObject({ code: "42501" });
  });

  it.each([...evidence, "suppression", "ledger_head", "ledger_epoch", "ledger_hold"])(
    "%s: may not switch its triggers off",
    async (table) => {
      const disable = sql(held.appUrl, `ALTER TABLE ${table} DISABLE TRIGGER ALL`);
      await expect(disable).rejects.toMatchObject({ code: "42501" });
      await expect(sql(held.appUrl, `DROP TABLE ${table} CASCADE`)).rejects.toMatchObject({ code: "42501" });
    },
  );

  it("may not pretend to be a replica, for whom ordinary triggers sleep", async () => {
    const pretend = sql(held.appUrl, "SET session_replication_role = replica");
    await expect(pretend).rejects.toMatchObject({ code: "42501" });
  });

  it("may lift a suppression and change nothing else of it", async () => {
    const lift = "UPDATE suppression SET lifted_at = now(), lifted_by_consent_record_id = gen_random_uuid()";
    await expect(sql(held.appUrl, lift)).resolves.toEqual([]);
    for (const column of [
      "address_hash",
      "purpose_key",
      "channel",
      "recorded_at",
      "source",
      "address_hint",
    ]) {
      const change = sql(held.appUrl, `UPDATE suppression SET ${column} = ${column}`);
      await expect(change, column).rejects.toMatchObject({ code: "42501" });
    }
    await expect(sql(held.appUrl, "DELETE FROM suppression")).rejects.toMatchObject({ code: "42501" });
  });

  it.each(received)(
    "%s: may be worked on, never removed; what was received stays",
    async (table, columns) => {
      for (const column of columns) {
        const change = sql(held.appUrl, `UPDATE ${table} SET ${column} = ${column}`);
        await expect(change, column).rejects.toMatchObject({ code: "42501" });
      }
      await expect(sql(held.appUrl, `DELETE FROM ${table}`)).rejects.toMatchObject({ code: "42501" });
      await expect(sql(held.appUrl, `TRUNCATE ${table} CASCADE`)).rejects.toMatchObject({ code: "42501" });
    },
  );

  it.each(["ledger_epoch", "ledger_hold"])(
    "%s: may be ended, never begun otherwise or removed",
    async (table) => {
      for (const column of ["organisation_id", table === "ledger_hold" ? "opened_at" : "first_seq"]) {
        const change = sql(held.appUrl, `UPDATE ${table} SET ${column} = ${column}`);
        await expect(change, column).rejects.toMatchObject({ code: "42501" });
      }
      await expect(sql(held.appUrl, `DELETE FROM ${table}`)).rejects.toMatchObject({ code: "42501" });
      await expect(sql(held.appUrl, `TRUNCATE ${table}`)).rejects.toMatchObject({ code: "42501" });
    },
  );

  it("may move the head of a ledger, and not remove it", async () => {
    await expect(sql(held.appUrl, "SELECT 1 FROM ledger_head FOR UPDATE")).resolves.toEqual([]);
    await expect(sql(held.appUrl, "DELETE FROM ledger_head")).rejects.toMatchObject({ code: "42501" });
  });
});

describe("the application's role, on everything", () => {
  it("can read every table, so that no page fails for want of a grant", async () => {
    const unreadable = await sql<{ name: string }>(
      held.appUrl,
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
        AND NOT has_table_privilege(oid, 'SELECT')`,
    );
    expect(unreadable).toEqual([]);
  });

  it("owns nothing and is neither superuser nor above the rules", async () => {
    const [role] = await sql(
      held.appUrl,
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned,
        (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS memberships
       FROM pg_roles r WHERE rolname = current_user`,
    );
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      owned: 0,
      memberships: 0,
    });
  });
});
