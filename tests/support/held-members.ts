import pg from "pg";
import { lockKey } from "@/lib/messaging/hand-over-lock";
import { applicationDatabaseUrl } from "./application-database";

/**
 * Holds the hand-over lock of every member of a panel who lives in an area, so that mail to them waits in the worker's
 * hands: a mailing can then be looked at while it is being sent.
 * @returns lets them go
 */
export async function holdMembers(panel: string, area: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: applicationDatabaseUrl("panel_app") });
  await client.connect();
  await client.query(
    `SELECT pg_advisory_lock(${lockKey}) FROM (
       SELECT m.id AS member_id FROM member m JOIN panel p ON p.id = m.panel_id WHERE p.slug = $1 AND m.area = $2 ORDER BY m.id
     ) AS held`,
    [panel, area],
  );
  return () => client.end();
}
