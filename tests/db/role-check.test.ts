import { Pool } from "pg";
import { describe, expect, it } from "vitest";
import { findRoleFault } from "@/lib/db/role-check";
import { useDatabase } from "../support/database";

const database = useDatabase();

async function faultOf(connectionString: string): Promise<string | null> {
  const pool = new Pool({ connectionString });
  // `end` comes back before the connections are gone; dropping the database may still find one.
  pool.on("error", () => undefined);
  try {
    return await findRoleFault(pool);
  } finally {
    await pool.end();
  }
}

describe("the database role at start", () => {
  it("the application's role is fit", async () => {
    expect(await faultOf(database.appUrl)).toBeNull();
  });

  it("the owner is refused", async () => {
    expect(await faultOf(database.ownerUrl)).toContain("owns the database");
  });

  it("a superuser is refused", async () => {
    expect(await faultOf(database.superuserUrl)).toContain("is a superuser");
  });
});
