import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/id";
import { listMembers, type MemberFilter } from "@/lib/queries/staff/list-members";
import { countLimit, countSql, matchingMembers, pageSql } from "@/lib/queries/staff/member-list-sql";
import { openSearch, sealSearch } from "@/lib/queries/staff/sealed-search";
import type { Viewer } from "@/lib/queries/staff/viewer";
import { arranged } from "../../support/arranged";
import { sql, useDatabase } from "../../support/database";
import { openDesk } from "../../support/staff";

const held = useDatabase();
const size = 30_000;
const all: MemberFilter = {
  search: "",
  state: null,
  area: null,
  tenure: null,
  interest: null,
  ageBand: null,
};

let viewer: Viewer;
let small: Viewer;

beforeAll(async () => {
  const big = await openDesk(["first.person"]);
  viewer = big.viewer;
  small = (await openDesk(Array.from({ length: 120 }, (_, index) => `person${index}`))).viewer;
  const { organisationId, id } = viewer.panel;
  await sql(
    held.ownerUrl,
    `INSERT INTO member (organisation_id, id, panel_id, reference, subject_ref, state, given_name, family_name, sort_name,
       area, tenure, interests, postcode, created_at)
     SELECT $1, gen_random_uuid(), $2, 'CV-' || upper(lpad(to_hex(n), 6, '0')), gen_random_uuid(),
       CASE WHEN n % 10 = 0 THEN 'left' ELSE 'member' END::member_state,
       'Given' || n % 500, 'Name' || md5(n::text), 'name' || md5(n::text) || ' given' || n % 500,
       'Area ' || n % 20, 'Rent', '{}', 'ZZ' || n % 90 || ' 1AA', now()
     FROM generate_series(1, ${size}) AS n`,
    [organisationId, id],
  );
  await sql(held.ownerUrl, "VACUUM (ANALYZE) member, contact_permission, contact_point");
}, 120_000);

describe("the member list", () => {
  it("shows everyone once, page by page, and the same pages backwards", async () => {
    const forwards: string[] = [];
    const firsts: (string | undefined)[] = [];
    let page = await listMembers(small, all, {});
    for (;;) {
      forwards.push(...page.rows.map(({ reference }) => reference));
      firsts.push(page.rows[0]?.reference);
      if (page.next === null) break;
      page = await listMembers(small, all, page.next);
    }
    expect(new Set(forwards).size).toBe(120);
    expect(forwards).toHaveLength(120);
    for (const first of firsts.slice(0, -1).toReversed()) {
      page = await listMembers(small, all, page.previous ?? {});
      expect(page.rows[0]?.reference).toBe(first);
    }
    expect(page.previous).toBeNull();
  });

  it("counts what matches, and says when it stopped counting", async () => {
    expect(await listMembers(small, all, {})).toMatchObject({ total: 120, more: false });
    expect(await listMembers(viewer, all, {})).toMatchObject({ total: countLimit, more: true });
    expect(await listMembers(viewer, { ...all, area: "Area 3" }, {})).toMatchObject({
      total: size / 20,
      more: false,
    });
  });

  it("never shows an erased member, nor one of another panel", async () => {
    const { organisationId } = small.panel;
    const gone = await database().member.findFirstOrThrow({
      where: { organisationId },
      orderBy: { sortName: "asc" },
    });
    const key = { organisationId_id: { organisationId, id: gone.id } };
    await arranged((tx) => tx.member.update({ where: key, data: { state: "erased" } }));
    const page = await listMembers(small, all, {});
    expect(page.total).toBe(119);
    expect(page.rows.some(({ reference }) => reference === gone.reference)).toBe(false);
    await arranged((tx) => tx.member.update({ where: key, data: { state: "member" } }));
  });

  it("refuses to list for someone without a role on the panel", async () => {
    await expect(listMembers({ ...viewer, actor: small.actor }, all, {})).rejects.toThrow("Not permitted");
  });
});

describe("searching for a person", () => {
  it.each([
    ["a name whose apostrophe was left out", "oneill"],
    ["a name with the apostrophe a phone types", "O’Neill"],
    ["a reference without the letters before it", "zz7q4tk"],
  ])("finds by %s", async (_, search) => {
    const where = { organisationId: small.panel.organisationId, sortName: "family7 given7" };
    const data = { sortName: "o'neill given7", familyName: "O'Neill", reference: "CV-ZZ7Q4TK" };
    await arranged((tx) => tx.member.updateMany({ where, data }));
    const { rows } = await listMembers(small, { ...all, search }, {});
    expect(rows.map(({ familyName }) => familyName)).toEqual(["O'Neill"]);
  });

  it.each([
    ["the beginning of a reference", "cv-00000", 15],
    ["a whole e-mail address, in any case", "First.Person@mail.example", 1],
    ["half an e-mail address", "first.person@", 0],
    ["a given name", "given7", 11 * 60],
    ["a postcode", "zz7 1aa", 333],
    ["a wildcard as a letter", "%", 0],
  ])("finds by %s", async (_, search, least) => {
    const { total } = await listMembers(viewer, { ...all, search }, {});
    if (least === 0) expect(total).toBe(0);
    else expect(total).toBeGreaterThanOrEqual(least);
  });

  it("finds a full name in either order", async () => {
    const [row] = (await listMembers(viewer, { ...all, area: "Area 3" }, {})).rows;
    for (const search of [`${row?.givenName} ${row?.familyName}`, `${row?.familyName}, ${row?.givenName}`]) {
      const page = await listMembers(viewer, { ...all, search }, {});
      expect(page.rows.map(({ reference }) => reference)).toContain(row?.reference);
    }
  });

  it("travels in the address as a token that names nobody and opens only whole", () => {
    const token = sealSearch("first.person@mail.example");
    expect(token).toMatch(/^[\w-]+$/);
    expect(Buffer.from(token, "base64url").toString("latin1")).not.toContain("person");
    expect(openSearch(token)).toBe("first.person@mail.example");
    expect(openSearch(`${token.slice(0, -2)}AA`)).toBe("");
    expect(openSearch("nonsense")).toBe("");
  });
});

type Plan = {
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
};

async function mostRowsTouched(query: Prisma.Sql): Promise<number> {
  const [row] = await database().$queryRaw<{ "QUERY PLAN": { Plan: Plan }[] }[]>(
    Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${query}`,
  );
  const touched = (plan: Plan): number =>
    Math.max(
      (plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0)) * plan["Actual Loops"],
      ...(plan.Plans ?? []).map(touched),
    );
  return Math.max(...(row?.["QUERY PLAN"] ?? []).map(({ Plan: plan }) => touched(plan)));
}

describe("the cost of a page among 30,000 members", () => {
  const middle = Prisma.sql`(m.sort_name, m.id) > ('name8', ${newId()}::uuid)`;
  it.each([
    ["everyone, from the middle", all, 100],
    ["current members", { ...all, state: "member" as const }, 100],
    ["one area", { ...all, area: "Area 3" }, 100],
    ["a reference", { ...all, search: "CV-00001" }, 100],
    ["a surname", { ...all, search: `name${"a".repeat(3)}` }, 100],
    ["an e-mail address", { ...all, search: "first.person@mail.example" }, 200],
  ])("does not grow with the panel: %s", async (_, filter, most) => {
    const where = matchingMembers(viewer, filter);
    const start = filter.search === "" ? middle : Prisma.sql`true`;
    expect(await mostRowsTouched(pageSql(where, start, false))).toBeLessThanOrEqual(most);
  });

  it("stops counting where the count stops being told", async () => {
    expect(await mostRowsTouched(countSql(matchingMembers(viewer, all)))).toBeLessThanOrEqual(
      countLimit + 200,
    );
  });
});
