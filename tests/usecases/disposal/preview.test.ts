import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { findOpenRun } from "@/lib/queries/disposal/list-disposal-runs";
import { approveDisposal } from "@/lib/usecases/disposal/approve-disposal";
import { cancelDisposal } from "@/lib/usecases/disposal/cancel-disposal";
import { simulateDisposal } from "@/lib/usecases/disposal/simulate-disposal";
import { runUseCase } from "@/lib/usecases/run";
import { disposalRound } from "@/lib/worker/disposal-rounds";
import { useDatabase } from "@/tests/support/database";
import {
  approvedRun,
  daysAgo,
  haveLeft,
  holdMember,
  makeDue,
  outcomesOf,
  preview,
  today,
  workOff,
} from "@/tests/support/disposal";
import { staffAs } from "@/tests/support/dpo";
import { makeResidents, type Residents } from "@/tests/support/resident";

useDatabase();

async function left(): Promise<Residents> {
  const residents = await makeResidents("connect", ["research"]);
  await haveLeft(residents, residents.members);
  for (const member of residents.members) await makeDue(residents, member, { ruleKey: "panel-details" });
  return residents;
}

async function entriesOf({ panel }: Residents) {
  const where = { organisationId: panel.organisationId, eventType: { startsWith: "disposal." } };
  const rows = await database().ledgerEntry.findMany({ where, orderBy: { seq: "asc" } });
  return rows.map(({ eventType }) => eventType);
}

const refusedBy = (code: string) => ({ ok: false, error: { code } });

describe("a preview", () => {
  it("says what would go and deletes nothing", async () => {
    const residents = await left();
    const runId = await preview(residents);
    expect(await outcomesOf(residents, runId)).toEqual([
      { ruleKey: "panel-details", outcome: null, heldBy: null },
      { ruleKey: "panel-details", outcome: null, heldBy: null },
    ]);
    await disposalRound();
    const where = { organisationId: residents.panel.organisationId };
    expect(await database().member.count({ where })).toBe(2);
    expect(await entriesOf(residents)).toEqual(["disposal.simulated"]);
  });

  it("takes nothing before its day, and no day that has not come", async () => {
    const residents = await makeResidents("connect", ["research"]);
    const { panel, members } = residents;
    await haveLeft(residents, members);
    await makeDue(residents, members[0], { ruleKey: "panel-details", dueOn: daysAgo(10) });
    await makeDue(residents, members[1], { ruleKey: "panel-details", dueOn: daysAgo(5) });
    const dpo = staffAs(residents, "dpo");
    const early = await runUseCase(simulateDisposal, dpo, { panel, asOf: daysAgo(11) });
    expect(early).toEqual(refusedBy("disposal.nothingDue"));
    const future = await runUseCase(simulateDisposal, dpo, { panel, asOf: daysAgo(-1) });
    expect(future).toMatchObject({
      ok: false,
      error: { fields: { asOf: [{ code: "disposal.asOf.future" }] } },
    });
    const between = await preview(residents, daysAgo(7));
    expect(await outcomesOf(residents, between)).toHaveLength(1);
  });

  it("is one at a time, and is replaced by who says which", async () => {
    const residents = await left();
    const { panel } = residents;
    const first = await preview(residents);
    const dpo = staffAs(residents, "dpo");
    expect(await runUseCase(simulateDisposal, dpo, { panel })).toEqual(refusedBy("disposal.open"));
    const again = await runUseCase(simulateDisposal, dpo, { panel, replaces: first });
    expect(again.ok).toBe(true);
    expect(await entriesOf(residents)).toEqual([
      "disposal.simulated",
      "disposal.cancelled",
      "disposal.simulated",
    ]);
    const late = await runUseCase(approveDisposal, staffAs(residents, "admin"), { panel, runId: first });
    expect(late).toEqual(refusedBy("disposal.over"));
  });

  it("is what the second person finds, until it is over or taken back", async () => {
    const residents = await left();
    const { panel } = residents;
    const viewer = { actor: staffAs(residents, "admin"), panel };
    expect(await findOpenRun(viewer)).toBeNull();
    const id = await preview(residents);
    expect(await findOpenRun(viewer)).toMatchObject({ id, state: "waiting", items: 2 });
    await runUseCase(cancelDisposal, staffAs(residents, "dpo"), { panel, runId: id });
    expect(await findOpenRun(viewer)).toBeNull();
    const again = await approvedRun(residents);
    expect(await findOpenRun(viewer)).toMatchObject({ id: again, state: "approved" });
    await workOff();
    expect(await findOpenRun(viewer)).toBeNull();
  });

  it("is not for staff who are neither the officer nor an administrator", async () => {
    const residents = await left();
    const input = { panel: residents.panel };
    for (const role of ["engagement", "auditor"] as const) {
      const refused = await runUseCase(simulateDisposal, staffAs(residents, role), input);
      expect(refused).toEqual(refusedBy("form.notPermitted"));
    }
  });

  it("RT-1: counts from the shorter of what was and what is promised", async () => {
    const residents = await makeResidents("connect", []);
    const { panel, members } = residents;
    await haveLeft(residents, members);
    // Due in a year by what was promised then; a rule of six months was due half a year ago.
    const data = { ruleKey: "panel-details", dueOn: daysAgo(-180) };
    const id = await makeDue(residents, members[0], data);
    const where = { organisationId_id: { organisationId: panel.organisationId, id } };
    await database().retentionItem.update({
      where,
      data: { triggeredOn: new Date(`${daysAgo(190)}T00:00:00Z`) },
    });
    const dpo = staffAs(residents, "dpo");
    expect(await runUseCase(simulateDisposal, dpo, { panel })).toEqual(refusedBy("disposal.nothingDue"));
    const rules = panel.document.retentionRules.map((rule) =>
      rule.key === "panel-details" ? { ...rule, period: "P6M" } : rule,
    );
    const shorter = { ...panel, document: { ...panel.document, retentionRules: rules } };
    expect((await runUseCase(simulateDisposal, dpo, { panel: shorter })).ok).toBe(true);
  });
});

describe("the second person", () => {
  it("is somebody else than who looked", async () => {
    const residents = await left();
    const { panel } = residents;
    const dpo = staffAs(residents, "dpo");
    const seen = await runUseCase(simulateDisposal, dpo, { panel });
    if (!seen.ok) throw new Error(seen.error.code);
    const { runId } = seen.value;
    expect(await runUseCase(approveDisposal, dpo, { panel, runId })).toEqual(refusedBy("disposal.ownRun"));
    const auditor = await runUseCase(approveDisposal, staffAs(residents, "auditor"), { panel, runId });
    expect(auditor).toEqual(refusedBy("form.notPermitted"));
    expect((await runUseCase(approveDisposal, staffAs(residents, "dpo"), { panel, runId })).ok).toBe(true);
    expect(await entriesOf(residents)).toEqual(["disposal.simulated", "disposal.approved"]);
  });

  it.each([
    ["a hold was placed", async (r: Residents) => holdMember(r, r.members[0])],
    [
      "more fell due",
      async (r: Residents) => makeDue(r, r.members[0], { ruleKey: "monitoring", dueOn: today }),
    ],
    [
      "somebody was erased meanwhile",
      async (r: Residents) => database().retentionItem.deleteMany({ where: { memberId: r.members[1].id } }),
    ],
  ])("approves nothing that has changed since the preview: %s", async (_name, change) => {
    const residents = await left();
    const { panel } = residents;
    const runId = await preview(residents);
    await change(residents);
    const admin = staffAs(residents, "admin");
    expect(await runUseCase(approveDisposal, admin, { panel, runId })).toEqual(refusedBy("disposal.changed"));
    const again = await runUseCase(simulateDisposal, staffAs(residents, "dpo"), { panel, replaces: runId });
    if (!again.ok) throw new Error(again.error.code);
    expect((await runUseCase(approveDisposal, admin, { panel, runId: again.value.runId })).ok).toBe(true);
  });

  it("may take an approved run back until it begins, and then not any more", async () => {
    const residents = await left();
    const { panel } = residents;
    const admin = staffAs(residents, "admin");
    const first = await preview(residents);
    await runUseCase(approveDisposal, admin, { panel, runId: first });
    expect(await runUseCase(cancelDisposal, admin, { panel, runId: first })).toMatchObject({ ok: true });
    await disposalRound();
    expect(await outcomesOf(residents, first)).toMatchObject([{ outcome: null }, { outcome: null }]);
    const second = await preview(residents);
    await runUseCase(approveDisposal, admin, { panel, runId: second });
    await workOff();
    expect(await runUseCase(cancelDisposal, admin, { panel, runId: second })).toEqual(
      refusedBy("disposal.over"),
    );
  });
});
