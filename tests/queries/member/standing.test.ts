import { describe, expect, it } from "vitest";
import { hashAddress } from "@/lib/auth/secrets";
import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { getChoices } from "@/lib/queries/member/get-choices";
import { listHeldData } from "@/lib/queries/member/list-held-data";
import { listHistory } from "@/lib/queries/member/list-history";
import { listMembersAt } from "@/lib/queries/sign-in/list-members-at";
import { confirmJoin } from "@/lib/usecases/join/confirm-join";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { leavePanel } from "@/lib/usecases/membership/leave-panel";
import { runUseCase } from "@/lib/usecases/run";
import { useDatabase } from "@/tests/support/database";
import { choicesOf, details, openPanel, sendDraft, someone } from "@/tests/support/joining";
import { as, makeResidents, type Residents } from "@/tests/support/resident";

useDatabase();

async function givePhone({ panel, members }: Residents, number: string): Promise<void> {
  const { organisationId } = panel;
  const point = {
    kind: "phone",
    value: number,
    normalised: number,
    addressHash: hashAddress(number),
  } as const;
  await database().contactPoint.create({
    data: { organisationId, id: newId(), memberId: members[0].id, ...point, createdAt: now() },
  });
}

async function waysOf({ panel, members }: Residents, purposeKey: string) {
  const choices = await getChoices(panel, members[0].id);
  return choices.find(({ purpose }) => purpose.key === purposeKey)?.channels ?? [];
}

function say(residents: Residents, channel: "email" | "call" | "sms", answer: "yes" | "no") {
  return runUseCase(changeChoices, as(residents, residents.members[0]), {
    panel: residents.panel,
    answers: [{ purposeKey: "research", channel, answer, wording: `May we? ${answer}` }],
  });
}

describe("where a member stands", () => {
  it("is said for the ways they can be reached, and for no other", async () => {
    const residents = await makeResidents("citizens-together", []);
    expect((await waysOf(residents, "research")).map(({ channel }) => channel)).toEqual(["email"]);
  });

  it.each([
    ["a mobile number", "+447700900555", ["email", "sms", "call"]],
    ["a landline, which takes no texts", "+441412345678", ["email", "call"]],
  ])("with %s", async (_number, number, expected) => {
    const residents = await makeResidents("citizens-together", []);
    await givePhone(residents, number);
    expect((await waysOf(residents, "research")).map(({ channel }) => channel)).toEqual(expected);
  });

  it("a yes to texts is not in use while nobody could check the number", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    await givePhone(residents, "+447700900555");
    await say(residents, "sms", "yes");
    const ways = await waysOf(residents, "research");
    expect(ways.map(({ channel, answer, gate, inUse }) => [channel, answer, gate, inUse])).toEqual([
      ["email", "yes", "permitted", true],
      ["sms", "yes", "address.unverified", false],
      ["call", "none", "address.unverified", false],
    ]);
  });

  it("a yes said anew counts until its own end, not until that of the older one", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    await say(residents, "email", "no");
    await say(residents, "email", "yes");
    const [email] = await waysOf(residents, "research");
    const days = Math.round(((email?.until?.getTime() ?? 0) - now().getTime()) / 86_400_000);
    expect(days).toBeGreaterThan(725);
  });

  it("a no to the last way they can be reached ends the purpose, so that no letter begins with an address", async () => {
    const residents = await makeResidents("citizens-together", []);
    await say(residents, "email", "no");
    const where = { memberId: residents.members[0].id, purposeKey: "research" };
    const records = await database().consentRecord.findMany({ where, orderBy: { channel: "asc" } });
    expect(records.map(({ channel, decision }) => [channel, decision])).toEqual([
      ["email", "objected"],
      [null, "objected"],
    ]);
  });
});

describe("what is held about a member", () => {
  it("does not name what was refused as a use of the phone", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    await givePhone(residents, "+447700900555");
    await say(residents, "sms", "no");
    const usesOf = async () => {
      const { fields } = await listHeldData(residents.panel, residents.members[0].id);
      const of = (key: string) =>
        fields.find(({ field }) => field.key === key)?.purposes.map((one) => one.key);
      return [of("email"), of("phone")];
    };
    expect(await usesOf()).toEqual([["membership", "research"], ["membership"]]);
    await say(residents, "call", "yes");
    expect(await usesOf()).toEqual([
      ["membership", "research"],
      ["membership", "research"],
    ]);
  });
});

describe("history", () => {
  it("tells a no while joining from one said later", async () => {
    const { panel } = await openPanel("citizens-together");
    const choices = choicesOf(panel, "yes", { "choice-research-email": "no" });
    const joinRequestId = await sendDraft(panel, { choices });
    await runUseCase(confirmJoin, someone, { panel, joinRequestId });
    const { id } = await database().member.findFirstOrThrow({
      where: { organisationId: panel.organisationId },
    });
    const actor = {
      kind: "member",
      organisationId: panel.organisationId,
      panelId: panel.id,
      memberId: id,
    } as const;
    await runUseCase(changeChoices, actor, {
      panel,
      answers: [{ purposeKey: "research", channel: "sms", answer: "no", wording: "May we? No" }],
    });
    const { items } = await listHistory(panel.organisationId, id, new Date(now().getTime() + 1_000), 100);
    const noes = items.flatMap(({ event }) =>
      event.type === "decision" && event.purposeKey === "research"
        ? [[event.channel, event.decision, event.joining]]
        : [],
    );
    expect(noes).toEqual([
      ["sms", "objected", false],
      ["email", "refused", true],
    ]);
  });
});

describe("signing in after coming back", () => {
  it("names the membership of now first, and says when the old one ended", async () => {
    const { panel } = await openPanel("customer-voices");
    const join = async () => {
      const joinRequestId = await sendDraft(panel);
      await runUseCase(confirmJoin, someone, { panel, joinRequestId });
    };
    await join();
    const { id } = await database().member.findFirstOrThrow({
      where: { organisationId: panel.organisationId },
    });
    const actor = {
      kind: "member",
      organisationId: panel.organisationId,
      panelId: panel.id,
      memberId: id,
    } as const;
    await runUseCase(leavePanel, actor, { panel, wording: "Leave" });
    await join();
    const people = await listMembersAt(database(), panel, hashAddress(details.email));
    expect(people.map(({ leftAt }) => leftAt === null)).toEqual([true, false]);
    expect(people[1]?.id).toBe(id);
  });

  it("the yes given on coming back is kept: nothing of the old no stands in its way", async () => {
    const { panel } = await openPanel("customer-voices");
    const join = async () => {
      const joinRequestId = await sendDraft(panel);
      await runUseCase(confirmJoin, someone, { panel, joinRequestId });
      return database().member.findFirstOrThrow({
        where: { organisationId: panel.organisationId },
        orderBy: { createdAt: "desc" },
      });
    };
    const first = await join();
    const { organisationId, id: panelId } = panel;
    const actor = { kind: "member", organisationId, panelId, memberId: first.id } as const;
    await runUseCase(leavePanel, actor, { panel, wording: "Leave" });
    const again = await join();
    const news = (await getChoices(panel, again.id)).find(({ purpose }) => purpose.key === "news");
    const email = news?.channels.find(({ channel }) => channel === "email");
    expect(email).toMatchObject({ answer: "yes" });
    expect(email?.gate).not.toBe("suppression.address");
  });
});
