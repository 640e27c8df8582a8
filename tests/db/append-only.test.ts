import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { sqlState } from "@/lib/db/constraint-errors";
import { sql, useDatabase } from "../support/database";
import { append, reading } from "../ledger/history";
import { makePanel } from "../ledger/people";
import { nounEvidence } from "./noun-evidence";

const held = useDatabase();
const organisation = randomUUID();
const refused = { code: "RP001" };

beforeAll(async () => {
  await append(organisation, [reading("trail"), reading("trail")]);
  await makePanel();
});

describe("evidence, even for the owner of the tables", () => {
  it.each([
    "ledger_entry",
    "wording",
    "notice_shown",
    "consent_record",
    "consent_evidence",
    "gate_decision",
    "policy_version",
    "privacy_notice",
    ...nounEvidence,
  ])("%s: update, delete and truncate are refused", async (table) => {
    const update = sql(held.ownerUrl, `UPDATE ${table} SET organisation_id = organisation_id`);
    await expect(update).rejects.toMatchObject(refused);
    await expect(sql(held.ownerUrl, `DELETE FROM ${table}`)).rejects.toMatchObject(refused);
    await expect(sql(held.ownerUrl, `TRUNCATE ${table} CASCADE`)).rejects.toMatchObject(refused);
  });

  it("is refused in replication mode too", async () => {
    const replaying = sql(
      held.superuserUrl,
      "SET session_replication_role = replica; DELETE FROM ledger_entry",
    );
    await expect(replaying).rejects.toMatchObject(refused);
  });

  it("a suppression is lifted once and then stays as it is", async () => {
    const id = randomUUID();
    await sql(
      held.ownerUrl,
      `INSERT INTO suppression (organisation_id, id, address_hash, address_hint, source, recorded_at)
       VALUES ($1, $2, 'hash', 'om', 'link', now())`,
      [organisation, id],
    );
    const lift = `WITH arranged AS MATERIALIZED (SELECT set_config('panel.arranging', 'on', true))
      UPDATE suppression SET lifted_at = now(), lifted_by_consent_record_id = gen_random_uuid() FROM arranged WHERE id = $1`;
    const change = "UPDATE suppression SET address_hash = 'other' WHERE id = $1";
    await expect(sql(held.ownerUrl, change, [id])).rejects.toMatchObject(refused);
    await sql(held.appUrl, lift, [id]);
    await expect(sql(held.appUrl, lift, [id])).rejects.toMatchObject(refused);
    const unlift =
      "UPDATE suppression SET lifted_at = NULL, lifted_by_consent_record_id = NULL WHERE id = $1";
    await expect(sql(held.ownerUrl, unlift, [id])).rejects.toMatchObject(refused);
    await expect(sql(held.ownerUrl, "DELETE FROM suppression")).rejects.toMatchObject(refused);
    await expect(sql(held.ownerUrl, "TRUNCATE suppression")).rejects.toMatchObject(refused);
  });

  it("the head of a ledger never steps back, stands still or goes away", async () => {
    for (const change of [
      "seq = seq",
      "seq = seq - 1",
      "epoch = 0, seq = seq + 1",
      "recorded_at = recorded_at - interval '1 hour', seq = seq + 1",
    ]) {
      await expect(sql(held.ownerUrl, `UPDATE ledger_head SET ${change}`), change).rejects.toMatchObject(
        refused,
      );
    }
    await expect(sql(held.ownerUrl, "DELETE FROM ledger_head")).rejects.toMatchObject(refused);
    await expect(sql(held.ownerUrl, "TRUNCATE ledger_head")).rejects.toMatchObject(refused);
  });

  it("the refusal reaches our code under its own state, so that it can be told from a bug", async () => {
    await sql(held.ownerUrl, "GRANT UPDATE ON ledger_entry TO panel_app");
    const change = database().ledgerEntry.updateMany({ data: { actorRef: "somebody else" } });
    await expect(change.catch(sqlState)).resolves.toBe("RP001");
  });
});
