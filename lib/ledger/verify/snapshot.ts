import type { PoolClient } from "pg";
import { pool } from "@/lib/db/client";

/** Reads as of one moment, however long it takes; times are written in UTC. A connection that failed is not used again. */
export async function inSnapshot<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query("SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO'");
    const result = await work(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (fault) {
    client.release(true);
    throw fault;
  }
}
