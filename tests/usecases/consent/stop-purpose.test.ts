import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { stopPurpose } from "@/lib/usecases/consent/stop-purpose";
import { runUseCase } from "@/lib/usecases/run";
import { arranged } from "@/tests/support/arranged";
import { sql, useDatabase } from "@/tests/support/database";
import { as, ledgerOf, makeResidents, permitted, type Residents } from "@/tests/support/resident";

const held = useDatabase();
const wording = "Taking part. If you stop this: it stops. Stop all of this";

async function stop(residents: Residents, purposeKey: string) {
  return runUseCase(stopPurpose, as(residents, residents.members[0]), {
    panel: residents.panel,
    purposeKey,
    wording,
  });
}

describe("stopping one purpose", () => {
  it.each([
    ["customer-voices", "research", "consent.withdrawn research"],
    ["citizens-together", "research", "consent.objected research"],
    ["resident-panel", "research", "consent.objected research"],
    ["connect", "promotion", "consent.withdrawn promotion"],
  ])(
    "%s: %s is recorded as what its basis makes of it, and nothing more is sent",
    async (preset, purpose, entry) => {
      const residents = await makeResidents(preset, [purpose]);
      const [member] = residents.members;
      expect(await permitted(residents, member, purpose, "email")).toBe(true);
      expect((await stop(residents, purpose)).ok).toBe(true);
      expect(await permitted(residents, member, purpose, "email")).toBe(false);
      expect(await ledgerOf(residents, member)).toContain(entry);
      const record = await database().consentRecord.findFirstOrThrow({
        where: { organisationId: residents.panel.organisationId, memberId: member.id },
        orderBy: { recordedAt: "desc" },
        include: { wording: true },
      });
      expect(record).toMatchObject({ channel: null, method: "web", wording: { text: wording } });
    },
  );

  it("pressing twice leaves one record", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    await stop(residents, "research");
    const once = await ledgerOf(residents, residents.members[0]);
    await stop(residents, "research");
    expect(await ledgerOf(residents, residents.members[0])).toEqual(once);
  });

  it("refuses to stop what the law demands", async () => {
    const residents = await makeResidents("customer-voices", []);
    expect(await stop(residents, "membership")).toEqual({ ok: false, error: { code: "form.unreadable" } });
  });

  it("leaves the other purposes and the other member alone", async () => {
    const residents = await makeResidents("customer-voices", ["research", "news"]);
    const [one, two] = residents.members;
    await stop(residents, "research");
    expect(await permitted(residents, one, "news", "email")).toBe(true);
    expect(await permitted(residents, two, "research", "email")).toBe(true);
  });

  it("deletes the sensitive answers that only served what was stopped", async () => {
    const residents = await makeResidents("connect", []);
    const [member] = residents.members;
    const { organisationId } = residents.panel;
    const answer = { fieldKey: "ethnicity", value: "white", art9Condition: "explicitConsent" };
    const data = { organisationId, memberId: member.id, ...answer, collectedAt: new Date() };
    await arranged((tx) => tx.monitoringAnswer.create({ data }));
    await stop(residents, "monitoring");
    expect(await database().monitoringAnswer.count({ where: { organisationId, memberId: member.id } })).toBe(
      0,
    );
  });

  it("a refused ledger append rolls back the withdrawal", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const before = await database().consentRecord.count();
    await sql(held.superuserUrl, "REVOKE INSERT ON ledger_entry FROM panel_app");
    try {
      await expect(stop(residents, "research")).rejects.toThrow();
    } finally {
      await sql(held.superuserUrl, "GRANT INSERT ON ledger_entry TO panel_app");
    }
    expect(await database().consentRecord.count()).toBe(before);
    expect(await permitted(residents, residents.members[0], "research", "email")).toBe(true);
  });
});

describe("an address two members share", () => {
  const answer = (purposeKey: string, given: "yes" | "no") =>
    ({ purposeKey, channel: "email", answer: given, wording: "May we? Yes" }) as const;

  it("a no to marketing holds for both, and only the one who said it lifts it", async () => {
    const residents = await makeResidents("customer-voices", ["news"], ["shared", "shared"]);
    const [one, two] = residents.members;
    await stop(residents, "news");
    expect(await permitted(residents, two, "news", "email")).toBe(false);
    const again = { panel: residents.panel, answers: [answer("news", "yes")] };
    await runUseCase(changeChoices, as(residents, two), {
      panel: residents.panel,
      answers: [answer("news", "no")],
    });
    await runUseCase(changeChoices, as(residents, two), again);
    expect(await permitted(residents, two, "news", "email")).toBe(false);
    await runUseCase(changeChoices, as(residents, one), again);
    expect(await permitted(residents, one, "news", "email")).toBe(true);
    expect(await permitted(residents, two, "news", "email")).toBe(true);
  });

  it("a no to research is the member's own", async () => {
    const residents = await makeResidents("customer-voices", ["research"], ["shared", "shared"]);
    await stop(residents, "research");
    expect(await permitted(residents, residents.members[1], "research", "email")).toBe(true);
  });
});

describe("changing choices", () => {
  it("records what differs, each with its words, and nothing else", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const [member] = residents.members;
    const changed = await runUseCase(changeChoices, as(residents, member), {
      panel: residents.panel,
      answers: [
        { purposeKey: "research", channel: "email", answer: "yes", wording: "May we e-mail you? Yes" },
        { purposeKey: "research", channel: "post", answer: "no", wording: "May we write? No" },
        { purposeKey: "caseStudy", channel: null, answer: "yes", wording: "Your story? Yes" },
      ],
    });
    expect(changed).toMatchObject({ ok: true, value: { changed: 2 } });
    expect(await ledgerOf(residents, member)).toEqual([
      "consent.refused research post",
      "consent.given caseStudy",
    ]);
    const receipts = await database().delivery.count({
      where: { memberId: member.id, template: "consent-receipt" },
    });
    expect(receipts).toBe(1);
  });

  it("a yes after a stop counts for its channel only", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const [member] = residents.members;
    await stop(residents, "research");
    await runUseCase(changeChoices, as(residents, member), {
      panel: residents.panel,
      answers: [
        { purposeKey: "research", channel: "email", answer: "yes", wording: "May we e-mail you? Yes" },
      ],
    });
    expect(await permitted(residents, member, "research", "email")).toBe(true);
    expect(await permitted(residents, member, "research", "post")).toBe(false);
  });

  it("of a yes and a no at once, a no that came last holds, however close they were", async () => {
    const residents = await makeResidents("customer-voices", []);
    const [member] = residents.members;
    const say = (answer: "yes" | "no") =>
      runUseCase(changeChoices, as(residents, member), {
        panel: residents.panel,
        answers: [{ purposeKey: "research", channel: "email", answer, wording: `May we? ${answer}` }],
      });
    for (let pair = 0; pair < 20; pair += 1) {
      await Promise.all(pair % 2 === 0 ? [say("yes"), say("no")] : [say("no"), say("yes")]);
      const last = (await ledgerOf(residents, member)).findLast((entry) => entry.startsWith("consent."));
      const mayWrite = await permitted(residents, member, "research", "email");
      expect(mayWrite && last !== "consent.given research email").toBe(false);
    }
  });
});
