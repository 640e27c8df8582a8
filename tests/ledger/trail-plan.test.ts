import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { trailQuery, type TrailFilter, type TrailPlace } from "@/lib/queries/trail/trail-filter";
import { sql, useDatabase } from "../support/database";

const held = useDatabase();
const organisationId = randomUUID();
const [panelId, quietPanelId] = [randomUUID(), randomUUID()];
const [subjectRef, colleague] = [randomUUID(), randomUUID()];
const size = 30_000;

beforeAll(async () => {
  // Entries enough that reading all of them would cost; their hashes do not matter here.
  await sql(
    held.appUrl,
    `INSERT INTO ledger_entry (organisation_id, seq, bytes, leaf_hash, chain_hash, recorded_at, effective_at,
       event_type, panel_id, subject_ref, purpose_key, channel, actor_kind, actor_ref)
     SELECT $1, n, b, sha256('\\x00'::bytea || b), sha256(b), t, t,
       CASE WHEN n % 5000 = 0 THEN 'consent.objected' WHEN n % 3 = 0 THEN 'consent.given' ELSE 'notice.shown' END,
       CASE WHEN n % 100 = 0 THEN $3 ELSE $2 END::uuid,
       CASE WHEN n % 2000 = 7 THEN $4 ELSE md5((n % 1500)::text) END::uuid,
       CASE WHEN n % 9000 = 0 THEN 'rare' WHEN n % 3 = 0 THEN 'surveys' END,
       CASE WHEN n % 3 = 0 THEN 'email' END::channel,
       CASE WHEN n % 5000 = 0 THEN 'staff' ELSE 'system' END::actor_kind, CASE WHEN n % 5000 = 0 THEN $5 ELSE 'test' END
     FROM generate_series(1, ${size}) AS n,
       LATERAL (SELECT convert_to(format('{"data":{"view":"%s"}}', n), 'UTF8') AS b,
         '2027-01-01'::timestamptz + n * interval '10 minutes' AS t) AS made`,
    [organisationId, panelId, quietPanelId, subjectRef, colleague],
  );
  await sql(held.ownerUrl, "ANALYZE ledger_entry");
}, 60_000);

type Plan = { "Node Type": string; "Actual Rows": number; "Rows Removed by Filter"?: number; Plans?: Plan[] };

async function plans(query: Prisma.Sql): Promise<Plan[]> {
  const [row] = await database().$queryRaw<{ "QUERY PLAN": { Plan: Plan }[] }[]>(
    Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${query}`,
  );
  const flat = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flat)];
  return (row?.["QUERY PLAN"] ?? []).flatMap((each) => flat(each.Plan));
}

const cases: readonly (readonly [string, TrailFilter, TrailPlace])[] = [
  ["nothing", {}, {}],
  ["nothing, an older page", {}, { before: 15_000n }],
  ["nothing, a newer page", {}, { after: 15_000n }],
  ["a member", { subjectRef }, {}],
  ["a member without readings", { subjectRef, withoutReadings: true }, {}],
  ["a purpose", { purposeKey: "surveys" }, {}],
  ["a rare purpose", { purposeKey: "rare" }, {}],
  ["an event", { eventType: "notice.shown" }, {}],
  ["a rare event", { eventType: "consent.objected" }, {}],
  ["an event that never happened", { eventType: "consent.expired" }, {}],
  ["a purpose and an event that never met", { purposeKey: "surveys", eventType: "notice.shown" }, {}],
  ["two days", { from: "2027-03-01", to: "2027-03-02" }, {}],
  ["a time before the first entry", { to: "2020-01-01" }, {}],
  ["a time after the last", { from: "2040-01-01" }, {}],
  ["an event in a month", { eventType: "consent.given", from: "2027-02-01", to: "2027-02-28" }, {}],
  [
    "everything at once",
    { subjectRef, purposeKey: "surveys", eventType: "consent.given", from: "2027-01-01" },
    {},
  ],
  ["a channel", { channel: "email" }, {}],
  ["a channel nobody used", { channel: "post" }, {}],
  ["a capacity", { actorKind: "system" }, {}],
  ["a member of staff", { staffId: colleague }, {}],
  ["a member of staff and an event that never met", { staffId: colleague, eventType: "notice.shown" }, {}],
  ["a channel and an event that never met", { channel: "email", eventType: "notice.shown" }, {}],
  ["everything but readings", { withoutReadings: true }, { before: 20_000n }],
];

describe("the trail at 30,000 entries", () => {
  it.each(cases)(
    "filtered by %s: by index, and without reading what is not shown",
    async (_what, filter, place) => {
      const nodes = await plans(trailQuery({ organisationId, panelId }, filter, place, 51));
      expect(nodes.map((node) => node["Node Type"])).not.toContain("Seq Scan");
      const read = nodes.map((node) => node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0));
      // A page is 51 rows of each kind; the rest is what a filter inside an index range may pass over.
      expect(Math.max(...read)).toBeLessThan(500);
    },
  );

  it("a panel with few entries does not read through the others' to find them", async () => {
    const nodes = await plans(trailQuery({ organisationId, panelId: quietPanelId }, {}, {}, 51));
    expect(nodes.map((node) => node["Node Type"])).not.toContain("Seq Scan");
    expect(nodes.map((node) => node["Rows Removed by Filter"] ?? 0).every((passed) => passed < 6_000)).toBe(
      true,
    );
  });

  it("days are London days, both included, and come back whole", async () => {
    const query = trailQuery({ organisationId, panelId }, { from: "2027-06-01", to: "2027-06-01" }, {}, 500);
    const rows = await database().$queryRaw<{ recordedAt: Date }[]>(query);
    const times = rows.map((row) => row.recordedAt.toISOString());
    expect(times.at(0)).toBe("2027-06-01T22:50:00.000Z");
    expect(times.at(-1)).toBe("2027-05-31T23:00:00.000Z");
  });
});
