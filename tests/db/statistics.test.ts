import { describe, expect, it } from "vitest";
import { gatherStatistics } from "@/prisma/seed/gather-statistics";
import { makePanel } from "../ledger/people";
import { sql, useDatabase } from "../support/database";

const held = useDatabase();

const analysed = () =>
  sql<{ rows: number }>(
    held.ownerUrl,
    "SELECT reltuples::int AS rows FROM pg_class WHERE oid = 'organisation'::regclass",
  );

describe("loading many rows", () => {
  it("ends with the planner knowing them", async () => {
    await makePanel();
    expect(await analysed()).toEqual([{ rows: -1 }]);
    await gatherStatistics(held.ownerUrl);
    expect(await analysed()).toEqual([{ rows: 1 }]);
  });
});
