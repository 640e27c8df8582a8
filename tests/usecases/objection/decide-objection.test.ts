import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { openHold } from "@/lib/ledger/hold";
import { reasonAt, slotOf } from "@/lib/policy/permission-slots";
import { listHistory } from "@/lib/queries/member/list-history";
import { listObjections } from "@/lib/queries/marker/list-objections";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { stopPurpose } from "@/lib/usecases/consent/stop-purpose";
import { unsubscribe } from "@/lib/usecases/consent/unsubscribe";
import { decideObjection } from "@/lib/usecases/objection/decide-objection";
import { saysOtherwise } from "@/lib/usecases/permission/walk-part";
import { runUseCase } from "@/lib/usecases/run";
import { recordTelling } from "@/lib/usecases/telling/record-telling";
import { compareAll } from "../../support/compare-all";
import { useDatabase } from "../../support/database";
import { staffAs } from "../../support/dpo";
import { as, by, ledgerOf, makeResidents, type Residents } from "../../support/resident";
import { settleMail } from "../../support/told";

useDatabase();
let residents: Residents;

const grounds = "The court ordered us to ask every tenant of this block about the fire doors.";

async function object(purposeKey: string): Promise<void> {
  const { panel, members } = residents;
  const answers = [{ purposeKey, channel: "email" as const, answer: "no" as const, wording: "No." }];
  const said = await runUseCase(changeChoices, as(residents, members[0]), { panel, answers });
  expect(said).toMatchObject({ ok: true, value: { changed: 1 } });
}

function decide(
  outcome: "accepted" | "overridden",
  purposeKey = "research",
  role: "dpo" | "engagement" = "dpo",
) {
  const { panel, members } = residents;
  const memberId = members[0].id;
  const input = { panel, memberId, purposeKey, outcome, reasons: grounds };
  return runUseCase(decideObjection, staffAs(residents, role), input);
}

const days = 86_400_000;

/** What contact permission says now, and that it is what the gate would say; or what the gate will say later (ms). */
async function reason(purposeKey: string, later = 0) {
  const { panel, members } = residents;
  const at = new Date(Date.now() + later);
  const [compared] = await inTransaction((tx) => compareAll(tx, panel, [members[0].id], at));
  if (compared === undefined) throw new Error("The member is not there");
  if (later === 0) expect(saysOtherwise(compared)).toBe(false);
  const slot = panel.document.purposes.find(({ key }) => key === purposeKey)?.slot ?? 0;
  return reasonAt(compared.fresh.reasons, slotOf(slot, "email"));
}

const standing = async () => {
  const viewer = { actor: staffAs(residents, "dpo"), panel: residents.panel };
  const all = await listObjections(viewer, residents.members[0].id);
  return all.standing.map(({ purpose, standing: now }) => [purpose.key, now]);
};

const outcomes = async () => {
  const viewer = { actor: staffAs(residents, "dpo"), panel: residents.panel };
  const { decided } = await listObjections(viewer, residents.members[0].id);
  const [first, ...more] = decided;
  if (first === undefined) throw new Error("Nothing was decided");
  return [first, ...more] as const;
};
const told = async () => (await outcomes()).map((one) => one.told);

beforeEach(async () => {
  residents = await makeResidents("citizens-together", ["promotion"]);
});

describe("an objection", () => {
  it("restricts use from the moment it is made, and waits for the data protection officer", async () => {
    await object("research");
    expect(await reason("research")).toBe("objection.pending");
    expect(await standing()).toEqual([["research", "waits"]]);
  });

  it("that is upheld ends the messages, with the reasons kept", async () => {
    await object("research");
    expect(await decide("accepted")).toMatchObject({ ok: true });
    expect(await reason("research")).toBe("objection.received");
    expect(await standing()).toEqual([["research", "accepted"]]);
    const kept = await database().objectionOutcome.findMany({ where: { memberId: residents.members[0].id } });
    expect(kept).toMatchObject([{ outcome: "accepted", reasons: grounds, decidedBy: expect.any(String) }]);
    expect(await ledgerOf(residents, residents.members[0])).toContain("objection.decided research");
    const viewer = { actor: staffAs(residents, "dpo"), panel: residents.panel };
    const { decided } = await listObjections(viewer, residents.members[0].id);
    expect(decided).toMatchObject([{ outcome: "accepted", reasons: grounds, told: "onItsWay" }]);
  });

  it("that is overridden with compelling grounds lets the purpose go on three days after the mail went out", async () => {
    await object("research");
    expect(await decide("overridden")).toMatchObject({ ok: true });
    expect(await reason("research", 3 * days)).toBe("objection.pending");
    await settleMail(residents.members[0], "objection-decided");
    expect(await ledgerOf(residents, residents.members[0])).toContain("objection.told research");
    expect(await told()).toEqual(["told"]);
    expect(await reason("research")).toBe("objection.pending");
    expect(await reason("research", 3 * days - 60_000)).toBe("objection.pending");
    expect(await reason("research", 3 * days)).toBe("permitted");
    // The sweep looks again when it begins to count, and at the latest then.
    const memberId = residents.members[0].id;
    const { validUntil } = await database().contactPermission.findFirstOrThrow({ where: { memberId } });
    expect(validUntil?.getTime()).toBeLessThanOrEqual(Date.now() + 3 * days);
  });

  it.each(["failed", "unknown"] as const)(
    "that is overridden changes nothing while its mail is %s, until somebody tells the person otherwise",
    async (state) => {
      await object("research");
      await decide("overridden");
      await settleMail(residents.members[0], "objection-decided", state);
      expect(await told()).toEqual(["notSent"]);
      expect(await reason("research", 365 * days)).toBe("objection.pending");
      const { panel, members } = residents;
      const [{ id: objectionOutcomeId }] = await outcomes();
      const telling = { panel, memberId: members[0].id, objectionOutcomeId, place: "phone" as const };
      const record = (role: "dpo" | "engagement") =>
        runUseCase(recordTelling, staffAs(residents, role), { ...telling, evidence: "Call 12" });
      expect(await record("engagement")).toMatchObject({ error: { code: "form.notPermitted" } });
      expect(await record("dpo")).toEqual({ ok: true, value: null });
      expect(await record("dpo")).toEqual({ ok: false, error: { code: "telling.none" } });
      expect(await told()).toEqual(["told"]);
      const { items } = await listHistory(
        panel.organisationId,
        members[0].id,
        new Date(Date.now() + days),
        50,
      );
      expect(items.map(({ event }) => event)).toContainEqual(
        expect.objectContaining({ type: "act", eventType: "objection.told" }),
      );
      expect(await reason("research", 3 * days - 60_000)).toBe("objection.pending");
      expect(await reason("research", 3 * days)).toBe("permitted");
    },
  );

  it("waits to be known as told while the ledger is behind, and keeps nobody of another organisation waiting", async () => {
    await object("research");
    await decide("overridden");
    await openHold(residents.panel.organisationId, "behind", { publishedSize: "9" });
    await settleMail(residents.members[0], "objection-decided");
    expect(await told()).toEqual(["onItsWay"]);
    residents = await makeResidents("citizens-together", []);
    await object("research");
    await decide("overridden");
    await settleMail(residents.members[0], "objection-decided");
    expect(await told()).toEqual(["told"]);
  });

  it("that came by a stop link keeps that address closed, also when it is overridden", async () => {
    const { panel, members } = residents;
    const [member] = members;
    const link = { purposeKey: "research", channel: "email" as const, wording: "Stop." };
    const pressed = { panel, ...link, contactPointId: member.contactPointId };
    const stopped = await runUseCase(unsubscribe, by(residents, member, "unsubscribe"), pressed);
    expect(stopped).toMatchObject({ ok: true });
    expect(await decide("overridden")).toMatchObject({ ok: true });
    await settleMail(member, "objection-decided");
    expect(await reason("research", 3 * days)).toBe("suppression.address");
  });

  it("that is made again after it was overridden restricts again", async () => {
    await object("research");
    await decide("overridden");
    const { panel, members } = residents;
    const yes = [
      { purposeKey: "research", channel: "email" as const, answer: "yes" as const, wording: "Yes." },
    ];
    await runUseCase(changeChoices, as(residents, members[0]), { panel, answers: yes });
    await object("research");
    expect(await reason("research")).toBe("objection.pending");
    expect(await standing()).toEqual([["research", "waits"]]);
  });

  it("may be made again on one's own page once an earlier one was overridden: it goes on there, and stops", async () => {
    await object("research");
    await decide("overridden");
    await settleMail(residents.members[0], "objection-decided");
    const { panel, members } = residents;
    const objections = () =>
      database().consentRecord.count({ where: { memberId: members[0].id, decision: "objected" } });
    const before = await objections();
    const at = new Date(Date.now() + 4 * days);
    const ctx = { actor: as(residents, members[0]), at, requestId: randomUUID() };
    const stop = () =>
      inTransaction((tx) => stopPurpose({ tx, ...ctx }, { panel, purposeKey: "research", wording: "Stop." }));
    expect(await stop()).toMatchObject({ ok: true });
    expect(await objections()).toBe(before + 1);
    expect(await reason("research", 4 * days)).toBe("objection.pending");
    expect(await stop()).toMatchObject({ ok: true });
    expect(await objections()).toBe(before + 1);
  });

  it("to promotion is absolute: there is nothing to decide", async () => {
    await object("promotion");
    expect(await standing()).toEqual([["promotion", "absolute"]]);
    const refused = { ok: false, error: { code: "objection.nothingWaits" } };
    expect(await decide("overridden", "promotion")).toMatchObject(refused);
    expect(await reason("promotion")).toBe("objection.received");
  });

  it("is decided once, by nobody else, and not where nobody objected", async () => {
    const nothing = { ok: false, error: { code: "objection.nothingWaits" } };
    expect(await decide("accepted")).toMatchObject(nothing);
    await object("research");
    expect(await decide("accepted", "research", "engagement")).toMatchObject({
      ok: false,
      error: { code: "form.notPermitted" },
    });
    const both = await Promise.all([decide("accepted"), decide("overridden")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database().objectionOutcome.count({ where: { memberId: residents.members[0].id } })).toBe(1);
  });

  it("is decided once also where the second press carries the time of before the first", async () => {
    await object("research");
    await decide("accepted");
    const { panel, members } = residents;
    const where = { memberId: members[0].id };
    const { decidedAt } = await database().objectionOutcome.findFirstOrThrow({ where });
    const at = new Date(decidedAt.getTime() - 1);
    const again = {
      panel,
      ...where,
      purposeKey: "research",
      outcome: "overridden" as const,
      reasons: grounds,
    };
    const ctx = { actor: staffAs(residents, "dpo"), at, requestId: randomUUID() };
    const second = await inTransaction((tx) => decideObjection({ tx, ...ctx }, again));
    expect(second).toEqual({ ok: false, error: { code: "objection.nothingWaits" } });
  });
});
