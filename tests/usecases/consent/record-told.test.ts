import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { recordTold, type ToldDecision } from "@/lib/usecases/consent/record-told";
import { runUseCase } from "@/lib/usecases/run";
import { useDatabase } from "../../support/database";
import { dayFromToday } from "../../support/day";
import { staffAs } from "../../support/dpo";
import { as, ledgerOf, makeResidents, permitted, type Residents } from "../../support/resident";

useDatabase();
let residents: Residents;

beforeEach(async () => {
  residents = await makeResidents("customer-voices", ["research"]);
});

const daysAgo = (days: number) => dayFromToday(-days);

async function tell(said: Partial<ToldDecision>) {
  const { panel, members } = residents;
  const told: ToldDecision = {
    ...{ panel, memberId: members[0].id, purposeKey: "research", channel: "email", answer: "yes" },
    ...{ day: daysAgo(0), method: "phone", scriptVersion: "4", wording: "May we?", evidence: "call 17" },
    ...said,
  };
  return runUseCase(recordTold, staffAs(residents, "engagement"), told);
}

const maySend = () => permitted(residents, residents.members[0], "research", "email");

describe("what a person told us", () => {
  it("counts as a yes when the script it answered is named, and the ledger names it too", async () => {
    residents = await makeResidents("customer-voices", []);
    expect(await maySend()).toBe(false);
    expect(await tell({})).toMatchObject({ ok: true, value: { stands: "yes" } });
    expect(await maySend()).toBe(true);
    const entry = await database().ledgerEntry.findFirstOrThrow({
      where: { organisationId: residents.panel.organisationId, eventType: "consent.given" },
      orderBy: { seq: "desc" },
    });
    expect(Buffer.from(entry.bytes).toString()).toContain('"scriptVersion":"4"');
  });

  it.each(["phone", "inPerson"] as const)(
    "is kept and never used as a yes %s without a script",
    async (method) => {
      residents = await makeResidents("customer-voices", []);
      expect(await tell({ method, scriptVersion: "" })).toMatchObject({ value: { stands: "unproven" } });
      expect(await maySend()).toBe(false);
    },
  );

  it.each(["phone", "paper", "inPerson"] as const)(
    "always counts as a no, %s, without any script",
    async (method) => {
      const told = await tell({
        channel: "email",
        answer: "no",
        method,
        scriptVersion: "",
        evidence: "said so",
      });
      expect(told).toMatchObject({ value: { stands: "no", toDrain: [residents.members[0].id] } });
      expect(await maySend()).toBe(false);
      expect((await ledgerOf(residents, residents.members[0])).at(-1)).toBe(
        "consent.withdrawn research email",
      );
    },
  );

  it("does not lift a no that came after the day it is dated", async () => {
    const answers = [
      { purposeKey: "research", channel: "email" as const, answer: "no" as const, wording: "May we?" },
    ];
    const { panel, members } = residents;
    await runUseCase(changeChoices, as(residents, members[0]), { panel, answers });
    await tell({ channel: "email", day: daysAgo(5) });
    expect(await maySend()).toBe(false);
  });

  it("does not lift a no as a yes without proof", async () => {
    await tell({ channel: "email", answer: "no" });
    await tell({ channel: "email", scriptVersion: "" });
    expect(await maySend()).toBe(false);
  });

  it("lifts a no as a proven yes of a later moment: it is the person who says it", async () => {
    await tell({ channel: "email", answer: "no", day: daysAgo(5) });
    await tell({ channel: "email" });
    expect(await maySend()).toBe(true);
  });

  it("is refused from a data protection auditor, who only reads", async () => {
    const { panel, members } = residents;
    const told = {
      panel,
      memberId: members[0].id,
      purposeKey: "research",
      channel: null,
      answer: "no" as const,
    };
    const how = { day: daysAgo(0), method: "phone" as const, scriptVersion: "", wording: "x", evidence: "y" };
    const answer = await runUseCase(recordTold, staffAs(residents, "auditor"), { ...told, ...how });
    expect(answer).toEqual({ ok: false, error: { code: "form.notPermitted" } });
  });
});
