import { expect, it } from "vitest";
import { dateColumn } from "@/lib/clock";
import { newToken } from "@/lib/auth/secrets";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { getDisposalRun } from "@/lib/queries/disposal/get-disposal-run";
import { listRunItems } from "@/lib/queries/disposal/list-run-items";
import { applicationDecisionSchema } from "@/lib/schemas/application-decision";
import { decideApplication } from "@/lib/usecases/application/decide-application";
import { approveDisposal } from "@/lib/usecases/disposal/approve-disposal";
import { simulateDisposal } from "@/lib/usecases/disposal/simulate-disposal";
import { confirmJoin } from "@/lib/usecases/join/confirm-join";
import { runUseCase } from "@/lib/usecases/run";
import { engagementOf } from "@/tests/support/activity";
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
import { ask, makeResidents, type Residents } from "@/tests/support/resident";

useDatabase();

/** Moves everything that is set for a panel's people to days that have come. */
async function bringForward(organisationId: string): Promise<void> {
  const data = { triggeredOn: dateColumn(daysAgo(200)), dueOn: dateColumn(daysAgo(3)) };
  await database().retentionItem.updateMany({ where: { organisationId }, data });
}

it("an application that was not chosen goes six months after applications closed, with all that came with it", async () => {
  const { panel, made } = await openPanel("resident-panel");
  const { organisationId } = panel;
  await runUseCase(confirmJoin, someone, { panel, joinRequestId: await sendDraft(panel) });
  const { reference } = await database().member.findFirstOrThrow({ where: { organisationId } });
  const words = {
    reference,
    decided: "unsuccessful",
    reason: "placesTaken",
    words: "Thank you.",
    read: "on",
  };
  const decision = applicationDecisionSchema.parse(words);
  expect((await runUseCase(decideApplication, engagementOf(made), { panel, decision })).ok).toBe(true);
  await bringForward(organisationId);
  const runId = await approvedRun({ panel, made } as unknown as Residents);
  await workOff();
  const where = { organisationId };
  expect(await database().application.count({ where })).toBe(0);
  expect(await database().member.count({ where })).toBe(0);
  const outcomes = await outcomesOf({ panel } as Residents, runId);
  // The record of choices is not a run's to delete; everything else went.
  expect(
    new Set(outcomes.map(({ ruleKey, outcome, heldBy }) => `${ruleKey === "evidence"} ${outcome} ${heldBy}`)),
  ).toEqual(new Set(["false disposed null", "true held evidence"]));
});

it("where nothing of a kind is held, nobody is counted as losing it, and its day is settled or counted again", async () => {
  const residents = await makeResidents("connect", []);
  const { panel, members } = residents;
  const [first, second] = members;
  await haveLeft(residents, [second]);
  await makeDue(residents, first, { ruleKey: "prize-draw" });
  await makeDue(residents, second, { ruleKey: "monitoring" });
  const runId = await preview(residents);
  const viewer = { actor: staffAs(residents, "admin"), panel };
  const seen = await getDisposalRun(viewer, runId);
  expect(seen?.people).toEqual({ whole: 0, inPart: 0, kept: 0, nothing: 2, settled: 0 });
  await runUseCase(approveDisposal, staffAs(residents, "admin"), { panel, runId });
  await workOff();
  const after = await getDisposalRun(viewer, runId);
  expect(after).toMatchObject({ state: "finished", people: { nothing: 2, settled: 2, inPart: 0 } });
  expect(await outcomesOf(residents, runId)).toMatchObject([{ outcome: "lapsed" }, { outcome: "lapsed" }]);
  const where = { organisationId: panel.organisationId };
  const left = await database().retentionItem.findMany({ where: { ...where, settledAt: null } });
  expect(left.map(({ ruleKey, dueOn }) => [ruleKey, dueOn.getTime() > Date.now()])).toEqual([
    ["prize-draw", true],
  ]);
});

it("what somebody gave later, and left, ends as long after it was given as the rest", async () => {
  const residents = await makeResidents("connect", []);
  const { panel, members } = residents;
  const { organisationId } = panel;
  const { activityId } = await ask(residents);
  const id = await makeDue(residents, members[0], { ruleKey: "prize-draw" });
  await haveLeft(residents, [members[0]]);
  await arranged(async (tx) => {
    const where = { organisationId_id: { organisationId, id: activityId } };
    await tx.activity.update({ where, data: { purposeKey: "prizeDraw" } });
    const mine = { organisationId, memberId: members[0].id };
    await tx.invitation.updateMany({
      where: mine,
      data: { invitedAt: new Date(Date.now() - 400 * 86_400_000) },
    });
    const submittedAt = new Date(Date.now() - 30 * 86_400_000);
    await tx.surveyResponse.create({ data: { ...mine, id: newId(), activityId, answers: {}, submittedAt } });
  });
  await approvedRun(residents);
  await workOff();
  const item = await database().retentionItem.findUniqueOrThrow({
    where: { organisationId_id: { organisationId, id } },
  });
  expect(item).toMatchObject({ settledAt: null, triggeredOn: dateColumn(daysAgo(30)) });
});

it("what came after somebody looked stays due: nobody approved that it goes", async () => {
  const residents = await makeResidents("connect", []);
  const { panel, members } = residents;
  const own = { organisationId: panel.organisationId, memberId: members[0].id };
  const id = await makeDue(residents, members[0], { ruleKey: "monitoring" });
  await approvedRun(residents);
  await arranged((tx) =>
    tx.monitoringAnswer.create({
      data: {
        ...own,
        fieldKey: "religion",
        value: "x",
        art9Condition: "explicit_consent",
        collectedAt: new Date(),
      },
    }),
  );
  await workOff();
  expect(await database().monitoringAnswer.count({ where: own })).toBe(1);
  expect(await database().retentionItem.count({ where: { id, settledAt: null } })).toBe(1);
});

it("a run that reaches more people than usual needs their number", async () => {
  const residents = await makeResidents("connect", []);
  const { panel, members } = residents;
  const { organisationId, id: panelId } = panel;
  await haveLeft(residents, members);
  const more = Array.from({ length: 501 }, () => ({
    id: newId(),
    subjectRef: newId(),
    reference: `CN-${newToken().slice(0, 8)}`,
  }));
  await arranged((tx) =>
    tx.member.createMany({
      data: more.map((each) => ({
        ...{ ...each, organisationId, panelId, state: "left" as const, interests: [] },
        ...{ givenName: "Sam", familyName: "Walker", sortName: "walker sam", createdAt: new Date() },
      })),
    }),
  );
  await database().retentionItem.createMany({
    data: more.map(({ id: memberId }) => ({
      ...{
        organisationId,
        panelId,
        memberId,
        id: newId(),
        ruleKey: "panel-details",
        action: "delete" as const,
      },
      ...{ triggeredOn: dateColumn(daysAgo(400)), dueOn: dateColumn(daysAgo(3)) },
    })),
  });
  const seen = await runUseCase(simulateDisposal, staffAs(residents, "dpo"), { panel });
  if (!seen.ok) throw new Error(seen.error.code);
  const { runId, people } = seen.value;
  expect(people).toBe(501);
  const approve = (typed?: number) =>
    runUseCase(approveDisposal, staffAs(residents, "admin"), { panel, runId, people: typed });
  const other = { fields: { people: [{ code: "disposal.people.other", params: { people: 501 } }] } };
  expect(await approve()).toMatchObject({ ok: false, error: other });
  expect(await approve(500)).toMatchObject({ ok: false, error: other });
  expect((await approve(501)).ok).toBe(true);
  const viewer = { actor: staffAs(residents, "dpo"), panel };
  const first = await listRunItems(viewer, runId, undefined, 300);
  const second = await listRunItems(viewer, runId, first.next ?? undefined, 300);
  expect([...first.items, ...second.items]).toHaveLength(501);
  expect(new Set([...first.items, ...second.items].map(({ itemId }) => itemId)).size).toBe(501);
  expect(second.next).toBeNull();
});
