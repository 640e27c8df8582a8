import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "@/lib/config/config";
import { database } from "@/lib/db/client";
import { checkpointText, originOf } from "@/lib/ledger/checkpoint/checkpoint";
import { signNote } from "@/lib/ledger/checkpoint/note";
import { publishNotes } from "@/lib/ledger/checkpoint/published-file";
import { openHold } from "@/lib/ledger/hold";
import { holdWhereBehind } from "@/lib/ledger/recover/hold-where-behind";
import { alarmRound, ledgerRound } from "@/lib/worker/ledger-rounds";
import { makeSigner } from "../ledger/checkpoint/signer";
import { append, reading } from "../ledger/history";
import { sql, useDatabase } from "../support/database";
import { makeResidents } from "../support/resident";
import { until } from "../support/until";

const held = useDatabase();
let organisationId: string;

beforeEach(async () => {
  const { panel } = await makeResidents("customer-voices", []);
  ({ organisationId } = panel);
  await append(organisationId, [reading("trail", panel.id)]);
  await sql(held.ownerUrl, "UPDATE role_grant SET role = 'dpo' WHERE panel_id = $1", [panel.id]);
});

const change = (statement: string) => sql(held.ownerUrl, statement, [organisationId]);

/** The organisation was there last night already, and nobody has made its check yet. */
async function makeDue(): Promise<void> {
  await change("UPDATE organisation SET created_at = now() - interval '3 days' WHERE id = $1");
  await change("DELETE FROM ledger_check WHERE organisation_id = $1");
}

describe("a night's check that was taken over", () => {
  it("is recorded by the worker that ends it, and not by the other as well", async () => {
    await makeDue();
    const slow = new pg.Client({ connectionString: held.superuserUrl });
    await slow.connect();
    await slow.query("BEGIN; LOCK TABLE ledger_entry IN ACCESS EXCLUSIVE MODE");
    const underWay = () =>
      until("a worker is at it", async () => {
        const found = await change(
          "SELECT 1 FROM ledger_check WHERE organisation_id = $1 AND started_at > now() - interval '1 hour'",
        );
        return found.length > 0;
      });
    const first = ledgerRound();
    await underWay();
    await change("UPDATE ledger_check SET started_at = now() - interval '61 min' WHERE organisation_id = $1");
    const second = ledgerRound();
    await underWay();
    await slow.query("ROLLBACK");
    await slow.end();
    expect(await Promise.all([first, second])).toEqual([1, 1]);
    const where = { organisationId, eventType: "ledger.verified" };
    expect(await database().ledgerEntry.count({ where })).toBe(1);
  });
});

describe("the alarm", () => {
  afterEach(() => void Object.assign(readConfig(), { checkpointDir: undefined }));

  const alarms = async () => {
    const where = { organisationId, template: "ledger-alarm" };
    const mails = await database().delivery.findMany({ where, orderBy: { queuedAt: "asc" } });
    return mails.map(({ subjectIds }) => (subjectIds as { holds?: unknown }).holds);
  };

  /** As when an older copy of the database came back: what was published is larger than what is here. */
  async function comeBack(): Promise<void> {
    const { dir, appUrl, privateKey } = makeSigner();
    Object.assign(readConfig(), { checkpointDir: dir });
    const origin = originOf(appUrl, organisationId, 1);
    const text = checkpointText({ origin, size: 99n, root: Buffer.alloc(32) });
    await publishNotes(dir, organisationId, [signNote(text, { name: origin, privateKey })]);
  }

  it("goes out at once for what a start found, and of a hold never twice", async () => {
    await comeBack();
    expect(await Promise.all([holdWhereBehind(), holdWhereBehind()])).toEqual([
      expect.arrayContaining([organisationId]),
      expect.arrayContaining([organisationId]),
    ]);
    await Promise.all([alarmRound(), alarmRound(), alarmRound()]);
    expect(await alarms()).toEqual([["behind"]]);
    await holdWhereBehind();
    await makeDue();
    while ((await ledgerRound()) > 0) await alarmRound();
    await openHold(organisationId, "differs", {});
    await alarmRound();
    expect(await alarms()).toEqual([["behind"], ["differs"]]);
  });

  it("waits for an officer where there is none", async () => {
    await change("UPDATE role_grant SET role = 'engagement' WHERE organisation_id = $1");
    await openHold(organisationId, "differs", {});
    expect(await alarmRound()).toBe(0);
    await change("UPDATE role_grant SET role = 'dpo' WHERE organisation_id = $1");
    expect(await alarmRound()).toBe(1);
    expect(await alarms()).toEqual([["differs"]]);
  });
});
