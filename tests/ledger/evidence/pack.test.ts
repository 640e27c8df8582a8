import { execFile } from "node:child_process";
import { mkdtemp, mkdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { buildPack } from "@/lib/ledger/export/build-pack";
import { publishCheckpoints } from "@/lib/ledger/checkpoint/publish";
import { signTree } from "@/lib/ledger/checkpoint/sign";
import { mostOnPaper } from "@/lib/pdf/paper";
import { getPack, listPacks, packParts } from "@/lib/queries/evidence/get-pack";
import { getLatestCheckpoint, getVerifierKeys } from "@/lib/queries/ledger/get-checkpoints";
import type { Viewer } from "@/lib/queries/staff/viewer";
import { ok } from "@/lib/result";
import { recordDecisions } from "@/lib/usecases/consent/record-decisions";
import { askPack } from "@/lib/usecases/evidence/ask-pack";
import { finishPack } from "@/lib/usecases/evidence/finish-pack";
import { takePack } from "@/lib/usecases/evidence/take-pack";
import { runUseCase } from "@/lib/usecases/run";
import { packRound } from "@/lib/worker/pack-rounds";
import { sql, useDatabase } from "../../support/database";
import { approveToEveryone, makeFocusGroup } from "../../support/activity";
import { staffAs } from "../../support/dpo";
import type { TestMember, TestPanel } from "../../support/panel";
import { textOf } from "../../support/pdf-text";
import { makeResidents, withClient } from "../../support/resident";
import { makeSigner } from "../checkpoint/signer";
import { Desk, judged, judgedByPython } from "../export/verifiers";
import { append, reading } from "../history";

const held = useDatabase();
const words = "May we ask you to take part in studies by e-mail?";
const signer = makeSigner();
let viewer: Viewer;
let made: TestPanel;
let member: TestMember;

beforeAll(async () => {
  const residents = await makeResidents("customer-voices", []);
  const { panel } = residents;
  ({
    made,
    members: [member],
  } = residents);
  viewer = { actor: staffAs({ panel }, "dpo"), panel };
  const { organisationId, id: panelId } = panel;
  const purposeKey = panel.document.purposes.find(({ lawfulBasis }) => lawfulBasis === "consent")?.key ?? "";
  const actor = { kind: "member", organisationId, panelId, memberId: member.id } as const;
  for (const decision of ["given", "withdrawn"] as const) {
    const choices = [{ purposeKey, channel: "email", decision, wording: words }] as const;
    const input = { panel, member, choices, method: "web", noticeShownId: null } as const;
    await runUseCase(async (ctx) => ok(await recordDecisions(ctx, input)), actor, undefined);
    await append(organisationId, [reading("trail", panelId), reading("trail")]);
  }
});

const organisation = () => viewer.panel.organisationId;

async function ask(subjectRef: string | null, activityId: string | null = null): Promise<string> {
  const input = { panel: viewer.panel, subjectRef, activityId, reason: "regulator" } as const;
  const asked = await runUseCase(askPack, viewer.actor, input);
  if (!asked.ok) throw new Error(asked.error.code);
  // The worker's key signs what is new; here a key of the test does, before the pack is put together.
  await signTree(organisation(), signer);
  await publishCheckpoints(organisation(), signer.dir);
  expect(await packRound()).toBe(1);
  return asked.value;
}

async function unpacked(id: string): Promise<{ readonly folder: string; readonly names: readonly string[] }> {
  const pack = await getPack(viewer, id);
  if (pack === null) throw new Error("There is no such pack");
  expect(pack).toMatchObject({ state: "ready", done: pack.total });
  const parts: Uint8Array[] = [];
  for await (const part of packParts(viewer, pack)) parts.push(part);
  const files = unzipSync(Buffer.concat(parts));
  const folder = await mkdtemp(path.join(tmpdir(), "pack-"));
  for (const [name, bytes] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), bytes);
  }
  return { folder, names: Object.keys(files) };
}

/** The kinds of the entries in a pack, in order. */
async function typesIn(folder: string): Promise<readonly string[]> {
  const lines = (await readFile(path.join(folder, "entries.ndjson"), "utf8")).trim().split("\n");
  return lines.map((line) => (JSON.parse(line) as { columns: { eventType: string } }).columns.eventType);
}

/** What the verifier in the folder says, given what somebody outside holds: its exit code. */
async function verified(folder: string): Promise<number> {
  const key = path.join(folder, "..", `${path.basename(folder)}.key`);
  await writeFile(key, (await getVerifierKeys(organisation())).join("\n"));
  const published = path.join(signer.dir, `${organisation()}.txt`);
  const args = ["verify-ledger.mjs", ".", "--checkpoints", published, "--key", key];
  return promisify(execFile)(process.execPath, args, { cwd: folder }).then(
    () => 0,
    (fault: { code?: number; stdout?: string; stderr?: string }) => {
      if (typeof fault.code !== "number") throw fault;
      return fault.code;
    },
  );
}

describe("an evidence pack", () => {
  it("of a person is checked by the verifier in it, against checkpoints and key from outside", async () => {
    const { folder, names } = await unpacked(await ask(member.subjectRef));
    expect(names).toEqual(expect.arrayContaining(["what-happened.pdf", "verify_ledger.py", "README.txt"]));
    expect((await readFile(path.join(folder, "what-happened.pdf"))).subarray(0, 5).toString()).toBe("%PDF-");
    expect(await typesIn(folder)).toEqual(["consent.given", "consent.withdrawn", "evidence.packed"]);
    expect(await verified(folder)).toBe(0);
  });

  it("says to somebody who holds another checkpoint which one it wants, in both programs", async () => {
    const { folder } = await unpacked(await ask(member.subjectRef));
    const wanted = await getLatestCheckpoint(organisation());
    await append(organisation(), [reading("trail")]);
    await signTree(organisation(), signer);
    const newest = await getLatestCheckpoint(organisation());
    const desk = new Desk();
    const call = desk.hold({
      checkpoints: [newest?.note ?? ""],
      keys: await getVerifierKeys(organisation()),
    });
    const found = await judged(folder, call);
    expect(found.code).toBe(7);
    expect(found.sentences).toContain(`Their proofs lead to the checkpoint over ${wanted?.size} entries.`);
    expect(judgedByPython(desk, [{ folder, ...call }])).toEqual([found]);
    desk.remove();
  });

  it("of an activity holds what names it or one of its mailings, and nothing of another", async () => {
    const [mailingId, other] = await withClient(async (client) => [
      await approveToEveryone(client, made),
      await makeFocusGroup(client, made),
    ]);
    const [mailing] = await sql(held.ownerUrl, `SELECT activity_id FROM mailing WHERE id = '${mailingId}'`);
    const activityId = String(mailing?.["activity_id"]);
    const ofPanel = { panelId: made.panelId, subjectRef: null, effectiveAt: new Date() };
    await append(organisation(), [
      { ...ofPanel, eventType: "activity.closed", data: { activityId: other } },
      { ...ofPanel, eventType: "mailing.stopped", data: { mailingId } },
      { ...ofPanel, eventType: "activity.closed", data: { activityId } },
    ]);
    const { folder } = await unpacked(await ask(null, activityId));
    expect(await typesIn(folder)).toEqual([
      ...["mailing.approved", "mailing.stopped", "activity.closed", "evidence.packed"],
    ]);
    expect(await verified(folder)).toBe(0);
  });

  it("that somebody changed is found out", async () => {
    const { folder } = await unpacked(await ask(member.subjectRef));
    const file = path.join(folder, "entries.ndjson");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace('"eventType":"consent.withdrawn"', '"eventType":"consent.given"'));
    expect(await verified(folder)).toBe(5);
  });

  it("of the whole ledger is too", async () => {
    const { folder, names } = await unpacked(await ask(null));
    expect(names).toContain("state.ndjson");
    expect(await verified(folder)).toBe(0);
  });

  it("of something with more steps than a paper holds has several", async () => {
    const { organisationId, id: panelId } = viewer.panel;
    const activityId = await withClient((client) => makeFocusGroup(client, made));
    const own = { panelId, subjectRef: null, effectiveAt: new Date(), eventType: "activity.closed" } as const;
    const many = Array.from({ length: mostOnPaper + 1 }, () => ({ ...own, data: { activityId } }));
    await append(organisationId, many);
    const { folder, names } = await unpacked(await ask(null, activityId));
    const papers = names.filter((name) => name.endsWith(".pdf")).toSorted();
    expect(papers).toEqual(["what-happened-1.pdf", "what-happened-2.pdf"]);
    const read = async (name: string) => textOf(await readFile(path.join(folder, name)));
    const [first, second] = await Promise.all(papers.map(read));
    expect(first).toContain(`paper 1 of 2: steps 1 to ${mostOnPaper}.`);
    expect(second).toContain(`paper 2 of 2: steps ${mostOnPaper + 1} to ${mostOnPaper + 2}.`);
    expect(await typesIn(folder)).toHaveLength(mostOnPaper + 2);
    expect(await verified(folder)).toBe(0);
  });

  it("is left to whoever works on it, and begun again ten minutes after their last sign of life", async () => {
    const input = { panel: viewer.panel, subjectRef: null, activityId: null, reason: "audit" } as const;
    await runUseCase(askPack, viewer.actor, input);
    const take = async () => {
      const taken = await runUseCase(takePack, viewer.actor, null);
      return taken.ok ? taken.value : null;
    };
    const longAgo = () =>
      sql(
        held.ownerUrl,
        "UPDATE evidence_pack SET started_at = now() - interval '11 minutes' WHERE finished_at IS NULL",
      );
    const pack = await take();
    if (pack === null) throw new Error("There is a pack to build");
    await longAgo();
    await buildPack(pack);
    expect(await take()).toBeNull();
    await longAgo();
    expect(await take()).toMatchObject({ id: pack.id });
    await runUseCase(finishPack, viewer.actor, { ...pack, failureCode: "test" });
  });

  it("is nobody else's, and is gone a day after it was made", async () => {
    const id = await ask(member.subjectRef);
    const colleague = { ...viewer, actor: staffAs(viewer, "auditor") };
    expect(await getPack(colleague, id)).toBeNull();
    expect(await listPacks(colleague)).toEqual([]);
    await sql(held.ownerUrl, "UPDATE evidence_pack SET finished_at = now() - interval '25 hours'");
    expect(await packRound()).toBe(0);
    expect(await getPack(viewer, id)).toBeNull();
    expect(await sql(held.ownerUrl, "SELECT 1 FROM evidence_pack_part")).toEqual([]);
  });

  it("is refused to who may not", async () => {
    const input = { panel: viewer.panel, subjectRef: null, activityId: null, reason: "audit" } as const;
    const refused = await runUseCase(askPack, staffAs(viewer, "engagement"), input);
    expect(refused).toMatchObject({ ok: false, error: { code: "form.notPermitted" } });
  });
});
