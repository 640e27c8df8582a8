import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { migrate } from "../../scripts/migrate";
import { diffFromEmpty } from "../../scripts/schema-engine";
import { sql, useDatabase } from "../support/database";

const database = useDatabase();

describe("migrations", () => {
  it("the first migration is exactly what the datamodel says", async () => {
    const written = readFileSync("prisma/migrations/00000000000001_tables/migration.sql", "utf8");
    expect(await diffFromEmpty(database.ownerUrl)).toBe(written);
  });

  it("applying them again changes nothing", async () => {
    expect(await migrate(database.ownerUrl)).toEqual([]);
  });

  it("two that run at once both end well", async () => {
    expect(await Promise.all([migrate(database.ownerUrl), migrate(database.ownerUrl)])).toEqual([[], []]);
  });

  it("the application may use the job queue and may not change its shape", async () => {
    await expect(sql(database.appUrl, "SELECT count(*) FROM pgboss.job")).resolves.toHaveLength(1);
    await expect(sql(database.appUrl, "DROP TABLE pgboss.job")).rejects.toThrow(/must be owner/);
    await expect(sql(database.appUrl, "CREATE TABLE pgboss.mine ()")).rejects.toThrow(/permission denied/);
  });

  it("the application may not make tables", async () => {
    await expect(sql(database.appUrl, "CREATE TABLE mine ()")).rejects.toThrow(/permission denied/);
  });
});
