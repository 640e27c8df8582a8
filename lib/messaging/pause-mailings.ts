import type pg from "pg";

/**
 * Pauses every mailing that is being sent, because something concerns them all. What is in flight ends; the rest waits.
 * @returns how many were paused
 */
export async function pauseMailings(db: pg.Pool, reason: string): Promise<number> {
  const { rowCount } = await db.query(
    "UPDATE mailing SET state = 'paused', paused_reason = $1 WHERE state = 'sending' AND channel = 'email'",
    [reason],
  );
  return rowCount ?? 0;
}
