import { pool } from "@/lib/db/client";
import { seldom } from "@/lib/seldom";

/**
 * Sixteen megabytes into a temporary file that PostgreSQL deletes at once: as much as the next segment of its log. A disk
 * without them refuses changes already or will soon, although everything can still be read.
 */
const write = `SET LOCAL work_mem = '64kB';
  WITH block AS MATERIALIZED (SELECT repeat('x', 8000) AS bytes FROM generate_series(1, 2100)) SELECT count(bytes) FROM block`;

const longestMs = 10_000;

async function writes(): Promise<boolean> {
  try {
    await pool().query(write);
    return true;
  } catch {
    // Whatever the reason, it stores nothing; that it is away altogether is said by who asks it something else.
    return false;
  }
}

/** Whether the database's disk takes what is written to it. */
export const probeStorage = seldom(writes, longestMs);
