import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { sql, useDatabase } from "../support/database";
import { makePanel } from "../ledger/people";
import { suspensions } from "@/lib/policy/legal-hold";
import { nounRows } from "./noun-rows";

const held = useDatabase();
let organisationId: string;
let panelId: string;

beforeAll(async () => {
  ({ organisationId, panelId } = await makePanel());
});

async function addMember(): Promise<string> {
  const id = randomUUID();
  await sql(
    held.ownerUrl,
    `INSERT INTO member (organisation_id, id, panel_id, reference, subject_ref, state, given_name, family_name, sort_name,
       created_at) VALUES ($1, $2, $3, $4, $5, 'member', 'A', 'Member', 'member a', now())`,
    [organisationId, id, panelId, id.slice(0, 8), randomUUID()],
  );
  return id;
}

async function placeHold(memberId: string | null): Promise<string> {
  const id = randomUUID();
  await sql(
    held.ownerUrl,
    `INSERT INTO legal_hold (organisation_id, id, panel_id, member_id, ground, reason, owner_id, review_on, placed_by, placed_at)
     VALUES ($1, $2, $3, $4, 'legal_claim', 'A claim', $5, current_date + 30, $5, now())`,
    [organisationId, id, panelId, memberId, randomUUID()],
  );
  return id;
}

const release = (holdId: string) =>
  sql(
    held.ownerUrl,
    `UPDATE legal_hold SET release_proposed_by = gen_random_uuid(), release_proposed_at = now(),
       release_reason = 'Settled', release_approved_by = gen_random_uuid(), released_at = now() WHERE id = $1`,
    [holdId],
  );
const remove = (memberId: string) => sql(held.appUrl, "DELETE FROM member WHERE id = $1", [memberId]);
const kept = { code: "RP001" };

describe("a legal hold", () => {
  it("keeps the member it names until it is released", async () => {
    const memberId = await addMember();
    const holdId = await placeHold(memberId);
    await expect(remove(memberId)).rejects.toMatchObject(kept);
    await release(holdId);
    await expect(remove(memberId)).resolves.toEqual([]);
  });

  it("without a name keeps everybody of the panel", async () => {
    const memberId = await addMember();
    const holdId = await placeHold(null);
    await expect(remove(memberId)).rejects.toMatchObject(kept);
    await release(holdId);
  });

  it("keeps nobody else", async () => {
    await placeHold(await addMember());
    await expect(remove(await addMember())).resolves.toEqual([]);
  });

  it("whose end is proposed still keeps them", async () => {
    const memberId = await addMember();
    const holdId = await placeHold(memberId);
    await sql(
      held.ownerUrl,
      `UPDATE legal_hold SET release_proposed_by = gen_random_uuid(), release_proposed_at = now(), release_reason = 'Settled'
        WHERE id = $1`,
      [holdId],
    );
    await expect(remove(memberId)).rejects.toMatchObject(kept);
  });

  it("that is released stays released", async () => {
    const holdId = await placeHold(await addMember());
    await release(holdId);
    await expect(release(holdId)).rejects.toMatchObject(kept);
  });
});

const subjectOf = "(SELECT subject_ref FROM member WHERE id = $2)";
const request = (memberId: string, kind: string, closed = false) =>
  sql(
    held.ownerUrl,
    `INSERT INTO data_subject_request (organisation_id, id, panel_id, kind, subject_ref, method, details, received_at, due_on,
        outcome, closed_at)
      SELECT $1, gen_random_uuid(), $3, $4::request_kind, ${subjectOf}, 'phone', 'Send it', now(), current_date + 30,
        CASE WHEN $5::boolean THEN 'withdrawn'::request_outcome END, CASE WHEN $5::boolean THEN now() END`,
    [organisationId, memberId, panelId, kind, closed],
  );
const complain = (memberId: string, answered = false) =>
  sql(
    held.ownerUrl,
    `INSERT INTO complaint (organisation_id, id, panel_id, subject_ref, method, details, received_at, acknowledge_by,
        acknowledged_at, outcome, outcome_told_at)
      SELECT $1, gen_random_uuid(), $3, ${subjectOf}, 'phone', 'You lost it', now(), current_date + 30, now(),
        CASE WHEN $4::boolean THEN 'Found' END, CASE WHEN $4::boolean THEN now() END`,
    [organisationId, memberId, panelId, answered],
  );
const restrict = (memberId: string, ground: string, liftsAt: string | null = null) =>
  sql(
    held.ownerUrl,
    `UPDATE member SET restricted_at = now() - interval '9 days', restriction_ground = $2::restriction_ground,
        restriction_evidence = 'call 12', restriction_lifts_at = $3::timestamptz,
        restriction_lift_reason = CASE WHEN $3::timestamptz IS NOT NULL THEN 'Put right as asked' END WHERE id = $1`,
    [memberId, ground, liftsAt],
  );
const fromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

async function suspendedBy(memberId: string): Promise<unknown> {
  const text = "SELECT deletion_suspended_by($1, $2, $3) AS by";
  const [row] = await sql<{ by: unknown }>(held.appUrl, text, [organisationId, panelId, memberId]);
  return row?.by;
}

const ways = [
  ["a legal hold", placeHold, "legal_hold"],
  ["an open request to see what is held", (id: string) => request(id, "access"), "open_request"],
  ["an open objection", (id: string) => request(id, "objection"), "open_request"],
  ["a complaint that is not answered", (id: string) => complain(id), "open_complaint"],
  [
    "a restriction in the place of erasure, 18(1)(b)",
    (id: string) => restrict(id, "unlawful"),
    "restriction",
  ],
  ["a restriction for a claim, 18(1)(c)", (id: string) => restrict(id, "legal_claims"), "restriction"],
  [
    "a restriction that ends tomorrow",
    (id: string) => restrict(id, "legal_claims", fromNow(1)),
    "restriction",
  ],
] as const;

const noWays = [
  ["nothing", () => Promise.resolve()],
  ["an open request for erasure", (id: string) => request(id, "erasure")],
  ["a request that was closed", (id: string) => request(id, "access", true)],
  ["a complaint that was answered", (id: string) => complain(id, true)],
  ["a restriction while accuracy is checked, 18(1)(a)", (id: string) => restrict(id, "accuracy_contested")],
  ["a restriction while an objection is weighed, 18(1)(d)", (id: string) => restrict(id, "objection")],
  ["a restriction that has ended", (id: string) => restrict(id, "unlawful", fromNow(-1))],
] as const;

describe("RT-2: deletion is suspended", () => {
  it.each(ways)("by %s: nobody deletes them, in whatever way", async (_name, arrange, by) => {
    const memberId = await addMember();
    await arrange(memberId);
    expect(await suspendedBy(memberId)).toBe(by);
    await expect(remove(memberId)).rejects.toMatchObject({ ...kept, message: `this member is kept: ${by}` });
  });

  it.each(noWays)("not by %s", async (_name, arrange) => {
    const memberId = await addMember();
    await arrange(memberId);
    expect(await suspendedBy(memberId)).toBeNull();
    await expect(remove(memberId)).resolves.toEqual([]);
  });

  it("by the strongest of several", async () => {
    const memberId = await addMember();
    const found: unknown[] = [];
    for (const [, arrange] of ways.toReversed()) {
      await arrange(memberId);
      found.push(await suspendedBy(memberId));
    }
    const strongest = Object.keys(suspensions).toReversed();
    expect([...new Set(found)]).toEqual(strongest);
  });

  it("is asked by index, however many holds, requests and complaints there are", async () => {
    const [body] = await sql<{ prosrc: string }>(
      held.ownerUrl,
      "SELECT prosrc FROM pg_proc WHERE proname = 'deletion_suspended_by'",
    );
    const asked = (body?.prosrc ?? "")
      .replaceAll("for_organisation", `'${organisationId}'::uuid`)
      .replaceAll("for_panel", `'${panelId}'::uuid`)
      .replaceAll("for_member", `'${randomUUID()}'::uuid`);
    const many = "FROM generate_series(1, 5000)";
    await sql(
      held.superuserUrl,
      `INSERT INTO legal_hold (organisation_id, id, panel_id, member_id, ground, reason, owner_id, review_on, placed_by, placed_at)
         SELECT '${organisationId}', gen_random_uuid(), '${panelId}', gen_random_uuid(), 'legal_claim', 'A claim',
           gen_random_uuid(), current_date + 30, gen_random_uuid(), now() ${many};
       INSERT INTO data_subject_request (organisation_id, id, panel_id, kind, subject_ref, method, details, received_at, due_on)
         SELECT '${organisationId}', gen_random_uuid(), '${panelId}', 'access', gen_random_uuid(), 'phone', 'Send it', now(),
           current_date + 30 ${many};
       INSERT INTO complaint (organisation_id, id, panel_id, subject_ref, method, details, received_at, acknowledge_by)
         SELECT '${organisationId}', gen_random_uuid(), '${panelId}', gen_random_uuid(), 'phone', 'You lost it', now(),
           current_date + 30 ${many};
       ANALYZE legal_hold, data_subject_request, complaint`,
    );
    const plan = await sql<{ "QUERY PLAN": string }>(held.ownerUrl, `EXPLAIN ${asked}`);
    const lines = plan.map((line) => line["QUERY PLAN"]).join("\n");
    for (const index of [
      "legal_hold_member_idx",
      "data_subject_request_subject_idx",
      "complaint_subject_idx",
    ])
      expect(lines).toContain(index);
    for (const table of ["legal_hold", "data_subject_request", "complaint"])
      expect(lines).not.toContain(`Seq Scan on ${table}`);
  });

  it("not for a recovery: what it repeats was lawful, and is only while the ledger is behind", async () => {
    const memberId = await addMember();
    await placeHold(memberId);
    const again = `WITH recovering AS MATERIALIZED (SELECT set_config('panel.recovering', '${organisationId}', true))
      DELETE FROM member USING recovering WHERE id = $1`;
    await expect(sql(held.appUrl, again, [memberId])).rejects.toMatchObject(kept);
    await sql(
      held.ownerUrl,
      `INSERT INTO ledger_hold (organisation_id, id, reason, detail, opened_at) VALUES ($1, gen_random_uuid(), 'behind', '{}', now())`,
      [organisationId],
    );
    await expect(remove(memberId)).rejects.toMatchObject(kept);
    await expect(sql(held.appUrl, again, [memberId])).resolves.toEqual([]);
  });
});

describe("a policy draft", () => {
  it("is the panel's only open one", async () => {
    const row = { ...nounRows["policy_draft"]?.(), organisation_id: organisationId, panel_id: panelId };
    const open = () => ({
      ...row,
      id: randomUUID(),
      approved_by: null,
      approved_at: null,
      policy_version_id: null,
    });
    const insert = () => {
      const fields = open();
      const columns = Object.keys(fields);
      return sql(
        held.ownerUrl,
        `INSERT INTO policy_draft (${columns.join(", ")}) VALUES (${columns.map((_, n) => `$${n + 1}`).join(", ")})`,
        Object.values(fields),
      );
    };
    await insert();
    await expect(insert()).rejects.toMatchObject({ constraint: "policy_draft_open_key" });
  });
});
