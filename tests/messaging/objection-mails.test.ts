import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { letters } from "@/lib/messaging/render/letters/letters";
import { NothingToSend } from "@/lib/messaging/render/letters/posting";
import { longDate } from "@/lib/messaging/render/words";
import type { MessageTemplate } from "@/lib/messaging/template";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { decideObjection } from "@/lib/usecases/objection/decide-objection";
import { runUseCase } from "@/lib/usecases/run";
import { useDatabase } from "../support/database";
import { staffAs } from "../support/dpo";
import { as, makeResidents, type Residents } from "../support/resident";

useDatabase();
let residents: Residents;

const reasons = "The court ordered us to ask every tenant.\r\n\r\nIt concerns the fire doors.";
const template = "objection-decided";

async function decide(outcome: "accepted" | "overridden") {
  const { panel, members } = residents;
  const memberId = members[0].id;
  const answers = [
    { purposeKey: "research", channel: "email" as const, answer: "no" as const, wording: "No." },
  ];
  await runUseCase(changeChoices, as(residents, members[0]), { panel, answers });
  const input = { panel, memberId, purposeKey: "research", outcome, reasons };
  expect(await runUseCase(decideObjection, staffAs(residents, "dpo"), input)).toMatchObject({ ok: true });
}

const queued = () => database().delivery.findMany({ where: { memberId: residents.members[0].id, template } });

/** The letter of the delivery that was queued, as a worker would write it; its words by part. */
async function letter() {
  const { panel } = residents;
  const [delivery] = await queued();
  if (delivery === undefined) throw new Error("No letter was queued");
  const posting = {
    ...delivery,
    ...{ deliveryId: delivery.id, template: delivery.template as MessageTemplate },
    subjectIds: delivery.subjectIds as Record<string, string>,
  };
  const { parts, ...rest } = await letters[template]({ db: database(), panel, posting, at: new Date() });
  return { ...rest, said: parts.flatMap((part) => ("words" in part ? [part.words] : [])) };
}

beforeEach(async () => {
  residents = await makeResidents("citizens-together", []);
});

describe("who objected is told what was decided", () => {
  it("when it is refused: why, from when, and how to complain to us, to the regulator and to a court", async () => {
    await decide("overridden");
    const { subject, heading, name, said } = await letter();
    expect([subject, heading, name]).toEqual([
      `Our answer to your objection: ${residents.panel.name}`,
      "We will go on, and this is why",
      "Given0",
    ]);
    expect(said).toEqual(
      expect.arrayContaining(["The court ordered us to ask every tenant.", "It concerns the fire doors."]),
    );
    const all = said.join("\n");
    const { organisation, regulator } = residents.panel.document;
    const inThreeDays = longDate(new Date(Date.now() + 3 * 86_400_000));
    for (const part of [
      ...["“Surveys and focus groups”", `not begin again before ${inThreeDays}`, "object again"],
      ...[organisation.dpoEmail, organisation.contactPhone, "section 164A"],
      ...[regulator.at(-1)?.name ?? "", regulator.at(-1)?.phone ?? "", "ask a court"],
    ])
      expect(all).toContain(part);
  });

  it("when it is upheld: that it has stopped, and why", async () => {
    await decide("accepted");
    const { heading, said } = await letter();
    expect(heading).toBe("We have stopped");
    expect(said).toContain("The court ordered us to ask every tenant.");
    expect(said.join("\n")).not.toContain("ask a court");
  });

  it("as the answer to a right of theirs, which always goes: once, with nothing about it in the queue", async () => {
    const { organisationId } = residents.panel;
    const memberId = residents.members[0].id;
    await decide("accepted");
    const [delivery, ...more] = await queued();
    expect(more).toEqual([]);
    expect(delivery).toMatchObject({ state: "queued", memberId });
    expect(JSON.stringify(delivery)).not.toContain("court");
    const decision = await database().gateDecision.findFirstOrThrow({
      where: { organisationId, id: delivery?.gateDecisionId ?? "" },
    });
    expect(decision).toMatchObject({ kind: "rightsReply", code: "permitted", purposeKey: "research" });
  });

  it("and nothing goes once the record of the decision is gone with the person's details", async () => {
    await decide("accepted");
    await database().objectionOutcome.deleteMany({ where: { memberId: residents.members[0].id } });
    await expect(letter()).rejects.toThrow(NothingToSend);
  });
});
