import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { changedFocusGroupSchema, type ChangedFocusGroup } from "@/lib/schemas/activity";
import { everyone } from "@/lib/schemas/audience";
import { cancelActivity } from "@/lib/usecases/activity/cancel-activity";
import { changeFocusGroup } from "@/lib/usecases/activity/change-focus-group";
import { closeActivity } from "@/lib/usecases/activity/close-activity";
import { reopenActivity } from "@/lib/usecases/activity/reopen-activity";
import { approveMailing } from "@/lib/usecases/mailing/approve-mailing";
import { expandMailing } from "@/lib/usecases/mailing/expand-mailing";
import { finishMailing } from "@/lib/usecases/mailing/finish-mailing";
import { answerInvitation } from "@/lib/usecases/rsvp/answer-invitation";
import { runUseCase } from "@/lib/usecases/run";
import { engagementOf, makeFocusGroup, viewOf } from "../../support/activity";
import { useDatabase } from "../../support/database";
import "../../support/environment";
import { inviteGuests } from "../../support/guests";
import { makeMembers, makePanel, presetDocument, type TestMember, type TestPanel } from "../../support/panel";

const held = useDatabase();
let client: pg.Client;
beforeAll(async () => {
  client = new pg.Client({ connectionString: held.appUrl });
  await client.connect();
});
afterAll(() => client.end());

const system = { kind: "system", name: "test" } as const;

async function scene(names: readonly string[] = []) {
  const panel = await makePanel(client, presetDocument("customer-voices"));
  const members = await makeMembers(client, panel, { emails: names, purposes: ["research"] });
  const view = await viewOf(panel);
  return {
    panel,
    members,
    view,
    actor: engagementOf(panel),
    activityId: await makeFocusGroup(client, panel),
  };
}
type Scene = Awaited<ReturnType<typeof scene>>;

const kept = ({ activityId }: Scene) =>
  database().activity.findFirstOrThrow({ where: { id: activityId }, include: { sessions: true } });

/** The form as it is filled in when the page opens, with what is changed. */
async function form(made: Scene, changes: Record<string, string> = {}): Promise<ChangedFocusGroup> {
  const day = new Date(Date.now() + 14 * 86_400_000);
  return changedFocusGroupSchema.parse({
    activity: made.activityId,
    revision: "0",
    title: "Repairs online",
    summary: "Try the new repairs page with us and say what you think.",
    "date-day": String(day.getUTCDate()),
    "date-month": String(day.getUTCMonth() + 1),
    "date-year": String(day.getUTCFullYear()),
    startsAt: "18:00",
    endsAt: "19:30",
    place: "Mill Bank Centre",
    joinLink: "",
    capacity: "12",
    adjustmentsAsked: "Tell us what would help you take part.",
    ...changes,
  });
}

const change = async (made: Scene, changes: Record<string, string> = {}) =>
  runUseCase(changeFocusGroup, made.actor, { panel: made.view, focusGroup: await form(made, changes) });

async function trail({ organisationId }: TestPanel, eventType: string) {
  const { rows } = await client.query<{ data: Record<string, unknown> }>(
    `SELECT convert_from(bytes, 'utf8')::json->'data' AS data FROM ledger_entry
     WHERE event_type = $1 AND organisation_id = $2 ORDER BY seq`,
    [eventType, organisationId],
  );
  return rows.map(({ data }) => data);
}

async function expandAll(): Promise<void> {
  for (;;) {
    const result = await runUseCase(expandMailing, system, { size: 100 });
    if (!result.ok || result.value === null) return;
  }
}

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
  idempotencyKey: more.idempotencyKey ?? newId(),
});

describe("changing a focus group", () => {
  test("names in the trail which fields were changed, and never what they say", async () => {
    const made = await scene();
    expect(await change(made, { place: "Town hall", capacity: "20" })).toMatchObject({ ok: true });
    const after = await kept(made);
    expect(after.sessions[0]).toMatchObject({ place: "Town hall", capacity: 20 });
    expect(await trail(made.panel, "activity.changed")).toEqual([
      { activityId: made.activityId, fields: ["startsAt", "endsAt", "place", "capacity"] },
    ]);
  });

  test("sent again with nothing changed, it changes nothing and leaves no trace", async () => {
    const made = await scene();
    await change(made);
    const { revision } = await kept(made);
    expect(await change(made, { revision: String(revision) })).toMatchObject({
      ok: true,
      value: { toTell: 0 },
    });
    expect((await kept(made)).revision).toBe(revision);
    expect(await trail(made.panel, "activity.changed")).toHaveLength(1);
  });

  test("of two tabs the second is refused and what the first wrote stays", async () => {
    const made = await scene();
    const both = await Promise.all([change(made, { title: "First" }), change(made, { title: "Second" })]);
    const [won] = both.filter(({ ok }) => ok);
    const [lost] = both.filter(({ ok }) => !ok);
    expect(won).toBeDefined();
    expect(lost).toMatchObject({ error: { code: "activity.changedMeanwhile" } });
    expect(await trail(made.panel, "activity.changed")).toHaveLength(1);
  });

  test("has no fewer places than people who have said yes", async () => {
    const made = await scene(["a", "b"]);
    await inviteGuests(client, made.panel, made.activityId, made.members, { answer: "accepted" });
    expect(await change(made, { capacity: "1" })).toMatchObject({
      ok: false,
      error: { fields: { capacity: [{ code: "capacity.belowAccepted", params: { accepted: 2 } }] } },
    });
  });

  test("waits until mail that tells the old details has gone", async () => {
    const made = await scene(["a"]);
    await runUseCase(approveMailing, made.actor, {
      panel: made.view,
      activityId: made.activityId,
      audience: everyone,
      words: { subject: "Come", opening: "" },
      idempotencyKey: newId(),
    });
    expect(await change(made)).toMatchObject({ ok: false, error: { code: "activity.mailUnderWay" } });
  });

  test("another panel's activity is not there", async () => {
    const made = await scene();
    const other = await scene();
    const refused = await runUseCase(changeFocusGroup, other.actor, {
      panel: other.view,
      focusGroup: await form(made),
    });
    expect(refused).toMatchObject({ ok: false, error: { code: "activity.unknown" } });
  });

  test("tells those who said yes before the change, as a service message, and nobody else", async () => {
    const made = await scene(["yes", "no", "silent", "later"]);
    const [yes, no, silent, later] = made.members as [TestMember, TestMember, TestMember, TestMember];
    await inviteGuests(client, made.panel, made.activityId, [yes], { answer: "accepted" });
    await inviteGuests(client, made.panel, made.activityId, [no], { answer: "declined" });
    await inviteGuests(client, made.panel, made.activityId, [silent], { answer: null });
    expect(await change(made, { place: "Town hall" })).toMatchObject({ ok: true, value: { toTell: 1 } });
    const after = { answer: "accepted" as const, at: Date.now() + 60_000 };
    await inviteGuests(client, made.panel, made.activityId, [later], after);
    const told = await runUseCase(approveMailing, made.actor, {
      panel: made.view,
      activityId: made.activityId,
      audience: { who: "accepted" },
      words: { subject: "A change", opening: "" },
      idempotencyKey: newId(),
    });
    expect(told).toMatchObject({ ok: true });
    await expandAll();
    const mailing = await database().mailing.findFirstOrThrow({ where: { activityId: made.activityId } });
    expect(mailing).toMatchObject({ kind: "service", template: "activity-changed", matched: 1 });
    const deliveries = await database().delivery.findMany({ where: { mailingId: mailing.id } });
    expect(deliveries.map(({ memberId }) => memberId)).toEqual([yes.id]);
    expect(await database().invitation.count({ where: { activityId: made.activityId } })).toBe(4);
  });
});

describe("closing early", () => {
  test("takes no answers and stops mail that asks, until it is opened again", async () => {
    const made = await scene(["a", "b"]);
    const [asked] = made.members as [TestMember];
    await inviteGuests(client, made.panel, made.activityId, [asked], { answer: null });
    await runUseCase(approveMailing, made.actor, {
      panel: made.view,
      activityId: made.activityId,
      audience: everyone,
      words: { subject: "Come", opening: "" },
      idempotencyKey: newId(),
    });
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
    await runUseCase(approveMailing, made.actor, {
      panel: made.view,
      activityId: made.activityId,
      audience: everyone,
      words: { subject: "Come", opening: "" },
      idempotencyKey: newId(),
    });
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

  test.each(["dpo", "auditor"] as const)("a %s can do none of it", async (role) => {
    const made = await scene();
    const { organisationId, staffId, panelId } = made.panel;
    const actor = { kind: "staff", organisationId, staffId, grants: [{ panelId, role }] } as const;
    const of = { panel: made.view, activity: made.activityId, revision: 0 };
    const presses = [
      runUseCase(closeActivity, actor, of),
      runUseCase(reopenActivity, actor, of),
      runUseCase(cancelActivity, actor, cancellation(made)),
      runUseCase(changeFocusGroup, actor, { panel: made.view, focusGroup: await form(made) }),
    ];
    for (const press of presses) expect(await press).toMatchObject({ error: { code: "form.notPermitted" } });
  });
});
