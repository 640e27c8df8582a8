import { inject } from "vitest";
import { disconnect } from "@/lib/db/client";
import { sql } from "../support/database";

/** A backup of a test's database as its files would be copied; nobody may be connected to it. */
export async function copyTo(database: string, copy: string): Promise<void> {
  await disconnect();
  await sql(
    inject("cluster").superuserUrl,
    `CREATE DATABASE ${copy} OWNER panel_owner TEMPLATE ${database} STRATEGY FILE_COPY`,
  );
}

/** Its restore: the copy takes the place of the database. */
export async function restoreFrom(database: string, copy: string): Promise<void> {
  await disconnect();
  const { superuserUrl } = inject("cluster");
  await sql(superuserUrl, `DROP DATABASE ${database} WITH (FORCE)`);
  await sql(superuserUrl, `ALTER DATABASE ${copy} RENAME TO ${database}`);
  await sql(superuserUrl, `GRANT CONNECT ON DATABASE ${database} TO panel_app`);
}
