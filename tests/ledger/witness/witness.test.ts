import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { cosignNewest } from "@/lib/ledger/checkpoint/cosigning";
import { parseVerifierKey, verifierKey, verifyNote } from "@/lib/ledger/checkpoint/note";
import { publishCheckpoints } from "@/lib/ledger/checkpoint/publish";
import { signTree } from "@/lib/ledger/checkpoint/sign";
import { openHolds } from "@/lib/ledger/hold";
import { getLatestCheckpoint, getVerifierKeys } from "@/lib/queries/ledger/get-checkpoints";
import { Memory } from "@/lib/witness/memory";
import { Witness } from "@/lib/witness/witness";
import { sql, useDatabase } from "../../support/database";
import { entries, makeSigner, published } from "../checkpoint/signer";
import { append } from "../history";

const held = useDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "witness-"));
const state = path.join(folder, "state.json");
const { privateKey } = generateKeyPairSync("ed25519");
const signer = { name: "auditor.example/w1", privateKey };
const key = keyOf(verifierKey(signer.name, privateKey, 0x04));
const logs: string[] = [];
const stops: (() => Promise<unknown>)[] = [];

function keyOf(text: string) {
  const parsed = parseVerifierKey(text);
  if (parsed === null) throw new Error("Not a verifier key");
  return parsed;
}

/** A witness as after a start: it knows what its file says. */
async function start() {
  const known = async () => Promise.resolve(logs.map(keyOf));
  const server = new Witness(signer, known, await Memory.open(state), now).listen(0, "127.0.0.1");
  await once(server, "listening");
  stops.push(async () => once(server.close(), "close"));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, key };
}

/** A published ledger whose key the witness was given. */
async function watched(count: number) {
  const scene = await published(count);
  logs.push(...(await getVerifierKeys(scene.organisation)));
  return scene;
}

beforeAll(async () => {
  for (const table of ["ledger_entry", "ledger_head", "ledger_checkpoint", "ledger_tile"])
    await sql(held.superuserUrl, `ALTER TABLE ${table} DISABLE TRIGGER ALL`);
  for (const table of ["checkpoint_publication", "checkpoint_cosignature"])
    await sql(held.superuserUrl, `ALTER TABLE ${table} DISABLE TRIGGER ALL`);
});

afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
});

/** Everything that is ours is rewritten: entries, head, tiles, checkpoints, their files, with the log's own key. */
async function rewriteHistory(organisation: string, log: ReturnType<typeof makeSigner>, count: number) {
  for (const table of [
    "checkpoint_publication",
    "checkpoint_cosignature",
    "ledger_checkpoint",
    "ledger_tile",
    "ledger_entry",
    "ledger_head",
  ])
    await sql(held.superuserUrl, `DELETE FROM ${table} WHERE organisation_id = $1`, [organisation]);
  const elsewhere = { ...log, dir: makeSigner().dir };
  await append(organisation, entries(count));
  await signTree(organisation, elsewhere);
  await publishCheckpoints(organisation, elsewhere.dir);
}

describe("an honest log", () => {
  it("is countersigned as it grows, and the signature is stored, shown and published", async () => {
    const witness = await start();
    const { organisation, signer: log } = await watched(300);
    expect(await cosignNewest(organisation, witness)).toBe(true);
    expect(await cosignNewest(organisation, witness)).toBe(false);
    await append(organisation, entries(250));
    await signTree(organisation, log);
    expect(await cosignNewest(organisation, witness)).toBe(true);
    const latest = await getLatestCheckpoint(organisation);
    expect(latest?.witnessed).toBe(true);
    expect(verifyNote(latest?.note ?? "", [key])?.good).toHaveLength(1);
    await publishCheckpoints(organisation, log.dir);
    const file = readFileSync(path.join(log.dir, `${organisation}.txt`), "utf8");
    expect(file.endsWith(`${latest?.note}\n`)).toBe(true);
    expect(await openHolds(organisation)).toEqual([]);
  });

  it("is found again by its size when we have forgotten what the witness knows", async () => {
    const witness = await start();
    const { organisation, signer: log } = await watched(3);
    await cosignNewest(organisation, witness);
    await sql(held.superuserUrl, "DELETE FROM checkpoint_cosignature WHERE organisation_id = $1", [
      organisation,
    ]);
    await append(organisation, entries(2));
    await signTree(organisation, log);
    expect(await cosignNewest(organisation, witness)).toBe(true);
  });

  it("goes on while the witness is away", async () => {
    const { organisation } = await watched(3);
    await expect(cosignNewest(organisation, { url: "http://127.0.0.1:1", key })).rejects.toThrow();
    expect(await openHolds(organisation)).toEqual([]);
  });
});

describe("a history rewritten by who owns the database and has stolen the log's key", () => {
  it.each([
    ["longer than before", 9, "inconsistent"],
    ["as long as before", 5, "inconsistent"],
    ["shorter than before", 3, "behind"],
  ])(
    "%s: the witness refuses it and sending is held, also after the witness started anew",
    async (_, count, reason) => {
      const { organisation, signer: log } = await watched(5);
      expect(await cosignNewest(organisation, await start())).toBe(true);
      await rewriteHistory(organisation, log, count);
      expect(await cosignNewest(organisation, await start())).toBe(false);
      expect((await getLatestCheckpoint(organisation))?.witnessed).toBe(false);
      expect(await openHolds(organisation)).toMatchObject([{ reason, detail: { by: "witness" } }]);
    },
  );
});

describe("a witness's memory", () => {
  it("is on the disk before its signature leaves", async () => {
    const { organisation } = await watched(4);
    await cosignNewest(organisation, await start());
    const origin = `panel.example.org/ledger/${organisation}/1`;
    expect(JSON.parse(readFileSync(state, "utf8"))).toMatchObject({ [origin]: { size: "4" } });
  });

  it("that cannot be read is not taken for an empty one", async () => {
    const broken = path.join(folder, "broken.json");
    writeFileSync(broken, '{"a":');
    await expect(Memory.open(broken)).rejects.toThrow();
  });
});
