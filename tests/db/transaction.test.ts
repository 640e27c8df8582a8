import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { atCommit, inTransaction, statement, type Tx } from "@/lib/db/transaction";
import { useDatabase } from "../support/database";

useDatabase();

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
