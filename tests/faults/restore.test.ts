import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "@/lib/config/config";
import { database, pool } from "@/lib/db/client";
import { checkLedger } from "@/lib/ledger/check/check-ledger";
import { openHolds } from "@/lib/ledger/hold";
import { holdWhereBehind } from "@/lib/ledger/recover/hold-where-behind";
import { verifyLedger } from "@/lib/ledger/verify";
import { mails } from "@/lib/messaging/hand-over/claim";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { eraseMember } from "@/lib/usecases/membership/erase-member";
import { beginRecovery } from "@/lib/usecases/recovery/begin-recovery";
import { runRecovering } from "@/lib/usecases/recovery/run-recovering";
import { runUseCase } from "@/lib/usecases/run";
import { sql, useDatabase } from "../support/database";
import { staffAs } from "../support/dpo";
import "../support/environment";
import type { TestMember } from "../support/panel";
import { as, makeResidents, permitted, type Residents } from "../support/resident";
import { copyTo, restoreFrom } from "./older-copy";
import { publishHead, recover } from "./outside";

const held = useDatabase();
const outside = mkdtempSync(path.join(tmpdir(), "restore-test-"));
const [journalDir, checkpointDir] = [path.join(outside, "journals"), path.join(outside, "checkpoints")];
let residents: Residents;
let organisationId: string;
/** Held before anything was restored: nothing. */
let heldBefore: readonly string[] | undefined;

async function say(place: 0 | 1, answer: "yes" | "no") {
  const { panel, members } = residents;
  const answers = [
    { purposeKey: "research", channel: "email" as const, answer, wording: `I say ${answer}.` },
  ];
  return runUseCase(changeChoices, as(residents, members[place]), { panel, answers });
}

/** All that can keep somebody's details, or the end of it: before an erasure, and so in an older copy, it may stand. */
async function keep({ id, subjectRef }: TestMember, stands: boolean): Promise<void> {
  const { panel } = residents;
  const run = (text: string, values: unknown[]) => sql(held.ownerUrl, text, values);
  if (!stands) {
    await run(
      `UPDATE legal_hold SET release_proposed_by = gen_random_uuid(), release_proposed_at = now(),
        release_reason = 'Settled', release_approved_by = gen_random_uuid(), released_at = now() WHERE member_id = $1`,
      [id],
    );
    await run("UPDATE data_subject_request SET outcome = 'done', closed_at = now() WHERE subject_ref = $1", [
      subjectRef,
    ]);
    await run("UPDATE member SET restriction_ground = 'accuracy_contested' WHERE id = $1", [id]);
    return;
  }
  await run(
    `INSERT INTO legal_hold (organisation_id, id, panel_id, member_id, ground, reason, owner_id, review_on, placed_by, placed_at)
      VALUES ($1, gen_random_uuid(), $2, $3, 'legal_claim', 'A claim', $2, current_date + 30, $2, now())`,
    [organisationId, panel.id, id],
  );
  await run(
    `INSERT INTO data_subject_request (organisation_id, id, panel_id, kind, subject_ref, method, details, received_at, due_on)
      VALUES ($1, gen_random_uuid(), $2, 'access', $3, 'phone', 'Send it', now(), current_date + 30)`,
    [organisationId, panel.id, subjectRef],
  );
  await run(
    `UPDATE member SET restricted_at = now(), restriction_ground = 'legal_claims', restriction_evidence = 'call 12'
      WHERE id = $1`,
    [id],
  );
}

const publish = async () => publishHead(organisationId, checkpointDir);

const recovered = async () => recover({ journalDir, checkpointDir });

const waiting = async () =>
  database().delivery.count({
    where: { organisationId, state: { in: ["queued", "claimed", "handingOver"] } },
  });

beforeAll(async () => {
  Object.assign(readConfig(), { journalDir, checkpointDir });
  residents = await makeResidents("customer-voices", ["research"], ["one", "two", "three"]);
  ({ organisationId } = residents.panel);
  await say(0, "no");
  await say(0, "yes");
  const third = residents.members[2];
  if (third === undefined) throw new Error("Three members are needed");
  await keep(third, true);
  await publish();
  await copyTo(held.name, `${held.name}_copy`);
  // What happens from here on is not in the copy.
  await say(0, "no");
  await keep(third, false);
  const { panel } = residents;
  const erased = await runUseCase(eraseMember, staffAs(residents, "dpo"), {
    ...{ panel, memberId: third.id, reasonCode: "objected" },
  });
  if (!erased.ok) throw new Error(erased.error.code);
  await publish();
  heldBefore = await holdWhereBehind();
  await restoreFrom(held.name, `${held.name}_copy`);
});
afterAll(() => rmSync(outside, { recursive: true, force: true }));

describe("an older copy of the database", () => {
  it("brings a taken-back yes and an erased person back, with all that kept them, until somebody looks outside it", async () => {
    expect(heldBefore).toEqual([]);
    expect(await permitted(residents, residents.members[0], "research", "email")).toBe(true);
    expect(await database().member.count({ where: { organisationId } })).toBe(3);
    expect(await database().legalHold.count({ where: { organisationId, releasedAt: null } })).toBe(1);
  });

  it("is found to be behind at the start: nothing is recorded and nothing sent", async () => {
    const before = await database().ledgerHead.findUniqueOrThrow({ where: { organisationId } });
    expect(await holdWhereBehind()).toEqual([organisationId]);
    expect(await holdWhereBehind()).toEqual([organisationId]);
    expect(await openHolds(organisationId)).toMatchObject([
      { reason: "behind", detail: { publishedEpoch: "1", size: String(before.seq) } },
    ]);
    expect(await say(1, "no")).toEqual({ ok: false, error: { code: "system.readOnly" } });
    expect(await waiting()).toBeGreaterThan(0);
    expect(await mails.waits(pool())).toBe(false);
    const after = await database().ledgerHead.findUniqueOrThrow({ where: { organisationId } });
    expect(after.seq).toBe(before.seq);
  });

  it("is recovered, also when the recovery was cut off: every stop and erasure is repeated, nothing old is sent", async () => {
    // As far as a run that was killed after its first step came.
    await runRecovering(beginRecovery, {
      organisationId,
      reason: "restored",
      checkpoint: "cut off",
      atLeast: 2,
    });
    expect(await openHolds(organisationId)).toHaveLength(1);
    const told = await recovered();
    expect(told).toContain("An earlier run has opened the new epoch");
    expect(told).toMatch(/Recovered: [1-9]\d* stops and 1 erasures repeated/);
    expect(await openHolds(organisationId)).toEqual([]);
    expect(await permitted(residents, residents.members[0], "research", "email")).toBe(false);
    expect(await database().member.count({ where: { organisationId } })).toBe(2);
    expect(await waiting()).toBe(0);
    expect(await recovered()).toContain("No ledger is behind");
  });

  it("goes on in a new epoch that says what happened, and verifies", async () => {
    const head = await database().ledgerHead.findUniqueOrThrow({ where: { organisationId } });
    expect(head.epoch).toBe(2);
    const entries = await database().ledgerEntry.findMany({
      where: { organisationId, seq: { gt: head.epochStart } },
      orderBy: { seq: "asc" },
    });
    const types = entries.map(({ eventType }) => eventType);
    expect(types[0]).toBe("epoch.opened");
    expect(types).toEqual(
      expect.arrayContaining(["consent.withdrawn", "subject.erased", "ledger.recovered"]),
    );
    expect(types.at(-1)).toBe("ledger.released");
    expect(await verifyLedger(organisationId)).toMatchObject({ verdict: "intact" });
    // The nightly check knows that more was published of the first epoch than came back.
    expect(await checkLedger(organisationId)).toMatchObject({ integrity: "intact", anchored: "anchored" });
    expect(await say(1, "no")).toMatchObject({ ok: true });
    expect(await holdWhereBehind()).toEqual([]);
  });
});
