import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { unsubscribe } from "@/lib/usecases/consent/unsubscribe";
import { confirmNewEmail } from "@/lib/usecases/membership/confirm-new-email";
import { requestNewEmail } from "@/lib/usecases/membership/request-new-email";
import { runUseCase } from "@/lib/usecases/run";
import { useDatabase } from "@/tests/support/database";
import { as, by, ledgerOf, makeResidents, permitted, type Residents } from "@/tests/support/resident";

useDatabase();

function press(residents: Residents, purposeKey: string) {
  const [member] = residents.members;
  return runUseCase(unsubscribe, by(residents, member, "unsubscribe"), {
    panel: residents.panel,
    purposeKey,
    channel: "email",
    contactPointId: member.contactPointId,
    wording: "Stop e-mails? Stop these e-mails",
  });
}

describe("the link that stops one kind of mail", () => {
  it("pressed three times at once, leaves one decision and one suppression", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const answers = await Promise.all([
      press(residents, "research"),
      press(residents, "research"),
      press(residents, "research"),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    const { organisationId } = residents.panel;
    expect(await database().suppression.count({ where: { organisationId, purposeKey: "research" } })).toBe(1);
    const entries = await ledgerOf(residents, residents.members[0]);
    expect(entries.filter((entry) => entry.startsWith("consent.withdrawn research"))).toHaveLength(1);
  });

  it("pressed again on a machine whose clock is behind, finds that it was pressed", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const { panel } = residents;
    const [{ contactPointId }] = residents.members;
    const input = {
      panel,
      purposeKey: "research",
      channel: "email",
      contactPointId,
      wording: "Stop",
    } as const;
    const actor = by(residents, residents.members[0], "unsubscribe");
    const pressedAt = (ms: number) =>
      inTransaction((tx) => unsubscribe({ tx, actor, at: new Date(ms), requestId: randomUUID() }, input));
    const now = Date.now();
    await pressedAt(now);
    await pressedAt(now - 40);
    const where = { organisationId: panel.organisationId, purposeKey: "research" };
    expect(await database().suppression.count({ where })).toBe(1);
  });

  it("stops that purpose and all marketing by e-mail, and nothing else", async () => {
    const residents = await makeResidents("connect", ["promotion"]);
    const [member] = residents.members;
    await press(residents, "research");
    expect(await permitted(residents, member, "research", "email")).toBe(false);
    expect(await permitted(residents, member, "promotion", "email")).toBe(false);
    expect(await permitted(residents, member, "membership", "email")).toBe(true);
  });

  it("a newsletter's link leaves the consent to surveys intact", async () => {
    const residents = await makeResidents("customer-voices", ["research", "news"]);
    await press(residents, "news");
    expect(await permitted(residents, residents.members[0], "research", "email")).toBe(true);
  });

  it("holds for someone who shares the address; only the decision is the member's own", async () => {
    const residents = await makeResidents("customer-voices", ["research"], ["shared", "shared"]);
    const [, other] = residents.members;
    const pressed = await press(residents, "research");
    expect(pressed.ok && pressed.value.toDrain.toSorted()).toEqual(
      residents.members.map(({ id }) => id).toSorted(),
    );
    expect(await permitted(residents, other, "research", "email")).toBe(false);
    expect(await ledgerOf(residents, other)).toEqual([]);
  });

  it("from an old mail, follows the member to the new address and stays on the old one", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const { panel, members } = residents;
    const [member] = members;
    const email = { typed: "new@mail.example", normalised: "new@mail.example" };
    await runUseCase(requestNewEmail, as(residents, member), { panel, email });
    const waiting = await database().contactPoint.findFirstOrThrow({
      where: { normalised: email.normalised },
    });
    await runUseCase(confirmNewEmail, by(residents, member, "newAddress"), {
      panel,
      contactPointId: waiting.id,
    });
    expect(await permitted(residents, member, "research", "email")).toBe(true);
    await press(residents, "research");
    expect(await permitted(residents, member, "research", "email")).toBe(false);
    const old = await database().contactPoint.findFirstOrThrow({ where: { id: member.contactPointId } });
    const where = {
      organisationId: panel.organisationId,
      addressHash: old.addressHash,
      purposeKey: "research",
    };
    expect(await database().suppression.count({ where })).toBe(1);
  });
});
