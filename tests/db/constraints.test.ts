import { createHash } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql, useDatabase } from "../support/database";
import { nounRows } from "./noun-rows";
import { nounNeeds, nounRules } from "./noun-rules";
import { acceptable as firstRows, type Fields } from "./rows";
import { trailRows, trailRules } from "./trail-rows";

const held = useDatabase();
const acceptable = { ...firstRows, ...nounRows, ...trailRows };
const before = "2029-05-20T12:00:00Z";
const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

/** Constraint, its table, and what makes an acceptable row break it. */
const rules: readonly (readonly [constraint: string, table: string, broken: Fields])[] = [
  ["organisation_slug_check", "organisation", { slug: "Example Homes" }],
  ["panel_slug_check", "panel", { slug: "a--b" }],
  ["panel_review_count_check", "panel", { review_count: -1 }],
  ["policy_version_number_check", "policy_version", { number: 0 }],
  ["policy_version_document_hash_check", "policy_version", { document_hash: "abc" }],
  ["privacy_notice_number_check", "privacy_notice", { number: -1 }],
  ["privacy_notice_content_hash_check", "privacy_notice", { content_hash: "A".repeat(64) }],
  ["wording_hash_check", "wording", { text: "Yes, ring me" }],
  ["wording_nfc_check", "wording", { text: "Zoe\u0308", hash: sha256("Zoe\u0308") }],
  ["consent_record_valid_until_check", "consent_record", { decision: "withdrawn" }],
  ["consent_record_valid_until_check", "consent_record", { valid_until: before }],
  ["consent_evidence_length_check", "consent_evidence", { script_version: "4".repeat(101) }],
  ["consent_evidence_length_check", "consent_evidence", { recorded_by: "x".repeat(101) }],
  ["consent_evidence_length_check", "consent_evidence", { evidence: "x".repeat(201) }],
  ["suppression_lifted_check", "suppression", { lifted_by_consent_record_id: null }],
  ["ledger_entry_seq_check", "ledger_entry", { seq: 0 }],
  ["ledger_entry_leaf_hash_check", "ledger_entry", { bytes: Buffer.from("{ }") }],
  ["ledger_entry_chain_hash_check", "ledger_entry", { chain_hash: Buffer.alloc(31) }],
  ["ledger_head_seq_check", "ledger_head", { epoch: 0 }],
  ["ledger_head_chain_hash_check", "ledger_head", { chain_hash: Buffer.alloc(33) }],
  ["ledger_head_frontier_check", "ledger_head", { seq: 3, frontier: [Buffer.alloc(32)] }],
  ["ledger_head_epoch_start_check", "ledger_head", { epoch_start: 1 }],
  ["ledger_hold_released_at_check", "ledger_hold", { released_at: before }],
  ["ledger_hold_told_at_check", "ledger_hold", { told_at: before }],
  ["ledger_epoch_epoch_check", "ledger_epoch", { epoch: 0 }],
  ["ledger_epoch_last_seq_check", "ledger_epoch", { first_seq: 0 }],
  ["ledger_epoch_last_seq_check", "ledger_epoch", { last_seq: 1 }],
  ["ledger_epoch_final_root_check", "ledger_epoch", { final_root: Buffer.alloc(31) }],
  ["ledger_epoch_sealed_check", "ledger_epoch", { reason: null }],
  ["ledger_epoch_retired_check", "ledger_epoch", { retired_at: before }],
  ["monitoring_answer_art9_condition_check", "monitoring_answer", { art9_condition: " " }],
  ["adjustment_art9_condition_check", "adjustment", { art9_condition: "" }],
  ["sign_in_session_one_person_check", "sign_in_session", { member_id: null }],
  [
    "sign_in_session_one_person_check",
    "sign_in_session",
    { staff_id: "5e1f0000-0000-4000-8000-000000000001" },
  ],
  ["sign_in_session_member_organisation_check", "sign_in_session", { organisation_id: null }],
  ["sign_in_session_expires_at_check", "sign_in_session", { expires_at: before }],
  ["sign_in_request_attempts_check", "sign_in_request", { attempts: -1 }],
  ["sign_in_request_expires_at_check", "sign_in_request", { expires_at: before }],
  ["join_request_expires_at_check", "join_request", { expires_at: before }],
  ["join_request_confirmed_check", "join_request", { submitted_at: null }],
  ["role_grant_revoked_at_check", "role_grant", { revoked_at: before }],
  ["contact_point_normalised_check", "contact_point", { normalised: "two words" }],
  ["contact_point_normalised_check", "contact_point", { normalised: "" }],
  ["activity_session_capacity_check", "activity_session", { capacity: 0 }],
  ["activity_session_ends_at_check", "activity_session", { ends_at: "2029-05-20T13:00:00Z" }],
  ["mailing_matched_check", "mailing", { matched: -1 }],
  ["mailing_finished_check", "mailing", { state: "finished" }],
  ["mailing_paused_check", "mailing", { state: "paused" }],
  ["mailing_content_hash_check", "mailing", { content_hash: "" }],
  ["delivery_attempts_check", "delivery", { attempts: -1 }],
  ["delivery_claimed_check", "delivery", { state: "claimed", settled_at: null }],
  ["delivery_claimed_check", "delivery", { state: "claimed", settled_at: null, claimed_by: "worker" }],
  [
    "delivery_handing_over_check",
    "delivery",
    { state: "handing_over", settled_at: null, handing_over_at: null },
  ],
  ["delivery_settled_check", "delivery", { settled_at: null }],
  ["delivery_settled_check", "delivery", { state: "queued" }],
  ["delivery_sent_check", "delivery", { hand_over_decision_id: null }],
  ["delivery_sent_check", "delivery", { handing_over_at: null }],
  ["retention_item_due_on_check", "retention_item", { due_on: "2029-05-19" }],
  ["permission_run_differing_check", "permission_run", { differing: 4 }],
  ["permission_run_differing_check", "permission_run", { differing: -1 }],
  ...nounRules,
  ...trailRules,
];

let client: Client;
beforeAll(async () => {
  client = new Client({ connectionString: held.appUrl });
  await client.connect();
});
afterAll(async () => client.end());

/** The constraint an insert of this row breaks, or null. Nothing is kept. */
async function brokenBy(table: string, row: Fields): Promise<string | null> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`).join(", ");
  await client.query("BEGIN");
  try {
    await client.query(`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${places})`, Object.values(row));
    return null;
  } catch (fault) {
    return (fault as { constraint?: string }).constraint ?? String(fault);
  } finally {
    await client.query("ROLLBACK");
  }
}

function rowOf(table: string): Fields {
  const make = acceptable[table];
  if (make === undefined) throw new Error(`No acceptable row of ${table}`);
  return make();
}

describe("what may never be stored", () => {
  it.each(rules)("%s on %s refuses %j", async (constraint, table, broken) => {
    expect(await brokenBy(table, { ...rowOf(table), ...broken })).toBe(constraint);
  });

  it.each(nounNeeds)("%s of %s may not be left out", async (column, table) => {
    expect(await brokenBy(table, { ...rowOf(table), [column]: null })).toMatch(
      `null value in column "${column}"`,
    );
  });

  it.each(Object.keys(acceptable))("%s: an acceptable row breaks no check", async (table) => {
    // Rows that belong to something fail only because that something is not there.
    expect((await brokenBy(table, rowOf(table))) ?? "nothing_fkey").toMatch(/_fkey$/);
  });

  it("every check constraint of ours was tried", async () => {
    const checks = await sql<{ name: string }>(
      held.ownerUrl,
      "SELECT conname AS name FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace",
    );
    const tried = new Set(rules.map(([constraint]) => constraint));
    expect(checks.map((check) => check.name).filter((name) => !tried.has(name))).toEqual([]);
  });
});

describe("what may not stand alone", () => {
  it.each([
    ["delivery_gate_decision_fkey", "delivery"],
    ["consent_record_wording_fkey", "consent_record"],
    ["privacy_notice_panel_fkey", "privacy_notice"],
  ])("%s: no %s without it", async (constraint, table) => {
    expect(await brokenBy(table, rowOf(table))).toBe(constraint);
  });

  it("nothing that can be deleted is needed by a suppression or a ledger entry", async () => {
    const links = await sql(
      held.ownerUrl,
      "SELECT conname FROM pg_constraint WHERE contype = 'f' AND conrelid IN ('suppression'::regclass, 'ledger_entry'::regclass)",
    );
    expect(links).toEqual([]);
  });
});
