import { beforeAll, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { slotOf } from "@/lib/policy/permission-slots";
import {
  countPermitted,
  countPermittedQuery,
  listPermitted,
  type PermittedMembers,
} from "@/lib/queries/mailing/permitted-members";
import { sql, useDatabase } from "../../support/database";
import { makeResidents } from "../../support/resident";

const held = useDatabase();
const size = 30_000;
const since = new Date(Date.now() - 60 * 86_400_000);
let of: PermittedMembers;

beforeAll(async () => {
  const { panel } = await makeResidents("customer-voices", ["research"]);
  const slot = slotOf(panel.document.purposes.find(({ key }) => key === "research")?.slot ?? -1, "email");
  of = { panel, purposeKey: "research", channel: "email", areas: ["Area 3"], notAskedSince: since };
  const { organisationId, id } = panel;
  await sql(
    held.ownerUrl,
    `INSERT INTO member (organisation_id, id, panel_id, reference, subject_ref, state, given_name, family_name, sort_name,
       area, interests, created_at)
     SELECT $1, gen_random_uuid(), $2, 'T-' || n, gen_random_uuid(),
       CASE WHEN n % 10 = 0 THEN 'left' ELSE 'member' END::member_state, 'G', 'F', 'f', 'Area ' || n % 20, '{}', now()
     FROM generate_series(1, ${size}) AS n`,
    [organisationId, id],
  );
  await sql(
    held.ownerUrl,
    // The test cluster commits without waiting for its log; what is not in the log yet, VACUUM may not call visible to all.
    `SET synchronous_commit = on;
     UPDATE contact_permission SET valid_until = NULL,
       permitted = CASE hashtext(member_id::text) % 3 WHEN 0 THEN '' ELSE set_bit('\\x00'::bytea, ${slot}, 1) END,
       last_asked_at = CASE WHEN hashtext(member_id::text) % 2 = 0 THEN now() - (hashtext(member_id::text) % 120) * interval '1 day' END
     WHERE area LIKE 'Area %'`,
  );
  await sql(held.ownerUrl, "VACUUM (ANALYZE) contact_permission");
});

type Plan = { "Node Type": string; "Index Name"?: string; "Heap Fetches"?: number; Plans?: Plan[] };

async function plansOf(members: PermittedMembers): Promise<readonly Plan[]> {
  const { text, values } = countPermittedQuery(members);
  const { rows } = await pool().query<{ "QUERY PLAN": { Plan: Plan }[] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
    values,
  );
  const flat = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flat)];
  return (rows[0]?.["QUERY PLAN"] ?? []).flatMap(({ Plan: plan }) => flat(plan));
}

describe("members who may be asked, by their contact permission", () => {
  it.each<[string, Partial<PermittedMembers>, number]>([
    ["one area, not asked lately", {}, 2],
    ["one area", { notAskedSince: null }, 1],
    ["three areas, not asked lately", { areas: ["Area 1", "Area 2", "Area 4"] }, 2],
  ])("%s: counted from the index alone", async (_what, change, scans) => {
    const plans = (await plansOf({ ...of, ...change })).filter((plan) => plan["Node Type"].includes("Scan"));
    expect(plans).toHaveLength(scans);
    for (const plan of plans) {
      expect(plan).toMatchObject({ "Index Name": "contact_permission_audience_idx", "Heap Fetches": 0 });
      expect(plan["Node Type"]).toBe("Index Only Scan");
    }
  });

  it("are whom the facts in the table name", async () => {
    const [expected] = await sql<{ count: number }>(
      held.appUrl,
      `SELECT count(*)::int AS count FROM contact_permission WHERE area = 'Area 3' AND state = 'member'
         AND length(permitted) > 0 AND (last_asked_at IS NULL OR last_asked_at < $1)`,
      [since],
    );
    expect(expected?.count).toBeGreaterThan(300);
    expect(await countPermitted(of)).toBe(expected?.count);
  });

  it("are listed once each, page by page, in order", async () => {
    const ids: string[] = [];
    for (let page = await listPermitted(of, null, 100); page.length > 0;) {
      ids.push(...page);
      page = await listPermitted(of, page.at(-1) ?? null, 100);
    }
    expect(ids).toHaveLength(await countPermitted(of));
    expect(ids).toEqual([...new Set(ids)].toSorted());
    expect(ids).toEqual(await listPermitted(of, null, size));
  });
});
