import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { newId } from "@/lib/id";
import type { Actor } from "@/lib/policy/permission";
import { isPermitted, slotOf } from "@/lib/policy/permission-slots";
import { getHealth } from "@/lib/queries/operations/get-health";
import { getMetrics } from "@/lib/queries/operations/get-metrics";
import { beginRuns } from "@/lib/usecases/permission/begin-runs";
import { walkPermission, type Walked } from "@/lib/usecases/permission/walk-permission";
import { runUseCase } from "@/lib/usecases/run";
import { sql, useDatabase } from "../../support/database";
import { makeResidents, type Residents } from "../../support/resident";

const held = useDatabase();
const worker: Actor = { kind: "system", name: "test" };
let residents: Residents;

beforeAll(async () => {
  const emails = Array.from({ length: 7 }, (_, place) => `member${place}`);
  residents = await makeResidents("customer-voices", ["research"], emails);
});

async function part(size = 3): Promise<Walked | null> {
  const result = await runUseCase(walkPermission, worker, { size });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** Begins what is due and walks until nothing is. The last part of each run, in order. */
async function walkAll(size = 3): Promise<readonly Walked[]> {
  const ends: Walked[] = [];
  for (;;) {
    await runUseCase(beginRuns, worker, null);
    const walked = await part(size);
    if (walked === null) return ends;
    if (walked.finished) ends.push(walked);
  }
}

/** Another policy comes into force: nobody may be written to for research any more. */
async function putInForce(number: number): Promise<void> {
  const { made, panel } = residents;
  const document = {
    ...panel.document,
    purposes: panel.document.purposes.map((purpose) =>
      purpose.key === "research" && number % 2 === 0 ? { ...purpose, channels: [] } : purpose,
    ),
  };
  const id = newId();
  await sql(
    held.ownerUrl,
    `INSERT INTO policy_version (organisation_id, id, panel_id, number, document, document_hash, approved_at, in_force_at)
     VALUES ($1, $2, $3, $4, $5, repeat('0', 64), now(), now())`,
    [made.organisationId, id, made.panelId, number, JSON.stringify(document)],
  );
  await sql(held.appUrl, "UPDATE panel SET policy_version_id = $2 WHERE id = $1", [made.panelId, id]);
}

async function mayBeAsked(): Promise<number> {
  const slot = slotOf(
    residents.panel.document.purposes.find(({ key }) => key === "research")?.slot ?? -1,
    "email",
  );
  const rows = await database().contactPermission.findMany({ select: { permitted: true } });
  return rows.filter(({ permitted }) => isPermitted(permitted, slot)).length;
}

const events = async (): Promise<readonly string[]> =>
  (
    await sql<{ event_type: string }>(
      held.appUrl,
      "SELECT event_type FROM ledger_entry ORDER BY seq DESC LIMIT 1",
    )
  ).map(({ event_type }) => event_type);

describe("runs over all contact permission", () => {
  it("a new panel is looked at once and checked once a night, and nothing differs", async () => {
    const ends = await walkAll();
    expect(ends).toMatchObject([
      { kind: "review", differing: 0 },
      { kind: "check", differing: 0 },
    ]);
    expect(await walkAll()).toEqual([]);
    expect(await getHealth()).toMatchObject({ permission: "ok" });
  });

  it("another policy is applied to everyone, and goes on where a crash left it", async () => {
    await putInForce(2);
    await runUseCase(beginRuns, worker, null);
    expect(await part()).toMatchObject({ kind: "review", looked: 3, differing: 3, finished: false });
    const crash = inTransaction(async (tx) => {
      await walkPermission({ tx, actor: worker, at: new Date(), requestId: newId() }, { size: 3 });
      throw new Error("the worker died");
    });
    await expect(crash).rejects.toThrow("died");
    expect(await mayBeAsked()).toBe(4);
    expect(await walkAll()).toMatchObject([{ kind: "review", differing: 7, finished: true }]);
    expect(await mayBeAsked()).toBe(0);
    expect(await events()).toEqual(["permission.reviewed"]);
    const [run] = await sql(held.appUrl, "SELECT members FROM permission_run WHERE policy_number = 2");
    expect(run).toEqual({ members: 7 });
  });

  it("a run whose policy is replaced ends, and the next begins at the beginning", async () => {
    await putInForce(3);
    await runUseCase(beginRuns, worker, null);
    await part();
    await putInForce(5);
    expect(await walkAll()).toMatchObject([
      { kind: "review", looked: 0 },
      { kind: "review", differing: 4 },
    ]);
    expect(await mayBeAsked()).toBe(7);
  });

  it("workers share runs: two at once never do the same part", async () => {
    await putInForce(6);
    await runUseCase(beginRuns, worker, null);
    await inTransaction(async (tx) => {
      const first = await walkPermission(
        { tx, actor: worker, at: new Date(), requestId: newId() },
        { size: 5 },
      );
      expect(first).toMatchObject({ ok: true, value: { looked: 5 } });
      // The first has not committed: whoever comes now finds the run taken.
      expect(await part(5)).toBeNull();
    });
    await walkAll();
    expect(await mayBeAsked()).toBe(0);
  });

  it("the nightly check repairs nothing: it counts, and health, metrics and the ledger say so", async () => {
    const [victim] = residents.members;
    const forge =
      "UPDATE contact_permission SET permitted = '\\x03', valid_until = NULL WHERE member_id = $1";
    await sql(held.ownerUrl, forge, [victim.id]);
    await sql(
      held.ownerUrl,
      "UPDATE permission_run SET started_at = started_at - interval '2 days' WHERE kind = 'check'",
    );
    expect(await walkAll()).toMatchObject([{ kind: "check", differing: 1 }]);
    expect(await events()).toEqual(["permission.differed"]);
    expect(await getHealth()).toMatchObject({ permission: "differs" });
    expect((await getMetrics()).text).toContain("panel_permission_differing 1");
    const [row] = await sql<{ permitted: Buffer }>(
      held.appUrl,
      "SELECT permitted FROM contact_permission WHERE member_id = $1",
      [victim.id],
    );
    expect(row?.permitted.toString("hex")).toBe("03");
  });
});
