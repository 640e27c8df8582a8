import type pg from "pg";
import { now } from "@/lib/clock";
import type { HandOverLock } from "../hand-over-lock";
import type { MailConnection } from "../smtp/connection";
import { ServerFault, type MailConnections } from "../smtp/connections";
import { giveBack, type Claim, type Claimed } from "./claim";
import { commitHandOver } from "./commit";
import { coverReceipts } from "./cover-receipts";
import { HeldLocks } from "./held-locks";
import { Session } from "./lock-session";
import { prepare } from "./prepare";
import type { Prepared } from "./prepared";
import { sendBatch } from "./send-batch";
import { noteConsequences, settleSurely, type Settled } from "./settle";
import type { Sender } from "./write-message";

export type LaneParts = {
  readonly workerId: string;
  readonly db: pg.Pool;
  readonly databaseUrl: string;
  readonly connections: MailConnections;
  readonly lock: HandOverLock;
  readonly claim: Claim;
  readonly sender: Sender;
};

const largestBatch = 100;
/** A batch should take about this long, so that few messages miss its window when the server is slow. */
const aimMs = 700;
const consequencesAtOnce = 500;

/** Nothing begins this long after the facts were read: whoever waits behind the locks waits for one message. */
const startWindowMs = 1_500;

/**
 * One lane of hand-overs: claim, lock, ask the gate again, commit `handingOver`, send, record, unlock; batch after batch.
 * Its locks live in a session of its own, its connections are its own: losing the one ends the others.
 */
export class Lane {
  private session: Session | undefined;
  private perMs = 0.02;
  private noted: Settled[] = [];

  constructor(private readonly parts: LaneParts) {}

  /**
   * Hands over one batch. Returns how many deliveries it claimed; 0 when nothing waits. Nothing is in flight when it
   * comes back or throws.
   * @throws ServerFault when the mail server takes no mail
   */
  async handOver(): Promise<number> {
    const { db, workerId, claim, connections } = this.parts;
    if (!(await claim.waits(db))) {
      await this.noteSettled(0);
      return 0;
    }
    const ready = await connections.ready();
    const limit = Math.round(Math.min(largestBatch, Math.max(ready.length, this.perMs * aimMs)));
    try {
      const session = await this.ownSession();
      const claimed = await claim.take(db, workerId, limit);
      await coverReceipts(claimed);
      if (claimed.length > 0) await this.carry(session, claimed, ready);
      return claimed.length;
    } catch (fault) {
      // Whatever locks were left behind end with the session.
      await this.dropSession();
      throw fault;
    }
  }

  /** Ends the session and the connections. */
  async close(): Promise<void> {
    await this.noteSettled(0);
    this.parts.connections.closeAll();
    await this.dropSession();
  }

  private async ownSession(): Promise<Session> {
    if (this.session?.held === true) return this.session;
    // Without the session there are no locks: what is in flight is cut off at once.
    this.session = await Session.open(this.parts.databaseUrl, () => this.parts.connections.closeAll());
    return this.session;
  }

  private async dropSession(): Promise<void> {
    const session = this.session;
    this.session = undefined;
    await session?.close();
  }

  private async carry(session: Session, claimed: readonly Claimed[], ready: readonly MailConnection[]) {
    const { db, workerId, lock } = this.parts;
    const began = performance.now();
    const { locks, mine, busy } = await HeldLocks.take(lock, session, claimed);
    if (busy.length > 0) await giveBack(db, workerId, busy);
    const still = () => session.held && performance.now() - began < startWindowMs;
    const settled = await this.send(locks, mine, ready, still);
    this.noted.push(...settled);
    await this.noteSettled(consequencesAtOnce);
    this.learn(settled, performance.now() - began);
  }

  private async send(
    locks: HeldLocks,
    mine: readonly Claimed[],
    connections: readonly MailConnection[],
    still: () => boolean,
  ): Promise<readonly Settled[]> {
    const { db, workerId, sender } = this.parts;
    const prepared = await prepare(db, mine, sender, now());
    const stopped = prepared.filter(({ message }) => message.kind !== "parcel");
    if (stopped.length > 0) await this.commit(stopped);
    await locks.release(stopped.map(({ delivery }) => delivery));
    const byId = new Map(prepared.map((each) => [each.delivery.id, each]));
    const all: Settled[] = [];
    await sendBatch({
      outgoing: prepared.flatMap(({ delivery, message }) =>
        message.kind === "parcel" ? [{ delivery, parcel: message.parcel }] : [],
      ),
      connections,
      still,
      handOver: async (few) => {
        const committed = await this.commit(few.flatMap(({ delivery }) => byId.get(delivery.id) ?? []));
        await locks.release(few.flatMap(({ delivery }) => (committed.has(delivery.id) ? [] : [delivery])));
        return few.filter(({ delivery }) => committed.has(delivery.id));
      },
      record: async (settled) => {
        await settleSurely(db, workerId, settled);
        await locks.release(settled.map(({ delivery }) => delivery));
        all.push(...settled);
      },
      giveBack: async (rest) => {
        const deliveries = rest.map(({ delivery }) => delivery);
        await giveBack(db, workerId, deliveries);
        await locks.release(deliveries);
      },
    });
    return all;
  }

  /** Returns those that may be sent. What may not (its mailing was paused, say) waits again without losing a try. */
  private async commit(few: readonly Prepared[]): Promise<ReadonlySet<string>> {
    const { db, workerId, sender } = this.parts;
    const committed = await commitHandOver(db, workerId, sender.host, few);
    const held = few.flatMap(({ delivery }) => (committed.has(delivery.id) ? [] : [delivery]));
    if (held.length > 0) await giveBack(db, workerId, held);
    return committed;
  }

  /** What follows for the people waits until it is worth a statement, or until the lane has nothing else to do. */
  private async noteSettled(atLeast: number): Promise<void> {
    if (this.noted.length === 0 || this.noted.length < atLeast) return;
    const settled = this.noted;
    this.noted = [];
    await noteConsequences(this.parts.db, settled);
  }

  /** Learns how fast the server is, and whether it takes mail at all. */
  private learn(settled: readonly Settled[], ms: number): void {
    const sent = settled.filter(({ outcome }) => outcome.kind === "sent").length;
    if (sent > 0) this.perMs = 0.7 * this.perMs + 0.3 * (sent / ms);
    else if (settled.length > 0) this.perMs /= 2;
    for (const { outcome } of sent > 0 ? [] : settled) {
      if (outcome.kind === "notSent" && outcome.serverFault) throw new ServerFault(outcome.code);
    }
  }
}
