import { randomUUID } from "node:crypto";
import type pg from "pg";
import { describe, expect, it } from "vitest";
import { database, pool } from "@/lib/db/client";
import {
  atCommit,
  inTransaction,
  mayBeKept,
  partOf,
  soleStatement,
  statement,
  type Tx,
} from "@/lib/db/transaction";
import { sql, useDatabase } from "../support/database";
import { until } from "../support/until";

const held = useDatabase();

const beat = {
  name: "test_beat",
  text: "INSERT INTO worker_heartbeat (worker_id, started_at, beat_at) VALUES ($1, now(), now())",
};
const find = { name: "test_find", text: "SELECT worker_id FROM worker_heartbeat WHERE worker_id = $1" };

async function kept(workerId: string): Promise<boolean> {
  return (await database().workerHeartbeat.count({ where: { workerId } })) === 1;
}

describe("statements beside Prisma", () => {
  it("see what Prisma wrote in the transaction, and are undone with it", async () => {
    const [byPrisma, bySql] = [randomUUID(), randomUUID()];
    const failing = inTransaction(async (tx) => {
      const now = new Date();
      await tx.workerHeartbeat.create({ data: { workerId: byPrisma, startedAt: now, beatAt: now } });
      expect(await statement(tx, find, [byPrisma])).toEqual([{ worker_id: byPrisma }]);
      await statement(tx, beat, [bySql]);
      expect(await tx.workerHeartbeat.count({ where: { workerId: bySql } })).toBe(1);
      throw new Error("undo");
    });
    await expect(failing).rejects.toThrow("undo");
    expect([await kept(byPrisma), await kept(bySql)]).toEqual([false, false]);
  });

  it("are refused once the transaction is over, so that nothing runs on its own", async () => {
    const late: Tx[] = [];
    await inTransaction(async (tx) => void late.push(tx));
    for (const tx of late) await expect(statement(tx, find, [""])).rejects.toThrow("over");
    await expect(statement(database(), find, [""])).rejects.toThrow("not begun");
  });

  it("of transactions side by side keep to their own", async () => {
    const ids = Array.from({ length: 20 }, () => randomUUID());
    const odd = (place: number): boolean => place % 2 === 1;
    await Promise.allSettled(
      ids.map(async (id, place) =>
        inTransaction(async (tx) => {
          await statement(tx, beat, [id]);
          if (odd(place)) throw new Error("undo");
        }),
      ),
    );
    expect(await Promise.all(ids.map(kept))).toEqual(ids.map((_, place) => !odd(place)));
  });
});

describe("what is left for the commit", () => {
  it("is kept with the rest", async () => {
    const [now, last] = [randomUUID(), randomUUID()];
    await inTransaction(async (tx) => {
      atCommit(tx, beat, [last]);
      expect(await kept(last)).toBe(false);
      await statement(tx, beat, [now]);
    });
    expect([await kept(now), await kept(last)]).toEqual([true, true]);
  });

  it("comes before any later statement of the transaction", async () => {
    const id = randomUUID();
    const found = await inTransaction(async (tx) => {
      atCommit(tx, beat, [id]);
      return statement(tx, find, [id]);
    });
    expect(found).toEqual([{ worker_id: id }]);
  });

  it("undoes everything when it fails, and says why", async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    const failing = inTransaction(async (tx) => {
      await statement(tx, beat, [first]);
      atCommit(tx, beat, [second]);
      atCommit(tx, beat, [second]);
    });
    await expect(failing).rejects.toThrow("worker_heartbeat_pkey");
    expect([await kept(first), await kept(second)]).toEqual([false, false]);
  });

  it("is not sent when the work fails", async () => {
    const id = randomUUID();
    const failing = inTransaction(async (tx) => {
      atCommit(tx, beat, [id]);
      throw new Error("undo");
    });
    await expect(failing).rejects.toThrow("undo");
    expect(await kept(id)).toBe(false);
  });
});

describe("a statement that is all of its transaction", () => {
  it("is kept when it is answered, by PostgreSQL alone", async () => {
    const [id, later] = [randomUUID(), randomUUID()];
    const failing = inTransaction(async (tx) => {
      await soleStatement(tx, beat, [id]);
      expect(await kept(id)).toBe(true);
      await statement(tx, beat, [later]);
      throw new Error("undo");
    });
    await expect(failing).rejects.toThrow("undo");
    expect([await kept(id), await kept(later)]).toEqual([true, false]);
  });

  it("leaves nothing when it fails, and says why", async () => {
    const id = randomUUID();
    await inTransaction((tx) => soleStatement(tx, beat, [id]));
    const again = inTransaction((tx) => soleStatement(tx, beat, [id]));
    const fault: unknown = await again.catch((reason: unknown) => reason);
    expect(fault).toMatchObject({ constraint: "worker_heartbeat_pkey" });
    expect(mayBeKept(fault)).toBe(false);
  });

  it.each([
    ["asked", (tx: Tx, id: string) => statement(tx, beat, [id])],
    ["left for the commit", async (tx: Tx, id: string) => atCommit(tx, beat, [id])],
  ])("is refused after something was %s, which would be undone without it", async (_, before) => {
    const [first, second] = [randomUUID(), randomUUID()];
    const failing = inTransaction(async (tx) => {
      await before(tx, first);
      await soleStatement(tx, beat, [second]);
    });
    await expect(failing).rejects.toThrow("not the only one");
    expect([await kept(first), await kept(second)]).toEqual([false, false]);
  });
});

describe("the parts of one transaction", () => {
  it("are one transaction, and each knows whether it was used", async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    await inTransaction(async (tx) => {
      const parts = [partOf(tx), partOf(tx), partOf(tx)] as const;
      const now = new Date();
      await statement(parts[0].tx, beat, [one]);
      await parts[1].tx.workerHeartbeat.create({ data: { workerId: other, startedAt: now, beatAt: now } });
      expect(parts.map(({ wasUsed }) => wasUsed())).toEqual([true, true, false]);
      expect(await statement(parts[2].tx, find, [one])).toHaveLength(1);
    });
    expect([await kept(one), await kept(other)]).toEqual([true, true]);
  });

  it("send as one statement what can be merged", async () => {
    const ids = Array.from({ length: 3 }, () => randomUUID());
    const beats = {
      name: "test_beats",
      text: "INSERT INTO worker_heartbeat (worker_id, started_at, beat_at) SELECT unnest($1::uuid[]), now(), now()",
      merged: ([one]: readonly [readonly string[]], [two]: readonly [readonly string[]]) =>
        [[...one, ...two]] as const,
    };
    await inTransaction(async (tx) => {
      for (const id of ids) atCommit(partOf(tx).tx, beats, [[id]]);
      await Promise.resolve();
    });
    const rows = await sql<{ at: string }>(
      held.appUrl,
      "select distinct beat_at::text || cmin::text as at from worker_heartbeat where worker_id = any($1)",
      [ids],
    );
    expect(rows).toHaveLength(1);
    expect(await Promise.all(ids.map(kept))).toEqual([true, true, true]);
  });
});

describe("a commit that was not answered", () => {
  const waits = { name: "test_waits", text: "SELECT pg_advisory_xact_lock($1)" };

  /** Ends a transaction in this way while it waits in what was left for its commit. */
  async function cutOff(end: (connection: pg.PoolClient, pid: number) => unknown): Promise<unknown> {
    let connection: pg.PoolClient | undefined;
    const blocker = await pool().connect();
    await blocker.query("SELECT pg_advisory_lock(5)");
    pool().once("acquire", (client) => {
      connection = client;
    });
    const fault = inTransaction(async (tx) => {
      await statement(tx, find, [""]);
      atCommit(tx, waits, [5]);
    }).catch((caught: unknown) => caught);
    const pid = await until("it waits", async () => {
      const text = "select pid from pg_locks where locktype = 'advisory' and not granted";
      return (await sql<{ pid: number }>(held.superuserUrl, text))[0]?.pid;
    });
    if (connection === undefined) throw new Error("No connection was taken");
    await end(connection, pid);
    const caught = await fault;
    await blocker.query("SELECT pg_advisory_unlock(5)");
    blocker.release();
    return caught;
  }

  it("may have been kept when the connection was lost", async () => {
    const fault = await cutOff((connection) => connection.connection.stream.destroy());
    expect(fault).toBeInstanceOf(Error);
    expect(mayBeKept(fault)).toBe(true);
  });

  it("was not kept when the server ended a statement before it", async () => {
    const fault = await cutOff((_, pid) => sql(held.superuserUrl, `select pg_terminate_backend(${pid})`));
    expect(fault).toMatchObject({ code: "57P01" });
    expect(mayBeKept(fault)).toBe(false);
  });
});
