import { expect, it } from "vitest";
import { database, pool } from "@/lib/db/client";
import { isOutOfRoom } from "@/lib/db/constraint-errors";
import { useDatabase } from "../support/database";
import "../support/environment";

useDatabase();

const raising = (code: string, words: string) =>
  `DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '${code}', MESSAGE = '${words}'; END $$`;
const ask = {
  "the driver": (text: string) => pool().query(text),
  Prisma: (text: string) => database().$executeRawUnsafe(text),
} as const;

it.each<[code: string, words: string, outOfRoom: boolean]>([
  ["53100", 'could not extend file "base/1/2": No space left on device', true],
  ["53200", "out of memory", true],
  ["53300", "sorry, too many clients already", true],
  ["XX000", 'could not extend file "base/1/2": Disk quota exceeded', true],
  ["XX000", "cache lookup failed", false],
  ["XX001", "invalid page in block 1", false],
  ["23505", "duplicate key value", false],
])("%s, %s: a lack of room is told from other faults, whoever asked", async (code, words, outOfRoom) => {
  for (const [who, by] of Object.entries(ask)) {
    const fault: unknown = await by(raising(code, words)).catch((thrown: unknown) => thrown);
    expect(isOutOfRoom(fault), who).toBe(outOfRoom);
  }
});

it("what is no fault of the database is none", () => {
  expect(isOutOfRoom(new Error("could not extend file"))).toBe(false);
});
