import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { readConfig } from "@/lib/config/config";
import { database } from "@/lib/db/client";
import { checkpointText, originOf } from "@/lib/ledger/checkpoint/checkpoint";
import { signNote } from "@/lib/ledger/checkpoint/note";
import { publishCheckpoints } from "@/lib/ledger/checkpoint/publish";
import { signTree } from "@/lib/ledger/checkpoint/sign";
import { chainHash, emptyChain, frontierRoot, grownFrontier, leafHash } from "@/lib/ledger/hashing";
import { openHolds } from "@/lib/ledger/hold";
import { verifyLedger } from "@/lib/ledger/verify";
import { compareCheckpoints } from "@/lib/queries/ledger/compare-checkpoints";
import { getLatestCheckpoint } from "@/lib/queries/ledger/get-checkpoints";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { runUseCase } from "@/lib/usecases/run";
import { makeSigner } from "../ledger/checkpoint/signer";
import { sql, useDatabase } from "../support/database";
import { staffAs } from "../support/dpo";
import "../support/environment";
import { startMailSink, type MailSink } from "../support/mail-sink/mail-sink";
import { as, makeResidents, type Residents } from "../support/resident";
import { until } from "../support/until";
import { copyTo, restoreFrom } from "./older-copy";
import { startWorkerProcess, type WorkerProcess } from "./worker-process";

// Somebody who owns the whole database, and at last has the signing key too, changes the past and leaves everything in it
// consistent. Who says so: the checkpoint that the officer kept, the start of the product, and the check of the night.

const held = useDatabase();
const checkpointDir = mkdtempSync(path.join(tmpdir(), "tampered-database-"));
const signer = { ...makeSigner(), dir: checkpointDir, appUrl: readConfig().appUrl };
const stolenKey = signer.privateKey;
let sink: MailSink;
let worker: WorkerProcess | undefined;

beforeAll(async () => {
  Object.assign(readConfig(), { checkpointDir });
  sink = await startMailSink();
});
afterEach(async () => worker?.kill());
afterAll(async () => {
  await sink.stop();
  rmSync(checkpointDir, { recursive: true, force: true });
});

type Scene = Awaited<ReturnType<typeof scene>>;

async function say(residents: Residents, place: 0 | 1, answer: "yes" | "no") {
  const { panel, members } = residents;
  const wording = `I say ${answer}.`;
  const answers = [{ purposeKey: "research", channel: "email" as const, answer, wording }];
  return runUseCase(changeChoices, as(residents, members[place]), { panel, answers });
}

/** A panel with an officer and some decisions; what is signed and published of it, and where its officer keeps that. */
async function scene(name: string) {
  const residents = await makeResidents("customer-voices", [], [`${name}.one`, `${name}.two`]);
  const { panel, made } = residents;
  const { organisationId } = panel;
  await sql(held.ownerUrl, "UPDATE role_grant SET role = 'dpo' WHERE panel_id = $1", [panel.id]);
  // Last night's check is due: the organisation was there.
  await sql(held.ownerUrl, "DELETE FROM ledger_check WHERE organisation_id = $1", [organisationId]);
  const { email: officer } = await database().staff.findUniqueOrThrow({ where: { id: made.staffId } });
  const sign = async () => {
    await signTree(organisationId, signer);
    await publishCheckpoints(organisationId, checkpointDir);
    return (await getLatestCheckpoint(organisationId))?.note ?? "";
  };
  for (const [place, answer] of [
    [0, "no"],
    [1, "no"],
    [0, "yes"],
  ] as const)
    await say(residents, place, answer);
  await sign();
  return { residents, organisationId, officer, sign };
}

const compare = async ({ residents }: Scene, note: string) =>
  compareCheckpoints({ actor: staffAs(residents, "dpo"), panel: residents.panel }, note);

const fenced = [
  "ledger_entry",
  "ledger_head",
  "ledger_checkpoint",
  "checkpoint_publication",
  "consent_record",
];

/** As a superuser who takes every fence down. */
async function tamper(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: held.superuserUrl });
  await client.connect();
  try {
    for (const table of fenced) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
    await work(client);
  } finally {
    await client.end();
  }
}

type Row = { readonly seq: string; readonly bytes: Buffer };

/** Hashes what there is of a ledger again, so that entries, chain, tree and head agree. */
async function hashAgain(client: pg.Client, organisationId: string): Promise<Uint8Array[]> {
  const { rows } = await client.query<Row>(
    "SELECT seq, bytes FROM ledger_entry WHERE organisation_id = $1 ORDER BY seq",
    [organisationId],
  );
  let [chain, frontier]: [Uint8Array, Uint8Array[]] = [emptyChain, []];
  for (const [place, { seq, bytes }] of rows.entries()) {
    const leaf = leafHash(bytes);
    chain = chainHash(chain, leaf);
    frontier = [...grownFrontier(frontier, BigInt(place), leaf)];
    await client.query(
      "UPDATE ledger_entry SET leaf_hash = $3, chain_hash = $4 WHERE organisation_id = $1 AND seq = $2",
      [organisationId, seq, leaf, chain],
    );
  }
  await client.query(
    `UPDATE ledger_head SET seq = $2, chain_hash = $3, frontier = $4, recorded_at = (SELECT recorded_at FROM ledger_entry
       WHERE organisation_id = $1 AND seq = $2) WHERE organisation_id = $1`,
    [organisationId, rows.length, chain, frontier],
  );
  return frontier;
}

/** Starts the real worker, and waits for what it does about the night that is due: the hold, and the officer's mail. */
async function night({ residents, organisationId, officer }: Scene): Promise<void> {
  const CHECKPOINT_KEY = stolenKey.export({ format: "der", type: "pkcs8" }).toString("base64");
  const environment = { CHECKPOINT_KEY, CHECKPOINT_DIR: checkpointDir, APP_URL: signer.appUrl };
  const waiting = { organisationId, state: "queued" as const, memberId: { not: null } };
  const mails = await database().delivery.count({ where: waiting });
  expect(mails, "mails to members wait").toBeGreaterThan(0);
  worker = await startWorkerProcess(held.appUrl, sink.url, "product", environment);
  await until("the officer's mail is handed over", () =>
    sink.lines().some(({ what, recipient }) => what === "taken" && recipient === officer),
  );
  // The officer may have been written to for what the start found, before the night's check has ended.
  const check = await until("the night's check is made", async () => {
    const [made] = await database().ledgerCheck.findMany({ where: { organisationId } });
    return made?.finishedAt != null && made;
  });
  expect(check).toMatchObject({ good: false });
  const to = residents.members.map(({ email }) => email);
  expect(sink.lines().filter(({ recipient }) => to.includes(recipient))).toEqual([]);
  expect(await database().delivery.count({ where: waiting })).toBe(mails);
}

const reasons = async ({ organisationId }: Scene) =>
  (await openHolds(organisationId)).map(({ reason }) => reason).toSorted();

it("the last entries cut off: ahead of us for who kept a checkpoint, behind at the start and at night", async () => {
  const made = await scene("cut");
  const { organisationId, residents } = made;
  await say(residents, 0, "no");
  const note = await made.sign();
  expect(await compare(made, note)).toMatchObject({ outcome: "fits" });
  await tamper(async (client) => {
    const values = [organisationId];
    await client.query(
      "DELETE FROM ledger_entry WHERE organisation_id = $1 AND seq = (SELECT seq FROM ledger_head WHERE organisation_id = $1)",
      values,
    );
    await hashAgain(client, organisationId);
    for (const table of ["ledger_checkpoint", "checkpoint_publication"])
      await client.query(
        `DELETE FROM ${table} WHERE organisation_id = $1 AND size > (SELECT seq FROM ledger_head WHERE organisation_id = $1)`,
        values,
      );
    await client.query(
      "DELETE FROM consent_record WHERE organisation_id = $1 AND recorded_at = (SELECT max(recorded_at) FROM consent_record WHERE organisation_id = $1)",
      values,
    );
  });
  expect(await verifyLedger(organisationId)).toMatchObject({ verdict: "intact" });
  expect(await compare(made, note)).toMatchObject({ outcome: "ahead" });
  await night(made);
  expect(worker?.output()).toContain("Ledgers are behind what was published of them");
  expect(await reasons(made)).toEqual(["behind"]);
  expect(await say(residents, 1, "yes")).toEqual({ ok: false, error: { code: "system.readOnly" } });
});

it("an entry written anew and everything hashed and signed again with the stolen key: it differs from what was kept", async () => {
  const made = await scene("forged");
  const { organisationId } = made;
  const note = await made.sign();
  await tamper(async (client) => {
    await client.query(
      `UPDATE ledger_entry e SET bytes = n.bytes, leaf_hash = sha256('\\x00'::bytea || n.bytes)
       FROM (SELECT convert_to(replace(convert_from(bytes, 'UTF8'), '"requestId":"', '"requestId":"f'), 'UTF8') AS bytes
         FROM ledger_entry WHERE organisation_id = $1 AND seq = 2) n
       WHERE organisation_id = $1 AND seq = 2`,
      [organisationId],
    );
    const frontier = await hashAgain(client, organisationId);
    const { rows } = await client.query<{ size: string }>(
      "DELETE FROM ledger_checkpoint WHERE organisation_id = $1 RETURNING size::text",
      [organisationId],
    );
    const size = rows.map((row) => BigInt(row.size)).reduce((one, other) => (one > other ? one : other));
    const [origin, root] = [originOf(signer.appUrl, organisationId, 1), frontierRoot(frontier)];
    const forged = signNote(checkpointText({ origin, size, root }), { name: origin, privateKey: stolenKey });
    await client.query(
      `INSERT INTO ledger_checkpoint (organisation_id, epoch, size, root, note, signed_at)
       VALUES ($1, 1, $2, $3, $4, now())`,
      [organisationId, String(size), root, forged],
    );
  });
  expect(await verifyLedger(organisationId)).toMatchObject({ verdict: "intact" });
  const forged = (await getLatestCheckpoint(organisationId))?.note ?? "";
  expect(await compare(made, forged), "its own checkpoint fits, which proves nothing").toMatchObject({
    outcome: "fits",
  });
  expect(await compare(made, note)).toMatchObject({ outcome: "differs" });
  await night(made);
  // Found at the start, before anything was sent: what the night's check finds says other things.
  expect(await openHolds(organisationId)).toMatchObject([
    { reason: "inconsistent", detail: { publishedSize: expect.any(String) as string } },
  ]);
});

it("an older copy of the whole database: as a ledger that was cut off", async () => {
  const made = await scene("older");
  const { residents, organisationId } = made;
  await copyTo(held.name, `${held.name}_copy`);
  await say(residents, 0, "no");
  const note = await made.sign();
  await restoreFrom(held.name, `${held.name}_copy`);
  expect(await compare(made, note)).toMatchObject({ outcome: "ahead" });
  await night(made);
  expect(await reasons(made)).toEqual(["behind"]);
  expect(await verifyLedger(organisationId)).toMatchObject({ verdict: "intact" });
});
