import { describe, expect, it } from "vitest";
import { newId } from "@/lib/id";
import type { Actor } from "@/lib/policy/permission";
import { getActivity } from "@/lib/queries/staff/get-activity";
import { recordedAdjustments } from "@/lib/actions/recorded-adjustments";
import { listAdjustments } from "@/lib/queries/staff/list-adjustments";
import { listGuests } from "@/lib/queries/staff/list-guests";
import { insertRows } from "@/prisma/seed/insert-rows";
import { database } from "@/lib/db/client";
import { arranged } from "../../support/arranged";
import { makeFocusGroup } from "../../support/activity";
import { useDatabase } from "../../support/database";
import { withClient } from "../../support/resident";
import { openDesk } from "../../support/staff";

useDatabase();

/** Three people with needs: one accepted, one declined, one did not answer. */
async function withNeeds() {
  const desk = await openDesk(["accepted", "declined", "silent"]);
  const { panel, members, viewer } = desk;
  const { organisationId } = panel;
  const id = await withClient((client) => makeFocusGroup(client, panel));
  const session = await database().activitySession.findFirstOrThrow({ where: { activityId: id } });
  await withClient(async (client) => {
    const at = Date.now();
    const invitations = members.map((member) => ({
      organisationId,
      id: newId(),
      activityId: id,
      memberId: member.id,
      invitedAt: at,
    }));
    await insertRows(client, "invitation", invitations);
    const rsvps = (["accepted", "declined"] as const).map((answer, index) => ({
      organisationId,
      invitationId: invitations[index]?.id,
      sessionId: session.id,
      answer,
      answeredAt: at,
    }));
    await insertRows(client, "rsvp", rsvps);
  });
  const needs = members.map((member, index) => ({
    organisationId,
    id: newId(),
    memberId: member.id,
    activityId: id,
    need: `Need ${index}`,
    art9Condition: "explicitConsent",
    createdAt: new Date(),
  }));
  await arranged((tx) => tx.adjustment.createMany({ data: needs }));
  const activity = await getActivity(viewer, id);
  if (activity === null) throw new Error("The focus group is not there");
  return { viewer, activity };
}

describe("what people need to take part", () => {
  it("is shown to the organiser, of those who are coming", async () => {
    const { viewer, activity } = await withNeeds();
    expect((await listAdjustments(viewer, activity))?.map(({ need }) => need)).toEqual(["Need 0"]);
  });

  it("is shown to nobody else: not to a colleague, the DPO, an administrator or an auditor", async () => {
    const { viewer, activity } = await withNeeds();
    const { organisationId, id: panelId } = viewer.panel;
    for (const role of ["engagement", "dpo", "admin", "auditor"] as const) {
      const actor: Actor = { kind: "staff", organisationId, staffId: newId(), grants: [{ panelId, role }] };
      expect(await listAdjustments({ ...viewer, actor }, activity)).toBeNull();
    }
  });

  it("is not shown to an organiser who has lost the role", async () => {
    const { viewer, activity } = await withNeeds();
    if (viewer.actor.kind !== "staff") throw new Error("The viewer is staff");
    const { id: panelId } = viewer.panel;
    const actor: Actor = { ...viewer.actor, grants: [{ panelId, role: "auditor" }] };
    expect(await listAdjustments({ ...viewer, actor }, activity)).toBeNull();
  });
});

describe("reading what people need", () => {
  it("is in the ledger once for each person who is read about, however often the page is opened that day", async () => {
    const { viewer, activity } = await withNeeds();
    const open = () => recordedAdjustments(viewer, activity);
    await Promise.all([open(), open()]);
    await open();
    const entries = await database().ledgerEntry.findMany({
      where: { organisationId: viewer.panel.organisationId, eventType: "specialCategory.read" },
    });
    expect(entries).toHaveLength(1);
    expect(entries[0]?.subjectRef).not.toBeNull();
    expect(Buffer.from(entries[0]?.bytes ?? []).toString()).not.toContain("Need");
  });
});

describe("who is coming", () => {
  it("puts everyone who was invited under exactly one answer", async () => {
    const { viewer, activity } = await withNeeds();
    const names = await Promise.all(
      (["accepted", "declined", "none", "notThis"] as const).map(async (answer) => {
        const { guests } = await listGuests(viewer, activity.id, answer);
        return guests.map(({ name }) => name);
      }),
    );
    expect(names).toEqual([["Given0 Family0"], ["Given1 Family1"], ["Given2 Family2"], []]);
    expect(activity).toMatchObject({ invited: 3, accepted: 1, declined: 1, notThis: 0 });
  });
});
