import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { listAttendance } from "@/lib/queries/staff/list-attendance";
import type { AttendanceMarks } from "@/lib/schemas/attendance";
import { recordAttendance } from "@/lib/usecases/attendance/record-attendance";
import { runUseCase } from "@/lib/usecases/run";
import { insertRows } from "@/prisma/seed/insert-rows";
import { arranged } from "../../support/arranged";
import { useDatabase } from "../../support/database";
import { withClient } from "../../support/resident";
import { openDesk, type StaffDesk } from "../../support/staff";

useDatabase();

const hour = 3_600_000;

/** A focus group that began `startedAgo` ms ago, to which everyone was invited. Returns its session's id. */
async function begun({ panel, members }: StaffDesk, startedAgo = hour): Promise<string> {
  const { organisationId, panelId, staffId } = panel;
  const [activityId, sessionId] = [newId(), newId()];
  const at = Date.now();
  await withClient(async (client) => {
    const words = {
      title: "Repairs",
      summary: "About repairs.",
      kind: "focus_group",
      purposeKey: "research",
    };
    const row = { organisationId, id: activityId, panelId, ...words, state: "open", publishedAt: at };
    await insertRows(client, "activity", [{ ...row, createdBy: staffId, createdAt: at }]);
    const when = { startsAt: at - startedAgo, endsAt: at - startedAgo + hour };
    const where = { place: "Hall", capacity: 5, adjustmentsAsked: "Anything?" };
    await insertRows(client, "activity_session", [
      { organisationId, id: sessionId, activityId, ...when, ...where },
    ]);
    const invitations = members.map(({ id }) => ({
      organisationId,
      id: newId(),
      activityId,
      memberId: id,
      invitedAt: at,
    }));
    await insertRows(client, "invitation", invitations);
  });
  return sessionId;
}

function mark({ viewer }: StaffDesk, form: Omit<AttendanceMarks, "rest"> & { rest?: boolean }) {
  const marks = { rest: false, ...form };
  return runUseCase(recordAttendance, viewer.actor, { panel: viewer.panel, marks });
}

async function outcomes(sessionId: string) {
  const rows = await database().attendance.findMany({ where: { sessionId } });
  return new Map(rows.map(({ memberId, outcome }) => [memberId, outcome]));
}

function entriesOf({ panel }: StaffDesk) {
  return database().ledgerEntry.findMany({
    where: { organisationId: panel.organisationId, eventType: "attendance.recorded" },
    orderBy: { seq: "asc" },
  });
}

describe("marking attendance", () => {
  it("records who came and who did not, one ledger entry a person, naming them by reference only", async () => {
    const desk = await openDesk(["a", "b", "c"]);
    const sessionId = await begun(desk);
    const [a, b] = desk.members as [(typeof desk.members)[0], (typeof desk.members)[0]];
    const marks = new Map([
      [a.id, "came"],
      [b.id, "absent"],
    ] as const);
    expect(await mark(desk, { sessionId, alsoCame: "", outcomes: marks })).toMatchObject({
      ok: true,
      value: { changed: 2 },
    });
    expect(await outcomes(sessionId)).toEqual(marks);
    const entries = await entriesOf(desk);
    expect(entries.map(({ subjectRef }) => subjectRef).toSorted()).toEqual(
      [a.subjectRef, b.subjectRef].toSorted(),
    );
    expect(entries.every(({ bytes }) => !Buffer.from(bytes).toString().includes(a.id))).toBe(true);
  });

  it("marks the rest as came in one press: those who said yes and are not marked, and nobody else", async () => {
    const desk = await openDesk(["a", "b", "c", "d"]);
    const sessionId = await begun(desk);
    const [a, b, c] = desk.members.map(({ id }) => id) as [string, string, string, string];
    const { organisationId } = desk.panel;
    const accepted = await database().invitation.findMany({ where: { memberId: { in: [a, b, c] } } });
    const data = accepted.map(({ id: invitationId }) => ({
      ...{ organisationId, invitationId, sessionId },
      answer: "accepted" as const,
      answeredAt: new Date(),
    }));
    await arranged((tx) => tx.rsvp.createMany({ data }));
    const form = { sessionId, alsoCame: "", outcomes: new Map([[b, "absent"]] as const) };
    expect(await mark(desk, { ...form, rest: true })).toMatchObject({ value: { changed: 3 } });
    expect(await outcomes(sessionId)).toEqual(
      new Map([
        [a, "came"],
        [b, "absent"],
        [c, "came"],
      ]),
    );
    const again = { sessionId, alsoCame: "", outcomes: new Map(), rest: true };
    expect(await mark(desk, again)).toMatchObject({ value: { changed: 0 } });
  });

  it("records nothing twice when the same form is sent again, and one entry when one mark changes", async () => {
    const desk = await openDesk(["a", "b"]);
    const sessionId = await begun(desk);
    const [a, b] = desk.members.map(({ id }) => id) as [string, string];
    const first = new Map([
      [a, "came"],
      [b, "came"],
    ] as const);
    await mark(desk, { sessionId, alsoCame: "", outcomes: first });
    expect(await mark(desk, { sessionId, alsoCame: "", outcomes: first })).toMatchObject({
      value: { changed: 0 },
    });
    await mark(desk, {
      sessionId,
      alsoCame: "",
      outcomes: new Map([
        [a, "came"],
        [b, "absent"],
      ] as const),
    });
    expect(await entriesOf(desk)).toHaveLength(3);
    expect((await outcomes(sessionId)).get(b)).toBe("absent");
  });

  it("adds someone who came without having accepted, by reference", async () => {
    const desk = await openDesk(["a"]);
    const sessionId = await begun(desk);
    const member = await database().member.findFirstOrThrow({ where: { id: desk.members[0]?.id ?? "" } });
    await database().member.update({
      where: { organisationId_id: { organisationId: member.organisationId, id: member.id } },
      data: { reference: "CV-ABCD234" },
    });
    await mark(desk, { sessionId, alsoCame: "cv-abcd234", outcomes: new Map() });
    expect((await outcomes(sessionId)).get(member.id)).toBe("came");
  });

  it("refuses a reference that was not invited, at its field", async () => {
    const desk = await openDesk(["a"]);
    const sessionId = await begun(desk);
    const result = await mark(desk, { sessionId, alsoCame: "CV-NOBODY7", outcomes: new Map() });
    expect(result.ok ? null : Object.keys(result.error.fields ?? {})).toEqual(["alsoCame"]);
  });

  it("refuses to mark before it has begun", async () => {
    const desk = await openDesk(["a"]);
    const sessionId = await begun(desk, -hour);
    const result = await mark(desk, { sessionId, alsoCame: "", outcomes: new Map() });
    expect(result).toMatchObject({ ok: false, error: { code: "attendance.notYet" } });
  });

  it("refuses someone who was not invited, and a session of another panel, and keeps nothing", async () => {
    const [desk, other] = [await openDesk(["a"]), await openDesk(["b"])];
    const sessionId = await begun(desk);
    const strangers = new Map([
      [desk.members[0]?.id ?? "", "came"],
      [other.members[0]?.id ?? "", "came"],
    ] as const);
    for (const refused of [
      await mark(desk, { sessionId, alsoCame: "", outcomes: strangers }),
      await mark(other, { sessionId, alsoCame: "", outcomes: new Map() }),
    ]) {
      expect(refused).toMatchObject({ ok: false, error: { code: "form.notPermitted" } });
    }
    expect((await outcomes(sessionId)).size).toBe(0);
  });

  it("notes nothing about who did not say yes to being noted, whoever marks them and however", async () => {
    const desk = await openDesk(["a"], "customer-voices", ["research"]);
    const sessionId = await begun(desk);
    const [member] = desk.members;
    const outcomesOfForm = new Map([[member?.id ?? "", "came"]] as const);
    const named = await mark(desk, { sessionId, alsoCame: "", outcomes: outcomesOfForm });
    expect(named).toMatchObject({ ok: false, error: { code: "attendance.notAgreed" } });
    const reference = "CV-ABCD235";
    await database().member.updateMany({ where: { id: member?.id ?? "" }, data: { reference } });
    const also = await mark(desk, { sessionId, alsoCame: reference, outcomes: new Map() });
    expect(also).toMatchObject({ ok: false, error: { code: "attendance.notAgreed" } });
    const invitation = await database().invitation.findFirstOrThrow({
      where: { memberId: member?.id ?? "" },
    });
    const { organisationId } = desk.panel;
    const answer = { answer: "accepted" as const, answeredAt: new Date() };
    const data = { organisationId, invitationId: invitation.id, sessionId, ...answer };
    await arranged((tx) => tx.rsvp.create({ data }));
    const rest = await mark(desk, { sessionId, alsoCame: "", outcomes: new Map(), rest: true });
    expect(rest).toMatchObject({ value: { changed: 0 } });
    expect((await outcomes(sessionId)).size).toBe(0);
    const listed = await listAttendance(desk.viewer, sessionId);
    expect(listed).toMatchObject([{ memberId: member?.id ?? "", mayNote: false }]);
  });

  it("notes it as part of taking part where no purpose of the panel is about it", async () => {
    const desk = await openDesk(["a"], "citizens-together", ["research"]);
    const sessionId = await begun(desk);
    const marks = new Map([[desk.members[0]?.id ?? "", "came"]] as const);
    expect(await mark(desk, { sessionId, alsoCame: "", outcomes: marks })).toMatchObject({
      value: { changed: 1 },
    });
    expect((await entriesOf(desk)).map(({ purposeKey }) => purposeKey)).toEqual(["research"]);
  });
});
