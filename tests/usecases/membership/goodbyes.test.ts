import { describe, expect, it } from "vitest";
import { civilDate, dateColumn, londonDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { leaveConfirmation } from "@/lib/messaging/render/letters/leaving";
import { longDate } from "@/lib/messaging/render/words";
import { addPeriod } from "@/lib/policy/civil";
import { retentionItemsFor } from "@/lib/policy/retention";
import { listEndings } from "@/lib/queries/member/list-endings";
import { listHeldData } from "@/lib/queries/member/list-held-data";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { leavePanel } from "@/lib/usecases/membership/leave-panel";
import { pauseMembership } from "@/lib/usecases/membership/pause-membership";
import { resumeMembership } from "@/lib/usecases/membership/resume-membership";
import { answerInvitation } from "@/lib/usecases/rsvp/answer-invitation";
import { runUseCase } from "@/lib/usecases/run";
import { useDatabase } from "@/tests/support/database";
import { as, ask, ledgerOf, makeResidents, permitted } from "@/tests/support/resident";

useDatabase();

const today = londonDate(new Date());
const nextMonth = addPeriod(today, "P1M") ?? "";
const wording = "Leave. You stop being a member. Leave the panel";

describe("a break", () => {
  it("holds back every approach until its last day and keeps every choice", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const { panel, members } = residents;
    const [member] = members;
    const paused = await runUseCase(pauseMembership, as(residents, member), { panel, until: nextMonth });
    expect(paused).toEqual({ ok: true, value: { toDrain: [member.id] } });
    expect(await permitted(residents, member, "research", "email")).toBe(false);
    expect(await permitted(residents, member, "membership", "email")).toBe(true);
    await runUseCase(resumeMembership, as(residents, member), { panel });
    expect(await permitted(residents, member, "research", "email")).toBe(true);
    expect(await ledgerOf(residents, member)).toEqual(["member.paused", "member.resumed"]);
  });

  it("the same break twice, and ending none, leave no second trace", async () => {
    const residents = await makeResidents("customer-voices", []);
    const { panel, members } = residents;
    const actor = as(residents, members[0]);
    await runUseCase(resumeMembership, actor, { panel });
    await runUseCase(pauseMembership, actor, { panel, until: nextMonth });
    await runUseCase(pauseMembership, actor, { panel, until: nextMonth });
    expect(await ledgerOf(residents, members[0])).toEqual(["member.paused"]);
  });
});

describe("leaving", () => {
  it("stops everything, gives the place back, starts the clocks and sends one last mail", async () => {
    const residents = await makeResidents("customer-voices", ["research", "news"]);
    const { panel, members } = residents;
    const [member] = members;
    const asked = await ask(residents);
    const adjustment = { need: null, agreed: false };
    const invitationId = asked.invitations[0] ?? "";
    await runUseCase(answerInvitation, as(residents, member), {
      invitationId,
      answer: "accepted",
      adjustment,
    });
    expect((await runUseCase(leavePanel, as(residents, member), { panel, wording })).ok).toBe(true);
    const where = { organisationId: panel.organisationId, memberId: member.id };
    expect(await permitted(residents, member, "research", "email")).toBe(false);
    expect(await permitted(residents, member, "membership", "email")).toBe(false);
    expect(await database().rsvp.findFirst({ where: { invitationId } })).toMatchObject({
      answer: "declined",
    });
    const clocks = await database().retentionItem.findMany({ where });
    expect(clocks.map(({ ruleKey, dueOn }) => [ruleKey, civilDate(dueOn)])).toContainEqual([
      "after-leaving",
      addPeriod(today, "P1M"),
    ]);
    expect(
      await database().delivery.count({
        where: { ...where, template: "leave-confirmation", state: "queued" },
      }),
    ).toBe(1);
    const entries = await ledgerOf(residents, member);
    expect(entries).toContain("member.left");
    expect(entries).toContain("consent.withdrawn research email");
    expect(entries).toContain("consent.withdrawn news email");
  });

  it("records the end of what ran, and nothing about what nobody agreed to or had refused", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const { panel, members } = residents;
    const actor = as(residents, members[0]);
    const no = { purposeKey: "news", channel: "email", answer: "no", wording: "May we? No" } as const;
    await runUseCase(changeChoices, actor, { panel, answers: [no] });
    await runUseCase(leavePanel, actor, { panel, wording });
    const entries = await ledgerOf(residents, members[0]);
    expect(entries.filter((entry) => entry.startsWith("consent."))).toEqual([
      "consent.refused news email",
      "consent.withdrawn research email",
    ]);
  });

  it("says beforehand that the record of leaving is kept, where leaving is the first thing somebody decides", async () => {
    const residents = await makeResidents("citizens-together", []);
    const { panel, members } = residents;
    const kinds = async (leavingOn?: string) =>
      (await listEndings(panel, members[0].id, leavingOn)).map(({ kind, dueOn }) => [kind.key, dueOn]);
    const before = await kinds(today);
    expect(before).toContainEqual(["evidence", addPeriod(today, "P6Y")]);
    await runUseCase(leavePanel, as(residents, members[0]), { panel, wording });
    expect(await kinds()).toEqual(before);
  });

  it("names the same days before, after and in the last mail: the earliest for each kind that is really held", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const { panel, members } = residents;
    const [member] = members;
    await database().retentionItem.createMany({
      data: retentionItemsFor(panel.document, "collected", today).map(({ triggeredOn, dueOn, ...item }) => ({
        ...item,
        organisationId: panel.organisationId,
        id: newId(),
        panelId: panel.id,
        memberId: member.id,
        triggeredOn: dateColumn(triggeredOn),
        dueOn: dateColumn(dueOn),
      })),
    });
    const said = (endings: Awaited<ReturnType<typeof listEndings>>) =>
      endings.map(({ kind, rule, dueOn }) => [kind.key, rule.key, dueOn]);
    const before = said(await listEndings(panel, member.id, today));
    expect(before).toEqual([
      ["study-details", "after-leaving", addPeriod(today, "P1M")],
      ["evidence", "evidence", addPeriod(today, "P5Y")],
    ]);
    await runUseCase(leavePanel, as(residents, member), { panel, wording });
    expect(said(await listEndings(panel, member.id))).toEqual(before);
    const held = await listHeldData(panel, member.id);
    const name = held.fields.find(({ field }) => field.key === "name");
    expect(name?.kept?.dueOn).toBe(addPeriod(today, "P1M"));
    const posting = {
      organisationId: panel.organisationId,
      deliveryId: newId(),
      template: "leave-confirmation",
      memberId: member.id,
      joinRequestId: null,
      signInRequestId: null,
      subjectIds: {},
    } as const;
    const letter = await leaveConfirmation({ db: database(), panel, posting, at: new Date() });
    const facts = letter.parts.flatMap((part) => (part.kind === "facts" ? part.facts : []));
    expect(facts.map(({ label }) => label)).toEqual([
      "Your details and what you did in studies",
      "The record of what you said yes or no to",
    ]);
    expect(facts[0]?.value).toContain(longDate(new Date(`${addPeriod(today, "P1M") ?? ""}T12:00:00Z`)));
  });

  it("twice is once, and afterwards a yes is refused", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const { panel, members } = residents;
    const actor = as(residents, members[0]);
    await runUseCase(leavePanel, actor, { panel, wording });
    const once = await ledgerOf(residents, members[0]);
    await runUseCase(leavePanel, actor, { panel, wording });
    expect(await ledgerOf(residents, members[0])).toEqual(once);
    const yes = await runUseCase(changeChoices, actor, {
      panel,
      answers: [{ purposeKey: "research", channel: "email", answer: "yes", wording: "May we? Yes" }],
    });
    expect(yes).toEqual({ ok: false, error: { code: "membership.over" } });
  });

  it("ends a break: who left is not on a break", async () => {
    const residents = await makeResidents("customer-voices", []);
    const { panel, members } = residents;
    const actor = as(residents, members[0]);
    await runUseCase(pauseMembership, actor, { panel, until: nextMonth });
    await runUseCase(leavePanel, actor, { panel, wording });
    const row = await database().member.findFirstOrThrow({ where: { id: members[0].id } });
    expect(row).toMatchObject({ state: "left", pausedUntil: null });
    expect(londonDate(row.leftAt ?? new Date(0)) >= today).toBe(true);
  });
});
