import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { changeDetails } from "@/lib/usecases/membership/change-details";
import { confirmNewEmail } from "@/lib/usecases/membership/confirm-new-email";
import { requestNewEmail } from "@/lib/usecases/membership/request-new-email";
import { runUseCase } from "@/lib/usecases/run";
import { useDatabase } from "@/tests/support/database";
import { as, by, ledgerOf, makeResidents } from "@/tests/support/resident";

useDatabase();

const newAddress = { typed: "new@mail.example", normalised: "new@mail.example" };

async function waitingPoint(organisationId: string) {
  return database().contactPoint.findFirstOrThrow({
    where: { organisationId, normalised: newAddress.normalised, removedAt: null },
  });
}

describe("putting details right", () => {
  it("keeps which fields changed, and never what they were", async () => {
    const residents = await makeResidents("customer-voices", []);
    const { panel, members } = residents;
    const details = { part: "name", givenName: "Samira", familyName: "Family0" } as const;
    const changed = await runUseCase(changeDetails, as(residents, members[0]), { panel, details });
    expect(changed).toEqual({ ok: true, value: { changed: ["givenName"] } });
    const entry = await database().ledgerEntry.findFirstOrThrow({
      where: { subjectRef: members[0].subjectRef },
    });
    const bytes = Buffer.from(entry.bytes).toString("utf8");
    expect(bytes).toContain("givenName");
    expect(bytes).not.toContain("Samira");
    const row = await database().member.findFirstOrThrow({ where: { id: members[0].id } });
    expect(row.sortName).toBe("family0 samira");
  });

  it("saving what is there already leaves no trace", async () => {
    const residents = await makeResidents("customer-voices", []);
    const { panel, members } = residents;
    const phone = { typed: "07700 900123", normalised: "+447700900123" };
    for (const _press of [1, 2]) {
      await runUseCase(changeDetails, as(residents, members[0]), {
        panel,
        details: { part: "phone", phone },
      });
    }
    expect(await ledgerOf(residents, members[0])).toEqual(["member.detailsChanged"]);
    const where = { memberId: members[0].id, kind: "phone" as const };
    expect(await database().contactPoint.count({ where })).toBe(1);
  });
});

describe("another e-mail address", () => {
  it("counts only after the press on the link it got; the old one is told", async () => {
    const residents = await makeResidents("customer-voices", []);
    const { panel, members } = residents;
    const [member] = members;
    await runUseCase(requestNewEmail, as(residents, member), { panel, email: newAddress });
    const point = await waitingPoint(panel.organisationId);
    expect(point.verifiedAt).toBeNull();
    const old = () => database().contactPoint.findFirstOrThrow({ where: { id: member.contactPointId } });
    expect((await old()).removedAt).toBeNull();
    const press = () =>
      runUseCase(confirmNewEmail, by(residents, member, "newAddress"), { panel, contactPointId: point.id });
    expect((await press()).ok).toBe(true);
    expect((await press()).ok).toBe(true);
    expect((await old()).removedAt).not.toBeNull();
    expect((await waitingPoint(panel.organisationId)).verifiedAt).not.toBeNull();
    const mails = await database().delivery.findMany({
      where: { memberId: member.id },
      orderBy: { queuedAt: "asc" },
    });
    expect(mails.map(({ template, contactPointId }) => [template, contactPointId])).toEqual([
      ["confirm-new-address", point.id],
      ["address-changed", member.contactPointId],
    ]);
    expect(await ledgerOf(residents, member)).toEqual(["contactPoint.verified", "member.detailsChanged"]);
  });

  it("a second request voids the link of the first", async () => {
    const residents = await makeResidents("customer-voices", []);
    const { panel, members } = residents;
    const [member] = members;
    await runUseCase(requestNewEmail, as(residents, member), { panel, email: newAddress });
    const first = await waitingPoint(panel.organisationId);
    await runUseCase(requestNewEmail, as(residents, member), { panel, email: newAddress });
    const pressed = await runUseCase(confirmNewEmail, by(residents, member, "newAddress"), {
      panel,
      contactPointId: first.id,
    });
    expect(pressed).toEqual({ ok: false, error: { code: "form.linkEnded" } });
  });

  it("one member's link never confirms another member's address", async () => {
    const residents = await makeResidents("customer-voices", []);
    const { panel, members } = residents;
    await runUseCase(requestNewEmail, as(residents, members[0]), { panel, email: newAddress });
    const point = await waitingPoint(panel.organisationId);
    const pressed = await runUseCase(confirmNewEmail, by(residents, members[1], "newAddress"), {
      panel,
      contactPointId: point.id,
    });
    expect(pressed.ok).toBe(false);
  });
});
