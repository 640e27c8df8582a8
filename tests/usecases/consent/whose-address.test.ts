import { describe, expect, it } from "vitest";
import { hashAddress } from "@/lib/auth/secrets";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { newId } from "@/lib/id";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { recordDecisions } from "@/lib/usecases/consent/record-decisions";
import { stopPurpose } from "@/lib/usecases/consent/stop-purpose";
import { leavePanel } from "@/lib/usecases/membership/leave-panel";
import { runUseCase } from "@/lib/usecases/run";
import type { CaptureMethod, Channel } from "@/lib/policy/vocabulary";
import { arranged } from "@/tests/support/arranged";
import { useDatabase } from "@/tests/support/database";
import type { TestMember } from "@/tests/support/panel";
import { as, makeResidents, type Residents } from "@/tests/support/resident";

useDatabase();

const number = "+447700900321";

async function givePhone({ panel }: Residents, member: TestMember, verifiedAt: Date | null): Promise<void> {
  await database().contactPoint.create({
    data: {
      organisationId: panel.organisationId,
      id: newId(),
      memberId: member.id,
      kind: "phone",
      value: number,
      normalised: number,
      addressHash: hashAddress(number),
      verifiedAt,
      createdAt: new Date(),
    },
  });
}

function say(residents: Residents, member: TestMember, channel: Channel, answer: "yes" | "no") {
  return runUseCase(changeChoices, as(residents, member), {
    panel: residents.panel,
    answers: [{ purposeKey: "promotion", channel, answer, wording: `May we? ${answer}` }],
  });
}

function stop(residents: Residents, member: TestMember) {
  return runUseCase(stopPurpose, as(residents, member), {
    panel: residents.panel,
    purposeKey: "promotion",
    wording: "Stop all of this",
  });
}

/** What is closed at an address, whoever asked. */
async function closed({ panel }: Residents, address: string): Promise<readonly string[]> {
  const rows = await database().suppression.findMany({
    where: { organisationId: panel.organisationId, addressHash: hashAddress(address), liftedAt: null },
    orderBy: { channel: "asc" },
  });
  return rows.map(({ purposeKey, channel }) => `${purposeKey ?? "all"} ${channel ?? "all"}`);
}

describe("a number that two members typed, one of whom confirmed it", () => {
  it("is not closed by the one who only typed it; that member's own no still stands", async () => {
    const residents = await makeResidents("connect", ["promotion"]);
    const [stranger, holder] = residents.members;
    await givePhone(residents, stranger, null);
    await givePhone(residents, holder, new Date());
    await say(residents, holder, "sms", "yes");
    expect((await stop(residents, stranger)).ok).toBe(true);
    expect(await closed(residents, number)).toEqual([]);
    const decided = await database().consentRecord.findFirst({
      where: { memberId: stranger.id, decision: "withdrawn", purposeKey: "promotion", channel: null },
    });
    expect(decided).not.toBeNull();
  });

  it("is not closed by the one who only typed it leaving, either", async () => {
    const residents = await makeResidents("connect", ["promotion"]);
    const [stranger] = residents.members;
    await givePhone(residents, stranger, null);
    await say(residents, stranger, "sms", "yes");
    await runUseCase(leavePanel, as(residents, stranger), { panel: residents.panel, wording: "Leave" });
    expect(await closed(residents, number)).toEqual([]);
    expect(await closed(residents, stranger.email)).toEqual(["promotion email"]);
  });

  it("is closed by the one who confirmed it", async () => {
    const residents = await makeResidents("connect", ["promotion"]);
    const [, holder] = residents.members;
    await givePhone(residents, holder, new Date());
    await say(residents, holder, "sms", "yes");
    await stop(residents, holder);
    expect(await closed(residents, number)).toEqual(["promotion sms", "promotion call"]);
  });

  it("is closed by what staff wrote down on the phone, confirmed or not", async () => {
    const residents = await makeResidents("connect", ["promotion"]);
    const [caller] = residents.members;
    await givePhone(residents, caller, null);
    await objectBy(residents, caller, "phone", "call");
    expect(await closed(residents, number)).toEqual(["promotion call"]);
  });
});

/** A "no" as staff record it. */
async function objectBy(residents: Residents, member: TestMember, method: CaptureMethod, channel: Channel) {
  const { panel } = residents;
  await inTransaction((tx) =>
    recordDecisions(
      { tx, actor: { kind: "system", name: "test" }, at: new Date(), requestId: "test" },
      {
        panel,
        member,
        choices: [{ purposeKey: "promotion", channel, decision: "withdrawn", wording: "Read out: no" }],
        method,
        noticeShownId: null,
      },
    ),
  );
}

type Back = { readonly name?: string; readonly verified?: boolean };

/** The second member takes the first one's address and, unless another is given, the name: somebody who came back. */
async function comeBack(residents: Residents, { name = "Given0", verified = true }: Back = {}) {
  const [gone, back] = residents.members;
  const { organisationId } = residents.panel;
  const address = { value: gone.email, normalised: gone.email, addressHash: hashAddress(gone.email) };
  await arranged(async (tx) => {
    await tx.member.updateMany({
      where: { organisationId, id: back.id },
      data: { givenName: name, familyName: "Family0" },
    });
    await tx.contactPoint.updateMany({
      where: { organisationId, memberId: back.id },
      data: { ...address, verifiedAt: verified ? new Date() : null },
    });
  });
  return back;
}

async function leave(residents: Residents): Promise<void> {
  const [gone] = residents.members;
  await runUseCase(leavePanel, as(residents, gone), { panel: residents.panel, wording: "Leave" });
}

describe("coming back to an address that was closed on leaving", () => {
  it("a new yes of the same person from the confirmed address opens it", async () => {
    const residents = await makeResidents("connect", ["promotion"]);
    await leave(residents);
    const back = await comeBack(residents);
    await say(residents, back, "email", "no");
    await say(residents, back, "email", "yes");
    expect(await closed(residents, residents.members[0].email)).toEqual([]);
  });

  it.each<[string, (residents: Residents) => Promise<unknown>, Back]>([
    ["somebody of another name", leave, { name: "Somebody" }],
    ["an address that was only typed", leave, { verified: false }],
    ["a no that staff wrote down before", (all) => staffThenLeave(all, "phone"), {}],
    ["a letter before", (all) => staffThenLeave(all, "paper"), {}],
  ])("stays closed for %s", async (_case, close, how) => {
    const residents = await makeResidents("connect", ["promotion"]);
    await close(residents);
    const back = await comeBack(residents, how);
    await say(residents, back, "email", "no");
    await say(residents, back, "email", "yes");
    expect(await closed(residents, residents.members[0].email)).toContain("promotion email");
  });

  it("stays closed while somebody else who is a member confirmed the same address", async () => {
    const residents = await makeResidents("connect", ["promotion"], ["one", "two", "one"]);
    await leave(residents);
    const back = await comeBack(residents);
    await say(residents, back, "email", "no");
    await say(residents, back, "email", "yes");
    expect(await closed(residents, residents.members[0].email)).toContain("promotion email");
  });

  it("a yes to another purpose, or on another channel, opens nothing", async () => {
    const residents = await makeResidents("connect", ["promotion"]);
    await leave(residents);
    const back = await comeBack(residents);
    await say(residents, back, "post", "yes");
    expect(await closed(residents, residents.members[0].email)).toEqual(["promotion email"]);
  });

  it("says in the ledger which decision opened it", async () => {
    const residents = await makeResidents("connect", ["promotion"]);
    await leave(residents);
    const back = await comeBack(residents);
    await say(residents, back, "email", "no");
    await say(residents, back, "email", "yes");
    const lifted = await database().ledgerEntry.findMany({
      where: { organisationId: residents.panel.organisationId, eventType: "suppression.lifted" },
    });
    expect(lifted.map(({ subjectRef }) => subjectRef)).toContain(back.subjectRef);
  });
});

async function staffThenLeave(residents: Residents, method: CaptureMethod): Promise<void> {
  await objectBy(residents, residents.members[0], method, "email");
  await leave(residents);
}
