import { expect, it } from "vitest";
import { withinLimit } from "@/lib/auth/rate-limit";
import { sql, useDatabase } from "@/tests/support/database";

const held = useDatabase();

it("counts in the database, so that all web processes count together", async () => {
  for (let attempt = 0; attempt < 5; attempt += 1)
    expect(await withinLimit("signInAddress", "hash-a")).toBe(true);
  expect(await withinLimit("signInAddress", "hash-a")).toBe(false);
  expect(await withinLimit("signInAddress", "hash-b")).toBe(true);
  const [row] = await sql<{ points: number }>(
    held.appUrl,
    "SELECT points FROM rate_limit WHERE key = 'signInAddress:hash-a'",
  );
  expect(row?.points).toBe(6);
});

it("lets a try pass again once the time is over", async () => {
  for (let attempt = 0; attempt < 6; attempt += 1) await withinLimit("signInAddress", "hash-c");
  await sql(held.appUrl, "UPDATE rate_limit SET expire = 1 WHERE key = 'signInAddress:hash-c'");
  expect(await withinLimit("signInAddress", "hash-c")).toBe(true);
});
