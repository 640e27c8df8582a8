import { beforeAll, describe, expect, it } from "vitest";
import { hashAddress } from "@/lib/auth/secrets";
import { inTransaction } from "@/lib/db/transaction";
import { newId } from "@/lib/id";
import type { PolicyDocument } from "@/lib/policy/document";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import { getStagedScreening, listScreenings } from "@/lib/queries/screening/list-screenings";
import { countNumbers, mayTakeNumbers, numbersToScreen } from "@/lib/queries/screening/numbers-to-screen";
import { saysOtherwise } from "@/lib/usecases/permission/walk-part";
import { runUseCase } from "@/lib/usecases/run";
import { recordNumbersTaken } from "@/lib/usecases/screening/record-numbers-taken";
import { recordScreening } from "@/lib/usecases/screening/record-screening";
import { stageScreening } from "@/lib/usecases/screening/stage-screening";
import { insertRows } from "@/prisma/seed/insert-rows";
import { compareAll } from "../../support/compare-all";
import { sql, useDatabase } from "../../support/database";
import { dayFromToday } from "../../support/day";
import { staffAs } from "../../support/dpo";
import { makeResidents, permitted, withClient, type Residents } from "../../support/resident";

const held = useDatabase();
const [first, second] = ["+447700900123", "+447700900124"] as const;
let residents: Residents;

/** Promotion by phone on legitimate interests: then the register decides (PECR reg 21). */
function byInterests(document: PolicyDocument): PolicyDocument {
  const lia = document.accountability.find(({ kind }) => kind === "lia");
  return {
    ...document,
    purposes: document.purposes.map((purpose) =>
      purpose.key === "promotion"
        ? { ...purpose, lawfulBasis: "legitimateInterests", liaKey: lia?.key ?? "", promisedConsent: [] }
        : purpose,
    ),
  };
}

beforeAll(async () => {
  residents = await makeResidents("connect", [], undefined, byInterests);
  const { organisationId } = residents.panel;
  const at = Date.now() - 86_400_000;
  const rows = residents.members.map(({ id: memberId }, index) => {
    const normalised = index === 0 ? first : second;
    const number = { value: normalised, normalised, addressHash: hashAddress(normalised) };
    return { organisationId, id: newId(), memberId, kind: "phone", ...number, verifiedAt: at, createdAt: at };
  });
  await withClient((client) => insertRows(client, "contact_point", rows));
});

const day = (daysAgo: number) => dayFromToday(-daysAgo);

async function screen(daysAgo: number, results: Readonly<Record<string, "clear" | "listed">>) {
  const { panel } = residents;
  const actor = staffAs(residents, "dpo");
  const screened = Object.entries(results).map(([number, result]) => ({ number, result }));
  const staged = await runUseCase(stageScreening, actor, { panel, screenedOn: day(daysAgo), screened });
  if (!staged.ok) throw new Error(staged.error.code);
  const recorded = await runUseCase(recordScreening, actor, { panel, uploadId: staged.value });
  if (!recorded.ok) throw new Error(recorded.error.code);
  const ids = residents.members.map(({ id }) => id);
  const all = await inTransaction((tx) => compareAll(tx, panel, ids, new Date()));
  expect(all.filter(saysOtherwise)).toEqual([]);
  return { uploadId: staged.value, counts: recorded.value };
}

const mayCall = (place: 0 | 1) => permitted(residents, residents.members[place], "promotion", "call");

describe("promotion by phone waits for a screening of the last 28 days (PECR reg 21, 26; PE-12)", () => {
  it("an unscreened number is not called, a clear one is, a listed one is not", async () => {
    expect(await mayCall(0)).toBe(false);
    const { counts } = await screen(3, { [first]: "clear", [second]: "listed" });
    expect(counts).toEqual({ clear: 1, listed: 1, known: 0 });
    expect([await mayCall(0), await mayCall(1)]).toEqual([true, false]);
  });

  it("a screening of long ago permits nothing, and takes nothing newer away", async () => {
    await screen(40, { [first]: "listed", [second]: "clear" });
    expect([await mayCall(0), await mayCall(1)]).toEqual([true, false]);
  });

  it("a later listing ends it; of two results of one day the listing counts", async () => {
    await screen(1, { [first]: "listed" });
    expect(await mayCall(0)).toBe(false);
    await screen(1, { [first]: "clear" });
    expect(await mayCall(0)).toBe(false);
    await screen(0, { [first]: "clear" });
    expect(await mayCall(0)).toBe(true);
    const { organisationId } = residents.panel;
    const [member] = residents.members;
    const facts = await loadMemberFacts(organisationId, [member.id]);
    expect(facts.get(member.id)?.tpsScreenedOn).toBe(day(0));
  });

  it("pressed twice, or given again, records nothing more and says so", async () => {
    const { uploadId } = await screen(2, { [first]: "clear" });
    const { panel } = residents;
    const again = await runUseCase(recordScreening, staffAs(residents, "admin"), { panel, uploadId });
    expect(again).toMatchObject({ ok: true, value: { clear: 1, known: 0 } });
    expect((await screen(2, { [first]: "clear" })).counts).toEqual({ clear: 1, listed: 0, known: 1 });
  });
});

describe("what is kept of a screening", () => {
  it("is the history of it, and no number", async () => {
    const viewer = { actor: staffAs(residents, "auditor"), panel: residents.panel };
    const { screenings } = await listScreenings(viewer, undefined);
    expect(screenings.map(({ clear, listed }) => [clear, listed])).toContainEqual([1, 1]);
    expect(await countNumbers(viewer, day(0))).toEqual({ numbers: 2, clear: 1, listed: 1 });
    const stored = await sql(held.superuserUrl, "SELECT t.*, u.* FROM tps_screening t, list_upload u", []);
    expect(JSON.stringify(stored)).not.toMatch(/7700900/u);
  });

  it("is recorded by neither engagement staff nor an auditor", async () => {
    const { panel } = residents;
    for (const role of ["engagement", "auditor"] as const) {
      const actor = staffAs(residents, role);
      const staged = await runUseCase(stageScreening, actor, { panel, screenedOn: day(0), screened: [] });
      expect(staged).toMatchObject({ ok: false, error: { code: "form.notPermitted" } });
      await expect(getStagedScreening({ actor, panel }, newId())).rejects.toThrow("Not permitted");
    }
  });
});

it("the numbers leave the product only after an entry says who takes them, and for them alone", async () => {
  const { panel } = residents;
  const viewer = { actor: staffAs(residents, "admin"), panel };
  const taken = await runUseCase(recordNumbersTaken, viewer.actor, { panel, reason: "beforeCalls" });
  if (!taken.ok) throw new Error(taken.error.code);
  const at = new Date();
  expect(await mayTakeNumbers(viewer, taken.value, at)).toBe(true);
  expect(await mayTakeNumbers({ ...viewer, actor: staffAs(residents, "dpo") }, taken.value, at)).toBe(false);
  expect(await mayTakeNumbers(viewer, taken.value, new Date(at.getTime() + 16 * 60_000))).toBe(false);
  const numbers: string[] = [];
  for await (const part of numbersToScreen(viewer)) numbers.push(...part);
  expect(numbers).toEqual([first, second]);
});
