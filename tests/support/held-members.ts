import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { lockKey } from "@/lib/messaging/hand-over-lock";

/** The running product's own database, as its web and workers use it: its port follows from the web's. */
function databaseUrl(): string {
  const { data, url } = inject("application");
  const file = path.join(data, "postgres-passwords.json");
  const passwords = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  const port = Number(new URL(url).port) + 3;
  return `postgresql://panel_app:${passwords["panel_app"]}@127.0.0.1:${port}/resident_panel`;
}

/**
 * Holds the hand-over lock of every member of a panel who lives in an area, so that mail to them waits in the worker's
 * hands: a mailing can then be looked at while it is being sent.
 * @returns lets them go
 */
export async function holdMembers(panel: string, area: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  await client.query(
    `SELECT pg_advisory_lock(${lockKey}) FROM (
       SELECT m.id AS member_id FROM member m JOIN panel p ON p.id = m.panel_id WHERE p.slug = $1 AND m.area = $2 ORDER BY m.id
     ) AS held`,
    [panel, area],
  );
  return () => client.end();
}
