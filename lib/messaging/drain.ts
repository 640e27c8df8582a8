import { setTimeout as pause } from "node:timers/promises";
import { pool } from "@/lib/db/client";
import { lockKey } from "./hand-over-lock";

/** A message is settled at most 10 s after it was handed over; a little more, and we say so instead of waiting. */
const limitMs = 12_000;

/** The members of these whose lock was free just now. The lock is let go of as the statement ends. */
async function passed(memberIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await pool().query<{ member_id: string }>(
    `SELECT member_id::text FROM unnest($1::uuid[]) AS m(member_id) WHERE pg_try_advisory_xact_lock(${lockKey})`,
    [memberIds],
  );
  return new Set(rows.map((row) => row.member_id));
}

/**
 * Waits until no message to these members is in a worker's hands. Call it after the opt-out committed and before it is
 * acknowledged: a hand-over that begins later reads the opt-out, one that began earlier has ended once this returns.
 * It asks again and again instead of queueing on the lock, so that many opt-outs behind one slow mail server do not use
 * up the connections of the web process.
 * @returns "drained", or "mayBeOnItsWay" after 12 s: the "no" is saved, one message may still arrive.
 */
export async function drainHandOver(memberIds: readonly string[]): Promise<"drained" | "mayBeOnItsWay"> {
  const end = performance.now() + limitMs;
  let waiting = memberIds;
  for (let wait = 5; ; wait = Math.min(wait * 2, 250)) {
    const free = await passed(waiting);
    waiting = waiting.filter((memberId) => !free.has(memberId));
    if (waiting.length === 0) return "drained";
    if (performance.now() + wait > end) return "mayBeOnItsWay";
    await pause(wait);
  }
}
