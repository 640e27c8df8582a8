import { setTimeout as pause } from "node:timers/promises";
import type { MailConnection, Parcel } from "../smtp/connection";
import type { Outcome } from "../smtp/outcome";
import type { Claimed } from "./claim";
import type { Settled } from "./settle";

/** A message that the gate permits, written and ready. */
export type Outgoing = { readonly delivery: Claimed; readonly parcel: Parcel };

export type Batch = {
  readonly outgoing: readonly Outgoing[];
  readonly connections: readonly MailConnection[];
  /** Whether new messages may begin: the locks are ours, and nobody has waited behind us for long. */
  still(): boolean;
  /** Commits `handingOver` for a few; gives back those that may be sent. */
  handOver(few: readonly Outgoing[]): Promise<readonly Outgoing[]>;
  /** Records outcomes and frees the locks. */
  record(settled: readonly Settled[]): Promise<void>;
  /** These were not handed over: they go back to the queue. */
  giveBack(rest: readonly Outgoing[]): Promise<void>;
};

/** Messages handed over and not yet recorded, per connection: what a crash leaves in doubt is at most this. */
const inHandPerConnection = 3;
/** Outcomes are recorded in handfuls: whoever waits for a lock waits so much longer. */
const recordEveryMs = 10;

/**
 * Sends a batch over several connections at once, handing over a few messages at a time: enough that no connection waits,
 * few enough that a crash leaves little in doubt.
 */
class Sending {
  private readonly waiting: Outgoing[];
  private readonly handed: Outgoing[] = [];
  private pending: Settled[] = [];
  private inHand = 0;
  private ending = false;
  private fault: { readonly reason: unknown } | undefined;
  private handing: Promise<void> | undefined;
  private recording: Promise<void> | undefined;

  constructor(private readonly batch: Batch) {
    this.waiting = [...batch.outgoing];
  }

  async run(): Promise<void> {
    await Promise.all(this.batch.connections.map((connection) => this.carry(connection)));
    this.ending = true;
    await this.handing;
    for (const { delivery } of this.handed.splice(0)) {
      this.note(delivery, { kind: "notSent", code: "late", serverFault: false });
    }
    await this.recording;
    if (this.waiting.length > 0) await this.attempt(() => this.batch.giveBack(this.waiting));
    if (this.fault !== undefined) throw this.fault.reason;
  }

  private get going(): boolean {
    return this.fault === undefined && this.batch.still();
  }

  private async carry(connection: MailConnection): Promise<void> {
    while (connection.alive) {
      const next = await this.next();
      if (next === undefined) return;
      this.note(next.delivery, await connection.send(next.parcel, () => this.going));
    }
  }

  private async next(): Promise<Outgoing | undefined> {
    for (;;) {
      if (!this.going) return undefined;
      if (this.handed.length <= this.batch.connections.length && this.waiting.length > 0) this.handFew();
      const next = this.handed.shift();
      if (next !== undefined) return next;
      if (this.handing !== undefined) await this.handing;
      else if (this.waiting.length > 0 && this.recording !== undefined) await this.recording;
      else return undefined;
    }
  }

  /** Hands the next few over, when there is room for them. */
  private handFew(): void {
    const room = this.batch.connections.length * inHandPerConnection - this.inHand;
    const worthwhile = Math.min(2 * this.batch.connections.length, this.waiting.length);
    if (this.handing !== undefined || room < worthwhile) return;
    const few = this.waiting.splice(0, room);
    this.inHand += few.length;
    this.handing = this.attempt(async () => {
      const handed = await this.batch.handOver(few);
      this.inHand -= few.length - handed.length;
      this.handed.push(...handed);
    }).finally(() => (this.handing = undefined));
  }

  private note(delivery: Claimed, outcome: Outcome): void {
    this.pending.push({ delivery, outcome });
    this.recording ??= this.recordPending();
  }

  private async recordPending(): Promise<void> {
    while (this.pending.length > 0 && this.fault === undefined) {
      if (!this.ending) await pause(recordEveryMs);
      const settled = this.pending;
      this.pending = [];
      await this.attempt(() => this.batch.record(settled));
      this.inHand -= settled.length;
    }
    // In the same step as the last look at what is pending, so that nothing noted in between is forgotten.
    this.recording = undefined;
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (reason) {
      this.fault ??= { reason };
    }
  }
}

/**
 * Sends what may still begin, and gives the rest back. Comes back only when no message is in flight any more, also when
 * it throws.
 * @throws the first fault of handing over or recording; what was in hand then is settled when its lease lapses
 */
export async function sendBatch(batch: Batch): Promise<void> {
  await new Sending(batch).run();
}
