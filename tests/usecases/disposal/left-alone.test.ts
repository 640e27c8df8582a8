import { expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import type { PolicyDocument } from "@/lib/policy/document";
import { getPanelById } from "@/lib/queries/panel/get-panel";
import { approveDisposal } from "@/lib/usecases/disposal/approve-disposal";
import { cancelDisposal } from "@/lib/usecases/disposal/cancel-disposal";
import { confirmJoin } from "@/lib/usecases/join/confirm-join";
import { leavePanel } from "@/lib/usecases/membership/leave-panel";
import { hashOf } from "@/lib/usecases/policy/document-hash";
import { runUseCase } from "@/lib/usecases/run";
import { arranged } from "@/tests/support/arranged";
import { useDatabase } from "@/tests/support/database";
import {
  approvedRun,
  daysAgo,
  haveLeft,
  makeDue,
  outcomesOf,
  preview,
  workOff,
} from "@/tests/support/disposal";
import { staffAs } from "@/tests/support/dpo";
import { openPanel, sendDraft, someone } from "@/tests/support/joining";
import type { TestMember } from "@/tests/support/panel";
import { as, makeResidents, type Residents } from "@/tests/support/resident";

useDatabase();

/** Another version of the panel's policy comes into force. @returns the panel as it is from then on */
async function publish({ panel }: Residents, change: (document: PolicyDocument) => PolicyDocument) {
  const { organisationId, id: panelId, policyNumber } = panel;
  const document = change(panel.document);
  const inForceAt = new Date();
  const id = newId();
  await arranged(async (tx) => {
    await tx.policyVersion.create({
      data: {
        ...{
          organisationId,
          id,
          panelId,
          number: policyNumber + 1,
          document,
          documentHash: hashOf(document),
        },
        ...{ approvedAt: inForceAt, inForceAt },
      },
    });
    const where = { organisationId_id: { organisationId, id: panelId } };
    await tx.panel.update({ where, data: { policyVersionId: id } });
  });
  const after = await getPanelById(organisationId, panelId);
  if (after === null) throw new Error("The panel is there.");
  return after;
}

const isThere = async ({ id }: Pick<TestMember, "id">) =>
  (await database().member.count({ where: { id } })) === 1;

const withTrigger =
  (ruleKey: string, trigger: "tenancyEnd" | "collected") =>
  (document: PolicyDocument): PolicyDocument => ({
    ...document,
    retentionRules: document.retentionRules.map((rule) =>
      rule.key === ruleKey ? { ...rule, trigger } : rule,
    ),
  });

it("a member is not erased on a day that was counted from something else than the end of their membership", async () => {
  const residents = await makeResidents("customer-voices", ["research"]);
  const [member] = residents.members;
  await makeDue(residents, member, { ruleKey: "study-details" });
  const panel = await publish(residents, withTrigger("study-details", "tenancyEnd"));
  const runId = await approvedRun({ ...residents, panel });
  await workOff();
  expect(await outcomesOf(residents, runId)).toMatchObject([{ outcome: "held", heldBy: "membership" }]);
  expect(await isThere(member)).toBe(true);
});

it("nobody is erased by a rule that the policy has nothing for any more", async () => {
  const residents = await makeResidents("connect", ["research"]);
  const [member] = residents.members;
  await haveLeft(residents, [member]);
  await makeDue(residents, member, { ruleKey: "monitoring" });
  const panel = await publish(residents, (document) => ({
    ...document,
    fields: document.fields.filter(({ retentionRuleKey }) => retentionRuleKey !== "monitoring"),
    purposes: document.purposes.filter(({ retentionRuleKey }) => retentionRuleKey !== "monitoring"),
  }));
  const runId = await approvedRun({ ...residents, panel });
  await workOff();
  expect(await outcomesOf(residents, runId)).toMatchObject([{ outcome: "held", heldBy: "noRule" }]);
  expect(await isThere(member)).toBe(true);
});

it("nothing is approved, and nothing is done, under another policy than the one of the preview", async () => {
  const residents = await makeResidents("connect", ["research"]);
  const { members } = residents;
  await haveLeft(residents, members);
  await makeDue(residents, members[0], { ruleKey: "panel-details" });
  const runId = await preview(residents);
  const second = await publish(residents, (document) => document);
  const changed = { ok: false, error: { code: "disposal.changed" } };
  const admin = staffAs(residents, "admin");
  expect(await runUseCase(approveDisposal, admin, { panel: second, runId })).toEqual(changed);
  await runUseCase(cancelDisposal, admin, { panel: second, runId });
  const approved = await approvedRun({ ...residents, panel: second });
  await publish({ ...residents, panel: second }, (document) => document);
  await workOff();
  expect(await outcomesOf(residents, approved)).toMatchObject([{ outcome: "failed" }]);
  expect(await isThere(members[0])).toBe(true);
});

it.each(["accuracyContested", "objection"] as const)(
  "RR-10 T: who is restricted is in no run, on whichever ground: %s",
  async (restrictionGround) => {
    const residents = await makeResidents("connect", ["research"]);
    const [member, other] = residents.members;
    await haveLeft(residents, [member, other]);
    for (const one of [member, other]) await makeDue(residents, one, { ruleKey: "panel-details" });
    const where = { id: member.id };
    const data = { restrictedAt: new Date(), restrictionGround, restrictionEvidence: "Letter" };
    const approved = await approvedRun(residents);
    await arranged((tx) => tx.member.updateMany({ where, data }));
    await workOff();
    const outcomes = await outcomesOf(residents, approved);
    expect(outcomes.map(({ heldBy }) => heldBy).toSorted()).toEqual(["restriction", null].toSorted());
    expect([await isThere(member), await isThere(other)]).toEqual([true, false]);
  },
);

it("who asked to join again before their old membership is erased joins with the mail they got", async () => {
  const { panel, made } = await openPanel("customer-voices");
  const residents = { panel, made } as unknown as Residents;
  const first = { panel, joinRequestId: await sendDraft(panel) };
  expect(await runUseCase(confirmJoin, someone, first)).toMatchObject({ ok: true });
  const { organisationId } = panel;
  const before = await database().member.findFirstOrThrow({ where: { organisationId } });
  const member = { id: before.id } as TestMember;
  expect(await runUseCase(leavePanel, as(residents, member), { panel, wording: "Leave" })).toMatchObject({
    ok: true,
  });
  await database().retentionItem.updateMany({
    where: { organisationId, ruleKey: "after-leaving" },
    data: { triggeredOn: new Date(`${daysAgo(40)}T00:00:00Z`), dueOn: new Date(`${daysAgo(9)}T00:00:00Z`) },
  });
  const again = await sendDraft(panel);
  await approvedRun(residents);
  await workOff();
  expect(await isThere(member)).toBe(false);
  expect(await database().joinRequest.count({ where: { organisationId } })).toBe(1);
  expect(await database().delivery.count({ where: { joinRequestId: again } })).toBe(1);
  const confirmed = await runUseCase(confirmJoin, someone, { panel, joinRequestId: again });
  expect(confirmed).toMatchObject({ ok: true, value: { outcome: "joined" } });
});
