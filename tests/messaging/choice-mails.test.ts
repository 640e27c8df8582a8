import { describe, expect, it } from "vitest";
import type { LetterContent } from "@/lib/messaging/render/letter-content";
import { consentReceipt, welcome } from "@/lib/messaging/render/letters/choices";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { stopPurpose } from "@/lib/usecases/consent/stop-purpose";
import { runUseCase } from "@/lib/usecases/run";
import { useDatabase } from "../support/database";
import { as, makeResidents, type Residents } from "../support/resident";

useDatabase();

async function letterTo(residents: Residents, write: typeof welcome): Promise<LetterContent> {
  const { panel, members } = residents;
  const posting = {
    organisationId: panel.organisationId,
    deliveryId: newId(),
    template: "welcome",
    memberId: members[0].id,
    joinRequestId: null,
    signInRequestId: null,
    subjectIds: {},
  } as const;
  return write({ db: database(), panel, posting, at: new Date() });
}

function linesOf({ parts }: LetterContent): Readonly<Record<string, string>> {
  const facts = parts.flatMap((part) => (part.kind === "facts" ? part.facts : []));
  return Object.fromEntries(facts.map(({ label, value }) => [label, value]));
}

/** What stands under a heading, up to the next part that is no paragraph. */
function under({ parts }: LetterContent, heading: string): readonly string[] {
  const from = parts.findIndex((part) => part.kind === "subtitle" && part.words === heading);
  return parts.slice(from + 1, from + 3).flatMap((part) => (part.kind === "paragraph" ? [part.words] : []));
}

describe("the record of choices in a mail", () => {
  it.each(["customer-voices", "citizens-together", "connect", "resident-panel"])(
    "%s: names every purpose with what it rests on, those without a channel too",
    async (preset) => {
      const residents = await makeResidents(preset, []);
      for (const write of [welcome, consentReceipt]) {
        const lines = linesOf(await letterTo(residents, write));
        for (const { name } of residents.panel.document.purposes) {
          expect(lines[name], name).toMatch(/\.$/);
        }
      }
    },
  );

  it("says what was agreed, refused and never asked for, each way by its name", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const [member] = residents.members;
    await runUseCase(changeChoices, as(residents, member), {
      panel: residents.panel,
      answers: [
        { purposeKey: "news", channel: "email", answer: "no", wording: "May we? No" },
        { purposeKey: "support", channel: null, answer: "yes", wording: "May we? Yes" },
      ],
    });
    const lines = linesOf(await letterTo(residents, welcome));
    const only = "We do this only with your yes.";
    expect(lines["Taking part in studies"]).toBe(`You said yes by e-mail. ${only}`);
    expect(lines["News about Customer Voices"]).toBe(`Not by e-mail. ${only}`);
    expect(lines["Helping you get there"]).toBe(`You said yes. ${only}`);
    expect(lines["Your story in a case study"]).toBe(`No. ${only}`);
  });

  it("says what comes without a yes, and the right to object apart from everything else", async () => {
    const residents = await makeResidents("citizens-together", []);
    const letter = await letterTo(residents, welcome);
    expect(linesOf(letter)["Surveys and focus groups"]).toMatch(
      /^We may contact you by e-mail, unless you say no\./,
    );
    const [right, news] = under(letter, "Your right to object");
    expect(right).toContain("Surveys and focus groups");
    expect(right).not.toContain("News");
    expect(news).toContain("without a reason");
  });
});

describe("after a change on their pages", () => {
  const receipts = ({ panel, members }: Residents) =>
    database().delivery.count({
      where: { organisationId: panel.organisationId, memberId: members[0].id, template: "consent-receipt" },
    });

  it("a no brings the same record as a yes", async () => {
    const residents = await makeResidents("customer-voices", ["research", "news"]);
    const { panel, members } = residents;
    const actor = as(residents, members[0]);
    await runUseCase(changeChoices, actor, {
      panel,
      answers: [{ purposeKey: "research", channel: "email", answer: "no", wording: "May we? No" }],
    });
    expect(await receipts(residents)).toBe(1);
    await runUseCase(stopPurpose, actor, { panel, purposeKey: "news", wording: "Stop all of this" });
    expect(await receipts(residents)).toBe(2);
  });

  it("a press that changes nothing brings none", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const { panel, members } = residents;
    await runUseCase(changeChoices, as(residents, members[0]), {
      panel,
      answers: [{ purposeKey: "research", channel: "email", answer: "yes", wording: "May we? Yes" }],
    });
    expect(await receipts(residents)).toBe(0);
  });
});
