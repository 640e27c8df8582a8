import { describe, expect, it } from "vitest";
import { migrate } from "../../scripts/migrate";
import { diffToDatamodel } from "../../scripts/schema-engine";
import { writtenByHand } from "../../scripts/written-by-hand";
import { cloneDatabase, dropDatabase, sql, useDatabase } from "../support/database";

const database = useDatabase();

describe("migrations", () => {
  it("together they give exactly what the datamodel says", async () => {
    expect(await diffToDatamodel(database.ownerUrl), "write these as a new migration").toBe("");
  });

  it("a change of the schema is a difference", async () => {
    const changed = await cloneDatabase();
    await sql(changed.ownerUrl, "DROP INDEX staff_email_key; ALTER TABLE staff ADD nickname text");
    const difference = await diffToDatamodel(changed.ownerUrl);
    await dropDatabase(changed.name);
    expect(difference).toMatch(/DROP COLUMN "nickname"[^]+CREATE UNIQUE INDEX "staff_email_key"/u);
  });

  it("all that is written by hand is there", async () => {
    const found = await sql<{ name: string }>(
      database.ownerUrl,
      "SELECT conname AS name FROM pg_constraint UNION SELECT relname FROM pg_class WHERE relkind = 'i'",
    );
    const names = new Set(found.map(({ name }) => name));
    expect([...writtenByHand].filter((name) => !names.has(name))).toEqual([]);
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
