import { beforeEach, describe, expect, it } from "vitest";
import { hashAddress } from "@/lib/auth/secrets";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { newId } from "@/lib/id";
import { letters } from "@/lib/messaging/render/letters/letters";
import { NothingToSend } from "@/lib/messaging/render/letters/posting";
import { longDate } from "@/lib/messaging/render/words";
import { reasonAt, slotOf } from "@/lib/policy/permission-slots";
import type { RestrictionGround } from "@/lib/policy/restriction";
import { countAudience } from "@/lib/queries/mailing/count-audience";
import { getRestriction } from "@/lib/queries/marker/get-restriction";
import { countNumbers, numbersToScreen } from "@/lib/queries/screening/numbers-to-screen";
import { getMember } from "@/lib/queries/staff/get-member";
import { liftRestriction } from "@/lib/usecases/restriction/lift-restriction";
import { restrictMember } from "@/lib/usecases/restriction/restrict-member";
import { saysOtherwise } from "@/lib/usecases/permission/walk-part";
import { runUseCase } from "@/lib/usecases/run";
import { recordTelling } from "@/lib/usecases/telling/record-telling";
import { insertRows } from "@/prisma/seed/insert-rows";
import { compareAll } from "../../support/compare-all";
import { useDatabase } from "../../support/database";
import { dayFromToday } from "../../support/day";
import { staffAs } from "../../support/dpo";
import { ledgerOf, makeResidents, withClient, type Residents } from "../../support/resident";
import { recordTellings, settleMail } from "../../support/told";

useDatabase();
let residents: Residents;
const days = 86_400_000;
const reason = "We have put your address right, as you asked.";

const subject = () => residents.members[0];
const viewer = () => ({ actor: staffAs(residents, "dpo"), panel: residents.panel });

function restrict(ground: RestrictionGround = "accuracyContested", role: "dpo" | "admin" = "dpo") {
  const { panel } = residents;
  const how = { method: "phone" as const, evidence: "call 12" };
  const input = { panel, memberId: subject().id, ground, ...how };
  return runUseCase(restrictMember, staffAs(residents, role), input);
}

function lift(role: "dpo" | "admin" = "dpo") {
  const input = { panel: residents.panel, memberId: subject().id, reason };
  return runUseCase(liftRestriction, staffAs(residents, role), input);
}

/** What contact permission says of research by e-mail now, and that it is what the gate says; or the gate later (ms). */
async function says(later = 0) {
  const { panel } = residents;
  const at = new Date(Date.now() + later);
  const [compared] = await inTransaction((tx) => compareAll(tx, panel, [subject().id], at));
  if (compared === undefined) throw new Error("The member is not there");
  if (later === 0) expect(saysOtherwise(compared)).toBe(false);
  const slot = panel.document.purposes.find(({ key }) => key === "research")?.slot ?? 0;
  return reasonAt(compared.fresh.reasons, slotOf(slot, "email"));
}

const mails = () =>
  database().delivery.findMany({ where: { memberId: subject().id, template: "restriction-lifting" } });

async function letter() {
  const [delivery] = await mails();
  if (delivery === undefined) throw new Error("No letter was queued");
  const template = "restriction-lifting" as const;
  const posting = { ...delivery, deliveryId: delivery.id, template, subjectIds: {} };
  return letters[template]({ db: database(), panel: residents.panel, posting, at: new Date() });
}

beforeEach(async () => {
  residents = await makeResidents("customer-voices", ["research"]);
});

describe("a restriction at a person's request", () => {
  it("puts every use aside at once, with its ground and where it is known from", async () => {
    expect(await says()).toBe("permitted");
    expect(await restrict("legalClaims")).toEqual({ ok: true, value: [subject().id] });
    expect(await says()).toBe("member.restricted");
    expect(await says(400 * days)).toBe("member.restricted");
    expect(await getRestriction(viewer(), subject().id)).toMatchObject({
      ...{ ground: "legalClaims", evidence: "call 12", lifting: null },
    });
    const where = { eventType: "member.restricted", subjectRef: subject().subjectRef };
    const entry = await database().ledgerEntry.findFirstOrThrow({ where });
    expect(entry.actorKind).toBe("dpo");
    expect(await restrict()).toEqual({ ok: true, value: [] });
    expect(await ledgerOf(residents, subject())).toEqual(["member.restricted"]);
  });

  it("ends three days after the person was told why, and not before", async () => {
    await restrict();
    expect(await lift()).toEqual({ ok: true, value: null });
    expect(await mails()).toMatchObject([{ state: "queued" }]);
    const announced = await getRestriction(viewer(), subject().id);
    expect(announced?.lifting).toEqual({ at: null, reason, told: "onItsWay" });
    expect(await says(3 * days)).toBe("member.restricted");
    await settleMail(subject(), "restriction-lifting");
    const told = await getRestriction(viewer(), subject().id);
    expect(told?.lifting).toMatchObject({ at: expect.any(Date), told: "told" });
    expect(await says()).toBe("member.restricted");
    expect(await says(3 * days - 60_000)).toBe("member.restricted");
    expect(await says(3 * days)).toBe("permitted");
    // The sweep looks again when it ends, and at the latest then.
    const { validUntil } = await database().contactPermission.findFirstOrThrow({
      where: { memberId: subject().id },
    });
    expect(validUntil?.getTime()).toBeLessThanOrEqual(Date.now() + 3 * days);
    expect(await ledgerOf(residents, subject())).toEqual([
      ...["member.restricted", "member.restrictionEnding", "member.restrictionLifted"],
    ]);
    const { reference } = await database().member.findFirstOrThrow({ where: { id: subject().id } });
    expect((await getMember(viewer(), reference))?.restricted).toBe(true);
  });

  it.each(["failed", "unknown"] as const)(
    "goes on while the mail is %s, until somebody tells the person otherwise",
    async (state) => {
      await restrict();
      await lift();
      await settleMail(subject(), "restriction-lifting", state);
      expect(await says(365 * days)).toBe("member.restricted");
      expect((await getRestriction(viewer(), subject().id))?.lifting).toMatchObject({ told: "notSent" });
      const telling = { panel: residents.panel, memberId: subject().id, objectionOutcomeId: null };
      const record = (role: "dpo" | "admin") =>
        runUseCase(recordTelling, staffAs(residents, role), {
          ...{ ...telling, place: "letter" as const, evidence: "Letter of 3 May" },
        });
      expect(await record("admin")).toMatchObject({ error: { code: "form.notPermitted" } });
      expect(await record("dpo")).toEqual({ ok: true, value: null });
      expect(await record("dpo")).toEqual({ ok: false, error: { code: "telling.none" } });
      expect(await says(3 * days - 60_000)).toBe("member.restricted");
      expect(await says(3 * days)).toBe("permitted");
    },
  );

  it("does not end by a mail of before it was asked for again", async () => {
    await restrict();
    await lift();
    await restrict("objection");
    await settleMail(subject(), "restriction-lifting");
    expect(await says(365 * days)).toBe("member.restricted");
    await lift();
    expect(await recordTellings()).toBe(0);
    await settleMail(subject(), "restriction-lifting");
    expect(await says(3 * days)).toBe("permitted");
  });

  it("tells the person from when, why, and how to complain", async () => {
    await restrict();
    await lift();
    const { parts } = await letter();
    const said = parts.flatMap((part) => ("words" in part ? [part.words] : [])).join("\n");
    expect(said).toContain(longDate(new Date(Date.now() + 3 * days)));
    expect(said).toContain(reason);
    expect(said).toContain("complain");
  });

  it("goes on where it is asked for again before it ended, and the letter that is not sent yet does not go", async () => {
    await restrict();
    await lift();
    expect(await restrict("objection")).toEqual({ ok: true, value: [subject().id] });
    expect(await says(4 * days)).toBe("member.restricted");
    await expect(letter()).rejects.toThrow(NothingToSend);
  });

  it("RR-10 T: keeps somebody out of every audience, and out of the numbers that leave for a screening", async () => {
    const { panel, members } = residents;
    const { organisationId } = panel;
    const number = "+447700900123";
    const known = { value: number, normalised: number, addressHash: hashAddress(number) };
    const point = { id: newId(), memberId: subject().id, kind: "phone", ...known, createdAt: Date.now() };
    await withClient((client) => insertRows(client, "contact_point", [{ organisationId, ...point }]));
    const everyone = { who: "members", areas: [], tenures: [], interests: [] } as const;
    const asked = { purposeKey: "research", channel: "email", audience: everyone } as const;
    const audience = () => countAudience({ panel, activityId: newId(), ...asked });
    const numbers = async () => {
      const found: string[] = [];
      for await (const part of numbersToScreen(viewer())) found.push(...part);
      const { numbers: counted } = await countNumbers(viewer(), dayFromToday(0));
      expect(counted).toBe(found.length);
      return found;
    };
    expect([(await audience()).willBeInvited, await numbers()]).toEqual([members.length, [number]]);
    await restrict();
    expect(await audience()).toMatchObject({
      willBeInvited: members.length - 1,
      leftOut: [{ code: "member.restricted", count: 1 }],
    });
    expect(await numbers()).toEqual([]);
  });

  it("is set and lifted by the data protection officer alone, and lifted once", async () => {
    const notPermitted = { ok: false, error: { code: "form.notPermitted" } };
    const none = { ok: false, error: { code: "restriction.none" } };
    expect(await restrict("unlawful", "admin")).toEqual(notPermitted);
    expect(await lift()).toEqual(none);
    await restrict();
    expect(await lift("admin")).toEqual(notPermitted);
    expect(await lift()).toMatchObject({ ok: true });
    expect(await lift()).toEqual(none);
  });
});
