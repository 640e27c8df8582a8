import { beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "@/lib/config/config";
import { database } from "@/lib/db/client";
import { checkAndHold } from "@/lib/ledger/check/check-and-hold";
import { checkLedger } from "@/lib/ledger/check/check-ledger";
import { checkpointText, originOf } from "@/lib/ledger/checkpoint/checkpoint";
import { signNote } from "@/lib/ledger/checkpoint/note";
import { publishCheckpoints } from "@/lib/ledger/checkpoint/publish";
import { publishNotes } from "@/lib/ledger/checkpoint/published-file";
import { signTree } from "@/lib/ledger/checkpoint/sign";
import { exportWhole } from "@/lib/ledger/export/write-export";
import { openHolds } from "@/lib/ledger/hold";
import { getMetrics } from "@/lib/queries/operations/get-metrics";
import type { Viewer } from "@/lib/queries/staff/viewer";
import { getEntry } from "@/lib/queries/trail/get-entry";
import { listVerifications } from "@/lib/queries/trail/list-verifications";
import { ok } from "@/lib/result";
import { recordDecisions } from "@/lib/usecases/consent/record-decisions";
import { recordVerification } from "@/lib/usecases/ledger/record-verification";
import { releaseLedgerHold } from "@/lib/usecases/ledger/release-hold";
import { sealEpoch } from "@/lib/usecases/recovery/seal-epoch";
import { runUseCase } from "@/lib/usecases/run";
import { alarmRound, ledgerRound } from "@/lib/worker/ledger-rounds";
import { makeSigner } from "./checkpoint/signer";
import { sql, useDatabase } from "../support/database";
import type { TestMember } from "../support/panel";
import { makeResidents } from "../support/resident";

const held = useDatabase();
let viewer: Viewer;
let member: TestMember;

async function decide(decision: "given" | "withdrawn") {
  const { panel } = viewer;
  const purposeKey = panel.document.purposes.find(({ lawfulBasis }) => lawfulBasis === "consent")?.key ?? "";
  const { organisationId, id: panelId } = panel;
  const actor = { kind: "member", organisationId, panelId, memberId: member.id } as const;
  const choices = [{ purposeKey, channel: "email", decision, wording: "May we write?" }] as const;
  const input = { panel, member, choices, method: "web", noticeShownId: null } as const;
  await runUseCase(async (ctx) => ok(await recordDecisions(ctx, input)), actor, undefined);
}

beforeEach(async () => {
  const { made, panel, members } = await makeResidents("customer-voices", []);
  [member] = members;
  const grants = [{ panelId: panel.id, role: "dpo" as const }];
  await sql(held.ownerUrl, "UPDATE role_grant SET role = 'dpo' WHERE panel_id = $1", [panel.id]);
  const { organisationId } = panel;
  // What was founded since last night is checked from tonight on.
  await sql(held.ownerUrl, "UPDATE organisation SET created_at = now() - interval '3 days' WHERE id = $1", [
    organisationId,
  ]);
  viewer = { actor: { kind: "staff", organisationId, staffId: made.staffId, grants }, panel };
  await decide("given");
  await decide("withdrawn");
});

const organisation = () => viewer.panel.organisationId;

/** Changes what only a superuser can. */
async function tamper(statement: string) {
  const changed = statement.replaceAll("$org", `'${organisation()}'`);
  await sql(held.superuserUrl, `ALTER TABLE consent_record DISABLE TRIGGER ALL; ${changed}`);
}

describe("the whole check", () => {
  it("of an honest ledger says that everything is there", async () => {
    expect(await checkLedger(organisation())).toMatchObject({
      ...{ integrity: "intact", completeness: "complete", anchored: "notAnchored", good: true },
      records: { decisions: 2, differing: 0 },
    });
  });

  it.each([
    [
      "a record that says another decision",
      "UPDATE consent_record SET decision = 'given' WHERE organisation_id = $org",
    ],
    [
      "a record that is gone",
      "DELETE FROM consent_record WHERE organisation_id = $org AND decision = 'withdrawn'",
    ],
    [
      "a record nobody made an entry of",
      `INSERT INTO consent_record SELECT organisation_id, gen_random_uuid(), member_id, purpose_key, channel, decision, method,
       actor_kind, actor_ref, wording_hash, notice_shown_id, policy_version_id, effective_at, recorded_at, valid_until
       FROM consent_record WHERE organisation_id = $org AND decision = 'withdrawn'`,
    ],
  ])("finds %s", async (_what, statement) => {
    await tamper(statement);
    expect(await checkLedger(organisation())).toMatchObject({
      ...{ integrity: "intact", completeness: "differs", holds: ["differs"] },
      records: { differing: 1 },
    });
  });
});

describe("the check of a ledger with a damaged epoch", () => {
  it("reads nothing of it once it is sealed as that, and neither does an export", async () => {
    await tamper(`ALTER TABLE ledger_entry DISABLE TRIGGER ALL;
      ALTER TABLE ledger_entry DROP CONSTRAINT IF EXISTS ledger_entry_leaf_hash_check;
      UPDATE ledger_entry SET bytes = '\\xff' WHERE organisation_id = $org AND event_type = 'consent.given';
      ALTER TABLE ledger_entry ENABLE TRIGGER ALL`);
    expect(await checkLedger(organisation())).toMatchObject({ integrity: "altered", good: false });
    const damaged = { organisationId: organisation(), reason: "damaged" } as const;
    expect((await runUseCase(sealEpoch, viewer.actor, damaged)).ok).toBe(true);
    await decide("given");
    expect(await checkLedger(organisation())).toMatchObject({
      ...{ integrity: "intact", completeness: "complete", good: true },
      records: { decisions: 1, differing: 0 },
    });
    const files: string[] = [];
    const written = await exportWhole(organisation(), {
      put: async (name, pieces) => {
        files.push(name);
        for await (const piece of pieces) expect(piece).toBeTypeOf("string");
      },
    });
    expect(files).toContain("state.ndjson");
    expect(written.entries).toBe(Number(written.lastSeq - written.firstSeq) + 1);
  });
});

it("the first entry of an epoch has no chain before it, on the officer's page too", async () => {
  await runUseCase(sealEpoch, viewer.actor, { organisationId: organisation(), reason: "retention" });
  await decide("given");
  const { seq, chainHash } = await database().ledgerEntry.findFirstOrThrow({
    where: { organisationId: organisation(), eventType: "epoch.opened" },
  });
  expect(await getEntry(viewer, seq)).toMatchObject({ previousChainHash: null });
  const previousChainHash = Buffer.from(chainHash).toString("hex");
  expect(await getEntry(viewer, seq + 1n)).toMatchObject({ previousChainHash });
});

describe("what was published, against an end that was cut off", () => {
  it("counts by epoch first: a later epoch's small tree is further than an earlier one's large one", async () => {
    const signer = makeSigner();
    Object.assign(readConfig(), { checkpointDir: signer.dir });
    await signTree(organisation(), signer);
    await publishCheckpoints(organisation(), signer.dir);
    await runUseCase(sealEpoch, viewer.actor, { organisationId: organisation(), reason: "retention" });
    const { appUrl } = signer;
    const origin = originOf(appUrl, organisation(), 2);
    const text = checkpointText({ origin, size: 2n, root: Buffer.alloc(32) });
    const note = signNote(text, { name: origin, privateKey: signer.privateKey });
    await publishNotes(signer.dir, organisation(), [note]);
    const checked = await checkLedger(organisation());
    Object.assign(readConfig(), { checkpointDir: undefined });
    expect(checked).toMatchObject({ completeness: "behind", holds: ["behind"] });
    expect(checked.anchors).toMatchObject({ newest: { epoch: 2, size: 2n }, differing: [] });
    // The one that was signed and published twice over: nothing of the new epoch can be compared yet.
    expect(checked.anchors.compared).toBe(2);
  });
});

it("a check that an officer asks for holds sending for what is wrong, as the night's does", async () => {
  expect(await checkAndHold(organisation())).toMatchObject({ good: true });
  expect(await openHolds(organisation())).toEqual([]);
  await tamper(
    "UPDATE consent_record SET effective_at = effective_at - interval '1 day' WHERE organisation_id = $org AND decision = 'given'",
  );
  expect(await checkAndHold(organisation())).toMatchObject({ good: false });
  expect(await openHolds(organisation())).toMatchObject([{ reason: "differs" }]);
});

describe("the nightly check", () => {
  const nightly = async () => {
    let rounds = 0;
    while ((await ledgerRound()) > 0) rounds += 1;
    return rounds;
  };

  it("is made once a night for each organisation, by however many workers, and is an entry of each panel", async () => {
    await sql(held.ownerUrl, "DELETE FROM ledger_check");
    const [{ count }] = (await sql<{ count: string }>(held.appUrl, "SELECT count(*) FROM organisation")) as [
      { count: string },
    ];
    const made = await Promise.all([nightly(), nightly(), nightly()]);
    expect(made.reduce((sum, rounds) => sum + rounds, 0)).toBe(Number(count));
    expect(await nightly()).toBe(0);
    expect((await listVerifications(viewer, 5)).map(({ good, by }) => [good, by.actorKind])).toEqual([
      [true, "system"],
    ]);
  });

  it("holds sending for what is wrong, writes to the officers, and lets go after a good check alone", async () => {
    await nightly();
    await sql(held.ownerUrl, "DELETE FROM ledger_check WHERE organisation_id = $1", [organisation()]);
    const wrong =
      "UPDATE consent_record SET effective_at = effective_at - interval '1 day' WHERE organisation_id = $org AND decision = 'given'";
    await tamper(wrong);
    expect(await nightly()).toBe(1);
    const [hold] = await openHolds(organisation());
    expect(hold).toMatchObject({ reason: "differs" });
    await alarmRound();
    const mails = await database().delivery.findMany({
      where: { organisationId: organisation(), template: "ledger-alarm" },
    });
    expect(mails.map(({ state, subjectIds }) => ({ state, subjectIds }))).toMatchObject([
      { state: "queued", subjectIds: { holds: ["differs"] } },
    ]);

    const release = () =>
      runUseCase(releaseLedgerHold, viewer.actor, {
        panel: viewer.panel,
        holdId: hold?.id ?? "",
        because: "repaired",
      });
    expect(await release()).toMatchObject({ ok: false, error: { code: "hold.checkFirst" } });
    await tamper(wrong.replace("- interval", "+ interval"));
    const checked = await checkLedger(organisation());
    const record = async (durationMs: number) =>
      runUseCase(recordVerification, viewer.actor, {
        organisationId: organisation(),
        panelIds: [viewer.panel.id],
        checked: { ...checked, durationMs },
      });
    // It had begun to read before it was held: what was found since, it cannot have seen.
    await record(60 * 60_000);
    expect(await release()).toMatchObject({ ok: false, error: { code: "hold.checkFirst" } });
    await record(0);
    expect(await release()).toMatchObject({ ok: true });
    expect(await openHolds(organisation())).toEqual([]);
  });

  it("holds and alarms also where the ledger takes no entry any more", async () => {
    await nightly();
    await sql(held.ownerUrl, "DELETE FROM ledger_check WHERE organisation_id = $1", [organisation()]);
    await tamper(`ALTER TABLE ledger_head DISABLE TRIGGER ALL;
      DELETE FROM ledger_head WHERE organisation_id = $org; ALTER TABLE ledger_head ENABLE TRIGGER ALL`);
    await expect(ledgerRound()).rejects.toThrow();
    expect(await openHolds(organisation())).toMatchObject([{ reason: "altered" }]);
    await alarmRound();
    const where = { organisationId: organisation(), template: "ledger-alarm" };
    expect(await database().delivery.count({ where })).toBe(1);
    expect(await ledgerRound()).toBe(0);
  });

  it("that one ledger has not had shows in the age of the checks, whatever others had", async () => {
    await nightly();
    const long = "started_at = now() - interval '3 days', finished_at = now() - interval '3 days'";
    await sql(held.ownerUrl, `UPDATE ledger_check SET ${long} WHERE organisation_id = $1`, [organisation()]);
    const [, age] = /^panel_ledger_check_age_seconds (\d+)/m.exec((await getMetrics()).text) ?? [];
    expect(Number(age)).toBeGreaterThan(2 * 86_400);
  });

  it("that a worker died over is taken up after an hour", async () => {
    await nightly();
    const abandoned =
      "UPDATE ledger_check SET finished_at = NULL, good = NULL, started_at = now() - interval '61 minutes'";
    await sql(held.ownerUrl, `${abandoned} WHERE organisation_id = $1`, [organisation()]);
    expect(await nightly()).toBe(1);
  });
});
