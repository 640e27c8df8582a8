import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "@/lib/config/config";
import { writeJournal } from "@/lib/ledger/journal/journal-file";
import { readJournals } from "@/lib/ledger/journal/read-journal";

const root = mkdtempSync(path.join(tmpdir(), "journal-test-"));
let dir: string;
let made = 0;

async function everything() {
  const lines = [];
  for await (const line of readJournals(dir, "stops")) lines.push(line);
  return lines;
}

const fileOf = () => path.join(dir, readdirSync(dir)[0] ?? "");

beforeEach(() => {
  made += 1;
  dir = path.join(root, String(made));
  // The same object that the product reads: what it says of the folder is all that is changed.
  Object.assign(readConfig(), { journalDir: dir });
});
afterAll(() => rmSync(root, { recursive: true }));

describe("a journal", () => {
  it("holds what was written once the writer is told so, in order", async () => {
    await writeJournal("stops", [{ n: 1 }, { n: 2 }]);
    expect(readFileSync(fileOf(), "utf8").split("\n")).toHaveLength(3);
    await Promise.all([3, 4, 5].map(async (n) => writeJournal("stops", [{ n }])));
    expect(await everything()).toEqual([1, 2, 3, 4, 5].map((n) => ({ line: { n } })));
  });

  it("says which line was cut off or changed, and reads the others", async () => {
    await writeJournal("stops", [{ n: 1 }, { n: 2 }]);
    const file = fileOf();
    writeFileSync(file, readFileSync(file, "utf8").replace('"n":1', '"n":7'));
    appendFileSync(file, '{"n":3,"sha2');
    const name = path.basename(file);
    expect(await everything()).toEqual([{ broken: name }, { line: { n: 2 } }, { broken: name }]);
  });

  it("that cannot be written fails whoever waits for it, and makes up for it with the next line", async () => {
    writeFileSync(dir, "a file where the folder should be");
    await expect(writeJournal("stops", [{ n: 1 }])).rejects.toThrow();
    rmSync(dir);
    await writeJournal("stops", [{ n: 2 }]);
    expect(await everything()).toEqual([{ line: { n: 1 } }, { line: { n: 2 } }]);
  });

  it("of which the disk takes only a part fails whoever waits for it, and so does the published file", () => {
    const script = path.join(import.meta.dirname, "../faults/workers/write-journal.ts");
    const call = `ulimit -f 1; exec "${process.execPath}" --import tsx "${script}" "${dir}"`;
    const env = { ...process.env, JOURNAL_DIR: dir, TSX_DISABLE_CACHE: "1" };
    expect(execFileSync("bash", ["-c", call], { env, encoding: "utf8" })).toBe("EFBIG EFBIG");
  });

  it("of a day before the one that is asked from is not opened", async () => {
    await writeJournal("stops", [{ n: 1 }]);
    writeFileSync(path.join(dir, "stops-old-2999-05-19.ndjson"), "nothing that can be read\n");
    const from = async (since: Date) => {
      const lines = [];
      for await (const line of readJournals(dir, "stops", since)) lines.push(line);
      return lines.length;
    };
    expect(await everything()).toHaveLength(2);
    // Half past midnight in London is the day before in UTC.
    expect(await from(new Date("2999-05-18T23:30:00Z"))).toBe(1);
    expect(await from(new Date("2999-05-19T23:30:00Z"))).toBe(0);
  });

  it("of another kind, or none at all, is not read", async () => {
    await writeJournal("erasures", [{ n: 1 }]);
    expect(await everything()).toEqual([]);
    dir = path.join(root, "nowhere");
    expect(await everything()).toEqual([]);
  });
});
