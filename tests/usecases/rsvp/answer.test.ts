import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { unsubscribe } from "@/lib/usecases/consent/unsubscribe";
import { answerInvitation } from "@/lib/usecases/rsvp/answer-invitation";
import { dismissInvitation } from "@/lib/usecases/rsvp/dismiss-invitation";
import { runUseCase } from "@/lib/usecases/run";
import { getInvitation } from "@/lib/queries/invitation/get-invitation";
import { useDatabase } from "@/tests/support/database";
import {
  as,
  ask,
  by,
  ledgerOf,
  makeResidents,
  permitted,
  type Asked,
  type Residents,
} from "@/tests/support/resident";

useDatabase();

const nothing = { need: null, agreed: false };

function answer(
  residents: Residents,
  asked: Asked,
  index: 0 | 1,
  given: "accepted" | "declined",
  adjustment = nothing as { need: string | null; agreed: boolean },
) {
  return runUseCase(answerInvitation, as(residents, residents.members[index]), {
    invitationId: asked.invitations[index] ?? "",
    answer: given,
    adjustment,
  });
}

describe("answering an invitation", () => {
  it("of two who want the last place at once, one gets it", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const asked = await ask(residents, { capacity: 1 });
    const answers = await Promise.all([
      answer(residents, asked, 0, "accepted"),
      answer(residents, asked, 1, "accepted"),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: "invitation.sessionFull" } });
  });

  it("whoever has a place is told so, and how many are left beside it", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const asked = await ask(residents, { capacity: 3 });
    const seenBy = async (index: 0 | 1) => {
      const { organisationId, id } = { ...residents.panel, ...residents.members[index] };
      const seen = await getInvitation(organisationId, id, asked.invitations[index] ?? "");
      return seen?.sessions.map(({ mine, placesLeft }) => ({ mine, placesLeft }));
    };
    expect(await seenBy(0)).toEqual([{ mine: false, placesLeft: 3 }]);
    await answer(residents, asked, 0, "accepted");
    expect(await seenBy(0)).toEqual([{ mine: true, placesLeft: 2 }]);
    expect(await seenBy(1)).toEqual([{ mine: false, placesLeft: 2 }]);
    await answer(residents, asked, 1, "accepted");
    expect(await seenBy(0)).toEqual([{ mine: true, placesLeft: 1 }]);
    await answer(residents, asked, 0, "declined");
    expect(await seenBy(0)).toEqual([{ mine: false, placesLeft: 2 }]);
  });

  it("a place given back can be taken", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const asked = await ask(residents, { capacity: 1 });
    await answer(residents, asked, 0, "accepted");
    await answer(residents, asked, 0, "declined");
    expect((await answer(residents, asked, 1, "accepted")).ok).toBe(true);
  });

  it("after the start nothing changes any more", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const asked = await ask(residents, { startsInDays: -1 });
    expect(await answer(residents, asked, 0, "accepted")).toEqual({
      ok: false,
      error: { code: "invitation.sessionStarted" },
    });
  });

  it("the same answer twice is one entry and one mail", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const asked = await ask(residents);
    await answer(residents, asked, 0, "accepted");
    await answer(residents, asked, 0, "accepted");
    expect(await ledgerOf(residents, residents.members[0])).toEqual(["invitation.answered research"]);
    expect(await database().delivery.count({ where: { memberId: residents.members[0].id } })).toBe(1);
  });

  it.each(["before", "after"])(
    "the details come to somebody who stopped such mails %s saying yes: they joined this one themselves",
    async (when) => {
      const residents = await makeResidents("customer-voices", ["research"]);
      const asked = await ask(residents);
      const [member] = residents.members;
      const { panel } = residents;
      const stop = () =>
        runUseCase(unsubscribe, by(residents, member, "unsubscribe"), {
          panel,
          purposeKey: "research",
          channel: "email",
          contactPointId: member.contactPointId,
          wording: "Stop these e-mails",
        });
      if (when === "before") await stop();
      expect((await answer(residents, asked, 0, "accepted")).ok).toBe(true);
      if (when === "after") await stop();
      expect(await permitted(residents, member, "research", "email")).toBe(false);
      const delivery = await database().delivery.findFirstOrThrow({ where: { memberId: member.id } });
      expect(delivery).toMatchObject({ template: "rsvp-confirmation", state: "queued" });
    },
  );

  it("someone else's invitation is the same as none", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const asked = await ask(residents);
    const others = asked.invitations[1] ?? "";
    const { panel, members } = residents;
    const answered = await runUseCase(answerInvitation, as(residents, members[0]), {
      invitationId: others,
      answer: "accepted",
      adjustment: nothing,
    });
    expect(answered).toEqual({ ok: false, error: { code: "invitation.unknown" } });
    expect(await getInvitation(panel.organisationId, members[0].id, others)).toBeNull();
  });
});

describe("what would help", () => {
  it("is kept only with an express yes, and goes when the person does not come", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const asked = await ask(residents);
    const refused = await answer(residents, asked, 0, "accepted", { need: "Large print", agreed: false });
    expect(refused).toMatchObject({
      ok: false,
      error: { fields: { agreed: [{ code: "adjustment.agree" }] } },
    });
    expect(await database().rsvp.count({ where: { invitationId: asked.invitations[0] ?? "" } })).toBe(0);
    await answer(residents, asked, 0, "accepted", { need: "Large print", agreed: true });
    const where = { activityId: asked.activityId };
    expect(await database().adjustment.findFirst({ where })).toMatchObject({
      art9Condition: "explicitConsent",
    });
    const bytes = await database().ledgerEntry.findMany({ where: { eventType: "adjustment.recorded" } });
    expect(bytes.some((entry) => Buffer.from(entry.bytes).toString("utf8").includes("Large print"))).toBe(
      false,
    );
    await answer(residents, asked, 0, "declined");
    expect(await database().adjustment.count({ where })).toBe(0);
  });

  it("needs no tick where the law gives another condition", async () => {
    const residents = await makeResidents("resident-panel", []);
    const asked = await ask(residents);
    expect((await answer(residents, asked, 0, "accepted", { need: "Large print", agreed: false })).ok).toBe(
      true,
    );
  });
});

describe("not this one", () => {
  it("gives the place back, is recorded once, and touches nothing else", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const asked = await ask(residents, { capacity: 1 });
    await answer(residents, asked, 0, "accepted");
    const invitationId = asked.invitations[0] ?? "";
    for (const _press of [1, 2]) {
      await runUseCase(dismissInvitation, by(residents, residents.members[0], "invitation"), {
        invitationId,
      });
    }
    expect(await database().rsvp.findFirst({ where: { invitationId } })).toMatchObject({
      answer: "declined",
    });
    expect(await ledgerOf(residents, residents.members[0])).toHaveLength(2);
    expect((await answer(residents, asked, 1, "accepted")).ok).toBe(true);
  });
});
