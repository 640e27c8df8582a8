import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inTransaction, statement } from "@/lib/db/transaction";
import { appendEntry } from "@/lib/ledger/append";
import { signTree } from "@/lib/ledger/checkpoint/sign";
import { folderSink } from "@/lib/ledger/export/sink";
import { exportSelection, exportWhole } from "@/lib/ledger/export/write-export";
import { getVerifierKeys } from "@/lib/queries/ledger/get-checkpoints";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { recordDecisions } from "@/lib/usecases/consent/record-decisions";
import { sql, useDatabase } from "../../support/database";
import type { TestMember } from "../../support/panel";
import { makeResidents } from "../../support/resident";
import { makeSigner } from "../checkpoint/signer";
import { acting } from "../history";
import { Desk, judged, judgedByPython } from "./verifiers";

const held = useDatabase();
const desk = new Desk();
const signer = makeSigner();
let panel: PanelView;
let members: readonly TestMember[];

async function decide(member: TestMember, decision: "given" | "withdrawn"): Promise<void> {
  const { organisationId, id: panelId } = panel;
  const actor = { kind: "member", organisationId, panelId, memberId: member.id } as const;
  const choices = [
    { purposeKey: "promotion", channel: "email" as const, decision, wording: "We may write." },
  ];
  await inTransaction((tx) =>
    recordDecisions(
      { tx, actor, at: new Date(), requestId: randomUUID() },
      { panel, member, choices, method: "web", noticeShownId: null },
    ).then(() => undefined),
  );
}

/** Begins the next epoch, as a retention end does. */
async function openEpoch(): Promise<void> {
  await inTransaction(async (tx) => {
    const seal = { name: "seal", text: "SELECT seal_epoch($1, 'retention') AS epoch" };
    await statement(tx, seal, [panel.organisationId]);
    const [sealed] = await statement<{ epoch: number; last: string; root: string }>(
      tx,
      {
        name: "sealed",
        text: `SELECT epoch, last_seq::text AS last, encode(final_root, 'hex') AS root FROM ledger_epoch
          WHERE organisation_id = $1 AND last_seq IS NOT NULL ORDER BY epoch DESC LIMIT 1`,
      },
      [panel.organisationId],
    );
    if (sealed === undefined) throw new Error("Nothing was sealed");
    await appendEntry(acting(tx), panel.organisationId, {
      ...{ eventType: "epoch.opened", panelId: null, subjectRef: null, effectiveAt: new Date() },
      data: {
        ...{ previousEpoch: String(sealed.epoch), previousLastSeq: sealed.last },
        ...{ previousRoot: sealed.root, reason: "retention" },
      },
    });
  });
}

beforeAll(async () => {
  ({ panel, members } = await makeResidents("connect", [], ["one", "two", "three"]));
  for (const member of members) await decide(member, "given");
  await signTree(panel.organisationId, signer);
  await openEpoch();
  for (const member of members.slice(1)) await decide(member, "withdrawn");
  await signTree(panel.organisationId, signer);
}, 60_000);
afterAll(() => {
  desk.remove();
  rmSync(signer.dir, { recursive: true, force: true });
});

async function newestHeld(name: string) {
  const [row] = await sql<{ note: string }>(
    held.appUrl,
    "SELECT note FROM ledger_checkpoint WHERE organisation_id = $1 ORDER BY epoch DESC, size DESC LIMIT 1",
    [panel.organisationId],
  );
  const keys = [...(await getVerifierKeys(panel.organisationId))];
  return desk.hold({ checkpoints: [row?.note ?? ""], keys }, name);
}

async function bothSay(folder: string, call: { checkpoints: string[]; keys: string[] }) {
  const found = await judged(folder, call);
  expect(judgedByPython(desk, [{ folder, ...call }])).toEqual([found]);
  return found;
}

it("a whole ledger of two epochs, written from the database, is intact for both verifiers, its consent state too", async () => {
  const folder = path.join(desk.folder, "whole");
  const written = await exportWhole(panel.organisationId, await folderSink(folder));
  expect(written.entries).toBe(Number(written.lastSeq));
  expect(readFileSync(path.join(folder, "state.ndjson"), "utf8")).toContain('"decision":"withdrawn"');
  const found = await bothSay(folder, await newestHeld("whole.txt"));
  expect(found).toMatchObject({ code: 0 });
  expect(found.sentences).toContain("Consent state is what the entries say.");
});

it("the verifier in the folder runs by itself, and says with its exit code that nothing was held against it", async () => {
  const folder = path.join(desk.folder, "alone");
  await exportWhole(panel.organisationId, await folderSink(folder));
  const call = () =>
    execFileSync(process.execPath, [path.join(folder, "verify-ledger.mjs"), folder], { encoding: "utf8" });
  expect(call).toThrowError(expect.objectContaining({ status: 7 }) as Error);
});

it("some entries, each with its proof, are found in the checkpoint that one holds", async () => {
  const folder = path.join(desk.folder, "some");
  const { lastSeq } = await exportWhole(
    panel.organisationId,
    await folderSink(path.join(desk.folder, "all")),
  );
  const written = await exportSelection(
    panel.organisationId,
    [lastSeq, lastSeq - 1n],
    await folderSink(folder),
  );
  expect(written).toMatchObject({ entries: 2, lastSeq });
  expect(await bothSay(folder, await newestHeld("some.txt"))).toMatchObject({ code: 0 });
  expect(await bothSay(folder, { checkpoints: [], keys: [] })).toMatchObject({ code: 7 });
});

it("a record of a decision that was changed behind the ledger's back: the projection differs", async () => {
  await sql(
    held.superuserUrl,
    `ALTER TABLE consent_record DISABLE TRIGGER ALL; UPDATE consent_record SET decision = 'given' WHERE decision = 'withdrawn';
     ALTER TABLE consent_record ENABLE TRIGGER ALL`,
  );
  const folder = path.join(desk.folder, "differing");
  await exportWhole(panel.organisationId, await folderSink(folder));
  expect(await bothSay(folder, await newestHeld("differing.txt"))).toMatchObject({ code: 5 });
});

it("a folder that holds something already is left alone", async () => {
  await expect(folderSink(desk.folder)).rejects.toThrow("is not empty");
});
