import { randomInt } from "node:crypto";
import { closeSync, openSync, readSync, statSync, writeSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { readConfig } from "@/lib/config/config";
import { disconnect } from "@/lib/db/client";
import { publishCheckpoints } from "@/lib/ledger/checkpoint/publish";
import { signTree } from "@/lib/ledger/checkpoint/sign";
import { holdWhereBehind } from "@/lib/ledger/recover/hold-where-behind";
import { openHolds } from "@/lib/ledger/hold";
import { checkAndHold } from "@/lib/ledger/check/check-and-hold";
import { verifyLedger } from "@/lib/ledger/verify";
import { alarmRound, ledgerRound } from "@/lib/worker/ledger-rounds";
import { makeSigner } from "../ledger/checkpoint/signer";
import { append, reading } from "../ledger/history";
import { sql } from "../support/database";
import "../support/environment";
import { makePanel, presetDocument } from "../support/panel";
import { withClient } from "../support/resident";
import { useDurableCluster } from "./durable-cluster";
import { killServer } from "./kill-server";

// A disk that gives back other bits than it was given. PostgreSQL's checksums say so before anybody is told that all is well.

const blockBytes = 8_192;
const durable = useDurableCluster();
const signer = { ...makeSigner(), appUrl: readConfig().appUrl };
let organisation: string;

beforeAll(async () => {
  const made = await withClient((client) => makePanel(client, presetDocument("customer-voices")));
  ({ organisationId: organisation } = made);
  await sql(durable.database.ownerUrl, "DELETE FROM ledger_check");
  await sql(durable.database.ownerUrl, "UPDATE role_grant SET role = 'dpo'");
  const panel = made.panelId;
  for (let written = 0; written < 1_000; written += 100)
    await append(
      organisation,
      Array.from({ length: 100 }, () => reading("trail", panel)),
    );
  Object.assign(readConfig(), { checkpointDir: signer.dir });
  await signTree(organisation, signer);
  await publishCheckpoints(organisation, signer.dir);
  await append(organisation, [reading("trail", panel)]);
  // Nothing of it is to be written or replayed any more.
  await asSuperuser("VACUUM (FREEZE) ledger_entry");
  await asSuperuser("CHECKPOINT");
});

const asSuperuser = (text: string) => sql(durable.database.superuserUrl, text);

/** Flips one bit, anywhere, in each block of a table or index on the disk. Returns how many blocks there are. */
async function flipInEachBlock(relation: string): Promise<number> {
  const [row] = await asSuperuser(`SELECT pg_relation_filepath('${relation}') AS file`);
  const file = path.join(durable.cluster.dataDir, String(row?.["file"]));
  const blocks = statSync(file).size / blockBytes;
  const handle = openSync(file, "r+");
  const byte = Buffer.alloc(1);
  for (let block = 0; block < blocks; block += 1) {
    const at = block * blockBytes + randomInt(blockBytes);
    readSync(handle, byte, 0, 1, at);
    byte.writeUInt8(byte.readUInt8() ^ (1 << randomInt(8)));
    writeSync(handle, byte, 0, 1, at);
  }
  closeSync(handle);
  return blocks;
}

const arrangedRelease = "UPDATE ledger_hold SET released_at = clock_timestamp(), told_at = clock_timestamp()";
const corrupted = { code: "XX001" };

it("a bit flipped in any block of the entries, and of their index, is found when the block is read", async () => {
  expect(await verifyLedger(organisation)).toMatchObject({ verdict: "intact" });
  await disconnect();
  const blocks = await flipInEachBlock("ledger_entry");
  await flipInEachBlock("ledger_entry_pkey");
  expect(blocks).toBeGreaterThan(50);
  await killServer(durable.cluster);
  for (let block = 0; block < blocks; block += 1) {
    const read = asSuperuser(
      `SELECT count(bytes) FROM ledger_entry WHERE ctid >= '(${block},0)' AND ctid < '(${block + 1},0)'`,
    );
    await expect(read, `block ${block}`).rejects.toMatchObject(corrupted);
  }
  const byIndex = `SELECT seq FROM ledger_entry WHERE organisation_id = '${organisation}' ORDER BY seq`;
  await expect(asSuperuser(`SET enable_seqscan = off; ${byIndex}`)).rejects.toMatchObject(corrupted);
  // No good result, and no wrong one: whoever asks for a check hears that it could not be made.
  await expect(verifyLedger(organisation)).rejects.toMatchObject(corrupted);
});

it("and whoever comes upon it holds sending for it, once: a start, the signing, the check of the night", async () => {
  expect(await holdWhereBehind()).toEqual([]);
  expect(await openHolds(organisation)).toMatchObject([{ reason: "altered" }]);
  await sql(durable.database.ownerUrl, arrangedRelease);
  expect(await openHolds(organisation)).toEqual([]);
  expect(await signTree(organisation, signer)).toBeNull();
  expect(await ledgerRound()).toBe(1);
  expect(await openHolds(organisation)).toMatchObject([
    { reason: "altered", detail: { integrity: "unreadable" } },
  ]);
  expect(await alarmRound()).toBe(1);
  expect(await ledgerRound()).toBe(0);
  // An officer who asks for a check has an answer, not a fault.
  expect(await checkAndHold(organisation)).toBeNull();
});
