import { describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { changedFocusGroupSchema, type ChangedFocusGroup } from "@/lib/schemas/activity";
import { changeFocusGroup } from "@/lib/usecases/activity/change-focus-group";
import { approveMailing } from "@/lib/usecases/mailing/approve-mailing";
import { runUseCase } from "@/lib/usecases/run";
import { expandAll, onlyTells } from "../../support/activity";
import { inviteGuests } from "../../support/guests";
import type { TestMember } from "../../support/panel";
import { inviteEveryone, kept, useFocusGroups, type Scene } from "./focus-group";

const { client, scene, trail } = useFocusGroups();

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
    await inviteEveryone(made);
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
      review: onlyTells,
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

  test.each(["dpo", "auditor"] as const)("a %s cannot", async (role) => {
    const made = await scene();
    const { organisationId, staffId, panelId } = made.panel;
    const actor = { kind: "staff", organisationId, staffId, grants: [{ panelId, role }] } as const;
    const focusGroup = await form(made);
    expect(await runUseCase(changeFocusGroup, actor, { panel: made.view, focusGroup })).toMatchObject({
      error: { code: "form.notPermitted" },
    });
  });
});
