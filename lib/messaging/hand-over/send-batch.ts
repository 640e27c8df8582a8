import { setTimeout as pause } from "node:timers/promises";
import type { MailConnection, Parcel } from "../smtp/connection";
import type { Outcome } from "../smtp/outcome";
import type { Claimed } from "./claim";
import type { Settled } from "./settle";

/** A message that is allowed to leave. */
export type Outgoing = { readonly delivery: Claimed; readonly parcel: Parcel };

/** A message that has not begun this long after the hand-over was committed goes back: nobody waits behind it. */
const startWindowMs = 1_500;
const recordEveryMs = 25;

/** Collects outcomes while messages are sent, and passes them on in handfuls, so that each lock is soon free again. */
class Recorder {
  private pending: Settled[] = [];
  private over = false;
  /** Set when recording failed: nothing more is begun. */
  failed = false;

  constructor(private readonly record: (settled: readonly Settled[]) => Promise<void>) {}

  add(delivery: Claimed, outcome: Outcome): void {
    this.pending.push({ delivery, outcome });
  }

  finish(): void {
    this.over = true;
  }

  async run(): Promise<void> {
    while (!this.over || this.pending.length > 0) {
      const settled = this.pending;
      this.pending = [];
      try {
        if (settled.length > 0) await this.record(settled);
        else await pause(recordEveryMs);
      } catch (fault) {
        this.failed = true;
        throw fault;
      }
    }
  }
}

/**
 * Sends messages over several connections at once. Each outcome is recorded soon after it is known, whatever becomes of
 * the others. Comes back only when no message is in flight any more, also when it throws.
 * @param committedAt `performance.now()` before the hand-over was committed; a worker that was stopped in between starts
 *   nothing any more
 * @param held whether the locks are still ours
 * @throws what `record` threw
 */
export async function sendBatch(
  outgoing: readonly Outgoing[],
  connections: readonly MailConnection[],
  { committedAt, held }: { readonly committedAt: number; readonly held: () => boolean },
  record: (settled: readonly Settled[]) => Promise<void>,
): Promise<void> {
  const recorder = new Recorder(record);
  const still = () => !recorder.failed && held() && performance.now() - committedAt < startWindowMs;
  const queue = [...outgoing].toReversed();
  const carry = async (connection: MailConnection) => {
    while (connection.alive && still()) {
      const next = queue.pop();
      if (next === undefined) return;
      recorder.add(next.delivery, await connection.send(next.parcel, still));
    }
  };
  const carrying = Promise.all(connections.map(carry)).finally(() => {
    for (const { delivery } of queue)
      recorder.add(delivery, { kind: "notSent", code: "late", serverFault: false });
    recorder.finish();
  });
  const ended = await Promise.allSettled([carrying, recorder.run()]);
  for (const each of ended) if (each.status === "rejected") throw each.reason;
}
