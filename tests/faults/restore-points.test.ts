import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readConfig } from "@/lib/config/config";
import { database, disconnect, pool } from "@/lib/db/client";
import { openHolds } from "@/lib/ledger/hold";
import { holdWhereBehind } from "@/lib/ledger/recover/hold-where-behind";
import { verifyLedger } from "@/lib/ledger/verify";
import { mailings, mails } from "@/lib/messaging/hand-over/claim";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { eraseMember } from "@/lib/usecases/membership/erase-member";
import { runUseCase } from "@/lib/usecases/run";
import { approveToEveryone, expandAll } from "../support/activity";
import { staffAs } from "../support/dpo";
import "../support/environment";
import type { TestMember } from "../support/panel";
import { as, makeResidents, permitted, withClient, type Residents } from "../support/resident";
import { archived, backUp, nameMoment, restoreTo, type Backup } from "./base-backup";
import { useDurableCluster } from "./durable-cluster";
import { publishHead, recover } from "./outside";

// G8: a base backup and the log archived since, brought back to three moments. That a recovery may be cut off, and what it
// records, is in restore.test.ts.

const durable = useDurableCluster();
const outside = mkdtempSync(path.join(tmpdir(), "restore-points-"));
const dirsOf = (point: string) => ({
  journalDir: path.join(outside, point, "journals"),
  checkpointDir: path.join(outside, point, "checkpoints"),
});
const points = ["first", "second", "third"] as const;
let backup: Backup;
let residents: Residents;
let people: readonly TestMember[];
let organisationId: string;

async function refuse(place: number): Promise<void> {
  const { panel } = residents;
  const wording = "I say no.";
  const answers = [{ purposeKey: "research", channel: "email" as const, answer: "no" as const, wording }];
  const said = await runUseCase(changeChoices, as(residents, people[place] as TestMember), {
    panel,
    answers,
  });
  expect(said).toMatchObject({ ok: true });
}

async function erase(place: number): Promise<void> {
  const input = {
    panel: residents.panel,
    memberId: people[place]?.id ?? "",
    reasonCode: "objected" as const,
  };
  expect(await runUseCase(eraseMember, staffAs(residents, "dpo"), input)).toMatchObject({ ok: true });
}

const noes = async () => database().consentRecord.count({ where: { organisationId, decision: "withdrawn" } });

/** What one could restore to later: a moment that knows nothing of what happens from here on. */
async function remembered(point: string): Promise<void> {
  await publishHead(organisationId, dirsOf("now").checkpointDir);
  await nameMoment(durable.cluster, point);
}

beforeAll(async () => {
  Object.assign(readConfig(), dirsOf("now"));
  const names = ["one", "two", "three", "four", "five"];
  residents = await makeResidents("customer-voices", ["research"], names);
  people = residents.members;
  ({ organisationId } = residents.panel);
  await withClient((client) => approveToEveryone(client, residents.made));
  await disconnect();
  backup = await backUp(durable.cluster);
  await expandAll();
  await remembered("first");
  await refuse(0);
  await erase(3);
  await remembered("second");
  await refuse(1);
  await remembered("third");
  await erase(4);
  await refuse(2);
  await publishHead(organisationId, dirsOf("now").checkpointDir);
  await archived(durable.cluster, backup);
  for (const point of points) {
    cpSync(path.join(outside, "now"), path.join(outside, point), { recursive: true });
    // A line whose flush failed may be on the disk all the same, and is written again.
    const { journalDir } = dirsOf(point);
    for (const name of readdirSync(journalDir))
      cpSync(path.join(journalDir, name), path.join(journalDir, name.replace("-", "-again")));
  }
});
afterAll(() => rmSync(outside, { recursive: true, force: true }));

it.each(points)(
  "the %s of three moments comes back from base backup and log: no no is lost, nobody erased returns, nothing old is sent",
  async (point) => {
    await disconnect();
    await restoreTo(durable.cluster, backup, point, false);
    // What came after the moment is not there.
    expect(await noes()).toBe(points.indexOf(point));
    const dirs = dirsOf(point);
    Object.assign(readConfig(), dirs);
    expect(await holdWhereBehind()).toEqual([organisationId]);
    for (const queue of [mails, mailings]) expect(await queue.waits(pool())).toBe(false);

    expect(await recover(dirs)).toContain("It can be used again");
    expect(await openHolds(organisationId)).toEqual([]);
    for (const place of [0, 1, 2])
      expect(await permitted(residents, people[place] as TestMember, "research", "email"), `${place}`).toBe(
        false,
      );
    const left = await database().member.findMany({ where: { organisationId }, select: { id: true } });
    expect(left.map(({ id }) => id).toSorted()).toEqual(
      people
        .slice(0, 3)
        .map(({ id }) => id)
        .toSorted(),
    );
    const delivery = await database().delivery.groupBy({ by: ["state"], where: { organisationId } });
    for (const { state } of delivery) expect(["failed", "unknown", "suppressed"]).toContain(state);
    const mailing = await database().mailing.findMany({ where: { organisationId }, select: { state: true } });
    expect(mailing).toEqual([{ state: "paused" }]);
    expect(await verifyLedger(organisationId)).toMatchObject({ verdict: "intact" });
  },
);
