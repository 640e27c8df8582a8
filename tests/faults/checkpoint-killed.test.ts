import { spawn } from "node:child_process";
import { generateKeyPairSync, randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { parseCheckpoint } from "@/lib/ledger/checkpoint/checkpoint";
import { parseNote } from "@/lib/ledger/checkpoint/note";
import { openHolds } from "@/lib/ledger/hold";
import { sql, useDatabase } from "../support/database";
import { testEnvironment } from "../support/environment";

const held = useDatabase();
const dir = mkdtempSync(path.join(tmpdir(), "checkpoints-"));
const organisation = randomUUID();
const CHECKPOINT_KEY = generateKeyPairSync("ed25519")
  .privateKey.export({ format: "der", type: "pkcs8" })
  .toString("base64");
const kills = 8;

afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Appends, signs and publishes as fast as it can, until it is killed after so many checkpoints and a moment more. */
async function signUntilKilled(checkpoints: number, moreMs: number): Promise<void> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "tests/faults/workers/sign-on.ts", organisation],
    {
      env: {
        ...process.env,
        ...testEnvironment,
        DATABASE_URL: held.appUrl,
        CHECKPOINT_DIR: dir,
        CHECKPOINT_KEY,
      },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const ended = once(child, "exit");
  let said = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    const before = said;
    said += chunk.toString().split("\n").length - 1;
    if (before < checkpoints && said >= checkpoints) setTimeout(() => child.kill("SIGKILL"), moreMs);
  });
  await ended;
  expect(child.signalCode).toBe("SIGKILL");
}

/** The notes in the file; the last may have been cut off by the kill. */
function inFile(): readonly { readonly note: string; readonly size: bigint }[] {
  const blocks = readFileSync(path.join(dir, `${organisation}.txt`), "utf8").split("\n\n");
  return blocks.flatMap((text, at) => {
    const note = `${text}\n\n${blocks[at + 1] ?? ""}\n`;
    const checkpoint = parseCheckpoint(parseNote(note)?.text ?? "");
    return checkpoint === null ? [] : [{ note, size: checkpoint.size }];
  });
}

it(`killed ${kills} times between signing and publishing: what is published was stored, one for a size, in order, each once`, async () => {
  for (let kill = 1; kill <= kills; kill += 1) {
    await signUntilKilled(2, (kill * 7) % 40);
    const stored = await sql<{ size: string; note: string }>(
      held.ownerUrl,
      "SELECT size, note FROM ledger_checkpoint WHERE organisation_id = $1",
      [organisation],
    );
    const notes = new Map(stored.map(({ size, note }) => [size, note]));
    const published = inFile();
    expect(published.filter(({ size, note }) => notes.get(String(size)) !== note)).toEqual([]);
    expect(notes.size).toBe(stored.length);
  }
  const sizes = inFile().map(({ size }) => Number(size));
  expect(sizes.length).toBeGreaterThan(kills);
  expect(sizes).toEqual([...new Set(sizes)].toSorted((one, other) => one - other));
  expect(await openHolds(organisation)).toEqual([]);
});
