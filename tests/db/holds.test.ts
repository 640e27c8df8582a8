import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { sql, useDatabase } from "../support/database";
import { makePanel } from "../ledger/people";
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
    `UPDATE legal_hold SET released_by = gen_random_uuid(), release_approved_by = gen_random_uuid(),
       release_reason = 'Settled', released_at = now() WHERE id = $1`,
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

  it("that is released stays released", async () => {
    const holdId = await placeHold(await addMember());
    await release(holdId);
    await expect(release(holdId)).rejects.toMatchObject(kept);
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
