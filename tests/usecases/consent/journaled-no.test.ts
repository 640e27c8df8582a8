import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "@/lib/config/config";
import { makeUpJournals } from "@/lib/ledger/journal/make-up";
import { readJournals } from "@/lib/ledger/journal/read-journal";
import { findMissing } from "@/lib/ledger/recover/missing";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { eraseMember } from "@/lib/usecases/membership/erase-member";
import { runUseCase } from "@/lib/usecases/run";
import { useDatabase } from "@/tests/support/database";
import { staffAs } from "@/tests/support/dpo";
import { as, makeResidents, permitted, type Residents } from "@/tests/support/resident";

// G8: whatever is acknowledged is outside the database already, so an older copy of it brings nobody and nothing back.

useDatabase();
const root = mkdtempSync(path.join(tmpdir(), "journaled-no-"));
let [made, dir]: [number, string] = [0, ""];
let residents: Residents;

beforeEach(async () => {
  made += 1;
  dir = path.join(root, String(made));
  Object.assign(readConfig(), { journalDir: dir });
  residents = await makeResidents("customer-voices", ["research"], [`one.${made}`, `two.${made}`]);
});
afterAll(() => rmSync(root, { recursive: true }));

const say = async (answer: "yes" | "no") => {
  const { panel, members } = residents;
  const answers = [
    { purposeKey: "research", channel: "email" as const, answer, wording: `I say ${answer}.` },
  ];
  return runUseCase(changeChoices, as(residents, members[0]), { panel, answers });
};

const erase = async (place: 0 | 1) => {
  const { panel, members } = residents;
  const input = { panel, memberId: members[place].id, reasonCode: "objected" as const };
  return runUseCase(eraseMember, staffAs(residents, "dpo"), input);
};

/** The persons of whom the journals hold something, by their random reference. */
async function journaled(kind: "stops" | "erasures"): Promise<readonly unknown[]> {
  const subjects = [];
  for await (const read of readJournals(dir, kind))
    subjects.push("line" in read ? (read.line as { subject?: unknown }).subject : "broken");
  return subjects;
}

describe("what must never be lost", () => {
  it("is in the journal when it is acknowledged: a no and an erasure, and no yes", async () => {
    const [one, two] = residents.members;
    expect(await say("yes")).toMatchObject({ ok: true });
    expect(await journaled("stops")).toEqual([]);
    expect(await say("no")).toMatchObject({ ok: true });
    expect(await journaled("stops")).toEqual([one.subjectRef]);
    expect(await erase(1)).toMatchObject({ ok: true });
    expect(await journaled("erasures")).toEqual([two.subjectRef]);
  });

  it("is not acknowledged while the journal cannot be written, counts all the same, and is there with the next", async () => {
    const [one, two] = residents.members;
    writeFileSync(dir, "a file where the folder should be");
    await expect(say("no")).rejects.toThrow();
    await expect(erase(1)).rejects.toThrow();
    expect(await permitted(residents, one, "research", "email")).toBe(false);
    rmSync(dir);
    mkdirSync(dir);
    expect(await say("yes")).toMatchObject({ ok: true });
    expect(await say("no")).toMatchObject({ ok: true });
    expect(await journaled("stops")).toEqual([one.subjectRef, one.subjectRef]);
    expect(await erase(0)).toMatchObject({ ok: true });
    expect(await journaled("erasures")).toEqual([two.subjectRef, one.subjectRef]);
  });

  it("is written by the next process that starts, once, where one died before it could", async () => {
    const [one, two] = residents.members;
    const began = new Date();
    writeFileSync(dir, "a file where the folder should be");
    await expect(say("no")).rejects.toThrow();
    await expect(erase(1)).rejects.toThrow();
    // Another folder has another journal: what this one still owes is forgotten with the process.
    dir = path.join(root, `${made} started again`);
    Object.assign(readConfig(), { journalDir: dir });
    expect(await say("no"), "it is so already: acknowledged").toMatchObject({ ok: true });
    expect(await journaled("stops")).toEqual([]);
    expect(await makeUpJournals(began)).toBe(2);
    expect([await journaled("stops"), await journaled("erasures")]).toEqual([
      [one.subjectRef],
      [two.subjectRef],
    ]);
    expect(await makeUpJournals(began)).toBe(0);
    const { noes: missing, erasures } = await findMissing(residents.panel.organisationId, null);
    expect([missing, erasures], "and can be read again").toEqual([[], []]);
  });
});
