import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { getWhyInFull } from "@/lib/queries/permission/get-why-in-full";
import { findAsked, getWhy } from "@/lib/queries/permission/get-why";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { runUseCase } from "@/lib/usecases/run";
import { sql, useDatabase } from "../../support/database";
import { staffAs } from "../../support/dpo";
import { as, makeResidents, type Residents } from "../../support/resident";

const held = useDatabase();
let residents: Residents;

beforeEach(async () => {
  residents = await makeResidents("customer-voices", ["research"]);
});

const viewerAs = (role: "dpo" | "engagement") => ({
  actor: staffAs(residents, role),
  panel: residents.panel,
});

async function asked() {
  const { id, organisationId } = {
    ...residents.members[0],
    organisationId: residents.panel.organisationId,
  };
  const { reference } = await database().member.findUniqueOrThrow({
    where: { organisationId_id: { organisationId, id } },
  });
  const member = await findAsked(viewerAs("dpo"), reference);
  if (member === null) throw new Error("No such member");
  return member;
}

const inFull = async () => {
  const why = await getWhyInFull(viewerAs("dpo"), await asked(), "research", "email");
  if (why === null) throw new Error("Not offered");
  return why;
};

async function sayNo(): Promise<void> {
  const { panel, members } = residents;
  const answers = [
    { purposeKey: "research", channel: "email" as const, answer: "no" as const, wording: "May we?" },
  ];
  await runUseCase(changeChoices, as(residents, members[0]), { panel, answers });
}

describe("why a message may be sent", () => {
  it("is said for every purpose and channel that the panel offers, with what would change it", async () => {
    const { rows } = await getWhy(viewerAs("engagement"), (await asked()).id);
    const sending = residents.panel.document.purposes.filter(({ messageKind }) => messageKind !== null);
    expect(rows.flatMap(({ cells }) => cells)).toHaveLength(
      sending.flatMap(({ channels }) => channels).length,
    );
    for (const { cells } of rows) {
      for (const { answers } of cells) {
        for (const answer of answers) expect(answer.change.sentenceKey).toBe(`change.${answer.code}`);
      }
    }
  });

  it("shows engagement staff no fact behind an answer, only the answer", async () => {
    await sayNo();
    const { rows } = await getWhy(viewerAs("engagement"), (await asked()).id);
    expect(JSON.stringify(rows.map(({ cells }) => cells))).not.toMatch(
      /effectiveAt|recordedAt|consents|approaches/u,
    );
    await expect(getWhyInFull(viewerAs("engagement"), await asked(), "research", "email")).rejects.toThrow(
      "Not permitted",
    );
  });

  it("is judged afresh at the moment, and names the one rule that decides with the entry behind it", async () => {
    expect((await inFull()).answers[0]).toMatchObject({ permitted: true });
    await sayNo();
    const { answers, stored } = await inFull();
    const deciding = answers[0]?.rules.filter(({ decides }) => decides) ?? [];
    expect(deciding.map(({ rule, code }) => `${rule} ${code}`)).toEqual(["no consent.withdrawn"]);
    expect(deciding[0]?.facts.map(({ fact, value }) => `${fact} ${value}`)).toContain("decision withdrawn");
    expect(deciding[0]?.entries.map(({ eventType }) => eventType)).toContain("consent.withdrawn");
    expect(stored).toEqual({ code: "consent.withdrawn", agreement: "agrees" });
  });

  it("alarms when what audiences read says otherwise and nothing explains it", async () => {
    const { organisationId } = residents.panel;
    await sql(
      held.ownerUrl,
      "UPDATE contact_permission SET permitted = '\\x', reasons = '\\x0e0e', valid_until = NULL WHERE organisation_id = $1",
      [organisationId],
    );
    expect((await inFull()).stored?.agreement).toBe("differs");
    await sql(held.ownerUrl, "UPDATE contact_permission SET valid_until = now() WHERE organisation_id = $1", [
      organisationId,
    ]);
    expect((await inFull()).stored?.agreement).toBe("due");
  });

  it("is not said of a channel the panel does not offer", async () => {
    expect(await getWhyInFull(viewerAs("dpo"), await asked(), "research", "visit")).toBeNull();
  });
});
