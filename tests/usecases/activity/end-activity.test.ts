import { describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { cancelActivity } from "@/lib/usecases/activity/cancel-activity";
import { closeActivity } from "@/lib/usecases/activity/close-activity";
import { reopenActivity } from "@/lib/usecases/activity/reopen-activity";
import { finishMailing } from "@/lib/usecases/mailing/finish-mailing";
import { answerInvitation } from "@/lib/usecases/rsvp/answer-invitation";
import { runUseCase } from "@/lib/usecases/run";
import { expandAll } from "../../support/activity";
import { inviteGuests } from "../../support/guests";
import type { TestMember, TestPanel } from "../../support/panel";
import { inviteEveryone, system, useFocusGroups, type Scene } from "./focus-group";

const { client, scene, trail } = useFocusGroups();

async function finishAll(): Promise<void> {
  for (;;) {
    const result = await runUseCase(finishMailing, system, null);
    if (!result.ok || !result.value.finished) return;
  }
}

const memberActor = ({ organisationId, panelId }: TestPanel, member: TestMember) =>
  ({ kind: "member", organisationId, panelId, memberId: member.id }) as const;

const noNeed = { need: null, agreed: false };
const cancellation = (made: Scene, more: { revision?: number; idempotencyKey?: string } = {}) => ({
  panel: made.view,
  activity: made.activityId,
  revision: more.revision ?? 0,
  reason: "The hall has flooded.",
  subject: "Cancelled: Repairs online",
  promotion: "none" as const,
  idempotencyKey: more.idempotencyKey ?? newId(),
});

describe("closing early", () => {
  test("takes no answers and stops mail that asks, until it is opened again", async () => {
    const made = await scene(["a", "b"]);
    const [asked] = made.members as [TestMember];
    await inviteGuests(client, made.panel, made.activityId, [asked], { answer: null });
    await inviteEveryone(made);
    const of = { panel: made.view, activity: made.activityId };
    expect(await runUseCase(closeActivity, made.actor, { ...of, revision: 0 })).toMatchObject({ ok: true });
    const invitation = await database().invitation.findFirstOrThrow({ where: { memberId: asked.id } });
    const accept = () =>
      runUseCase(answerInvitation, memberActor(made.panel, asked), {
        invitationId: invitation.id,
        answer: "accepted" as const,
        adjustment: noNeed,
      });
    expect(await accept()).toMatchObject({ ok: false, error: { code: "invitation.notOpen" } });
    expect(await database().mailing.findFirst({ where: { activityId: made.activityId } })).toMatchObject({
      state: "cancelled",
    });
    expect(await runUseCase(reopenActivity, made.actor, { ...of, revision: 0 })).toMatchObject({
      error: { code: "activity.changedMeanwhile" },
    });
    expect(await runUseCase(reopenActivity, made.actor, { ...of, revision: 1 })).toMatchObject({ ok: true });
    expect(await accept()).toMatchObject({ ok: true });
    expect(await trail(made.panel, "activity.closed")).toHaveLength(1);
    expect(await trail(made.panel, "activity.reopened")).toHaveLength(1);
    expect(await trail(made.panel, "mailing.stopped")).toHaveLength(1);
  });
});

describe("cancelling", () => {
  test("tells everyone who was invited and has not said no, and takes no answers any more", async () => {
    const made = await scene(["yes", "no", "silent"]);
    const [yes, no, silent] = made.members as [TestMember, TestMember, TestMember];
    await inviteGuests(client, made.panel, made.activityId, [yes], { answer: "accepted" });
    await inviteGuests(client, made.panel, made.activityId, [no], { answer: "declined" });
    await inviteGuests(client, made.panel, made.activityId, [silent], { answer: null });
    const cancelled = await runUseCase(cancelActivity, made.actor, cancellation(made));
    expect(cancelled).toMatchObject({ ok: true, value: { mailingId: expect.any(String) } });
    await expandAll();
    const mailing = await database().mailing.findFirstOrThrow({ where: { activityId: made.activityId } });
    expect(mailing).toMatchObject({ kind: "service", template: "activity-cancelled", matched: 2 });
    const deliveries = await database().delivery.findMany({ where: { mailingId: mailing.id } });
    expect(new Set(deliveries.map(({ memberId }) => memberId))).toEqual(new Set([yes.id, silent.id]));
    const invitation = await database().invitation.findFirstOrThrow({ where: { memberId: silent.id } });
    const answer = { invitationId: invitation.id, answer: "accepted" as const, adjustment: noNeed };
    expect(await runUseCase(answerInvitation, memberActor(made.panel, silent), answer)).toMatchObject({
      error: { code: "invitation.cancelled" },
    });
    expect(await trail(made.panel, "activity.cancelled")).toEqual([{ activityId: made.activityId }]);
  });

  test("writes to nobody when nobody was invited", async () => {
    const made = await scene(["a"]);
    const cancelled = await runUseCase(cancelActivity, made.actor, cancellation(made));
    expect(cancelled).toMatchObject({ ok: true, value: { mailingId: null } });
    expect(await database().mailing.count({ where: { activityId: made.activityId } })).toBe(0);
  });

  test("of two presses one cancels", async () => {
    const made = await scene(["a"]);
    await inviteGuests(client, made.panel, made.activityId, made.members, { answer: "accepted" });
    const press = () => runUseCase(cancelActivity, made.actor, cancellation(made));
    const presses = await Promise.all([press(), press(), press()]);
    expect(presses.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database().mailing.count({ where: { activityId: made.activityId } })).toBe(1);
  });

  test("an invitation that has not left yet never does, and its books close", async () => {
    const made = await scene(["a", "b", "c"]);
    await inviteEveryone(made);
    await expandAll();
    await runUseCase(cancelActivity, made.actor, cancellation(made));
    await finishAll();
    const asking = await database().mailing.findFirstOrThrow({
      where: { activityId: made.activityId, template: "focus-group-invitation" },
    });
    expect(asking).toMatchObject({ state: "cancelled", finishedAt: expect.any(Date) });
    expect(await trail(made.panel, "mailing.finished")).toMatchObject([
      { matched: "3", sent: "0", suppressed: "3", stopped: "3", failed: "0", unknown: "0" },
    ]);
  });

  test.each(["dpo", "auditor"] as const)("a %s can do neither", async (role) => {
    const made = await scene();
    const { organisationId, staffId, panelId } = made.panel;
    const actor = { kind: "staff", organisationId, staffId, grants: [{ panelId, role }] } as const;
    const of = { panel: made.view, activity: made.activityId, revision: 0 };
    const presses = [
      runUseCase(closeActivity, actor, of),
      runUseCase(reopenActivity, actor, of),
      runUseCase(cancelActivity, actor, cancellation(made)),
    ];
    for (const press of presses) expect(await press).toMatchObject({ error: { code: "form.notPermitted" } });
  });
});
