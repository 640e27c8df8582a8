import { describe, expect, it } from "vitest";
import { saveStopAndAnswers } from "@/lib/actions/resident/stop-and-answers";
import { useDatabase } from "../support/database";
import { as, ledgerOf, makeResidents, type Residents } from "../support/resident";

useDatabase();

const stop = { purposeKey: "research", wording: "Stop." };
const about = (purposeKey: string, answer: "yes" | "no") => [
  { purposeKey, channel: "email" as const, answer, wording: "A word." },
];

async function press({ panel, members }: Residents, answers: ReturnType<typeof about>) {
  const actor = as({ panel }, members[0]);
  const saved = await saveStopAndAnswers({ actor, panel }, { stop, answers });
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value;
}

describe("stopping one purpose on a page of many", () => {
  it("is kept and said to be kept where the other answers are refused, and waits for what is on its way", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const { members } = residents;
    const before = await ledgerOf(residents, members[0]);
    const { others, toDrain } = await press(residents, about("none-such", "yes"));
    expect(others).toBe("notSaved");
    expect(toDrain).toContain(members[0].id);
    const after = (await ledgerOf(residents, members[0])).slice(before.length);
    expect(after).toContain("consent.withdrawn research");
  });

  it("says whether the other answers were saved too, or were the same as before", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    expect(await press(residents, about("news", "yes"))).toMatchObject({ others: "saved" });
    expect(await ledgerOf(residents, residents.members[0])).toEqual(
      expect.arrayContaining(["consent.withdrawn research", "consent.given news email"]),
    );
    expect(await press(residents, about("news", "yes"))).toMatchObject({ others: "same" });
  });
});
