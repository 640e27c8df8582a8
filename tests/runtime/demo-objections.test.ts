import { expect, it } from "vitest";
import type { ConsentFact } from "@/lib/policy/gate/types";
import { foundTown, putOrganisation } from "@/prisma/seed/organisation";
import { objectionDecidedAt, putObjectionOutcome } from "@/prisma/seed/objections";
import { randomFrom } from "@/prisma/seed/random";
import { day } from "@/prisma/seed/town";
import { presetDocument } from "../support/panel";

const now = Date.UTC(2026, 10, 22);
const who = { id: "a", subjectRef: "b", contactPointId: "c" };

it.each([
  ["research", 40, true],
  ["research", 3, false],
  ["promotion", 40, false],
])("an objection to %s of %i days ago is decided: %s", (purposeKey, age, isDecided) => {
  const document = presetDocument("citizens-together");
  const purpose = document.purposes.find(({ key }) => key === purposeKey);
  if (purpose === undefined) throw new Error(`There is no ${purposeKey}.`);
  const random = randomFrom(7);
  const town = foundTown(random, now);
  putOrganisation(town, random, document);
  const at = now - age * day;
  const fact: ConsentFact = {
    ...{ purposeKey, channel: null, decision: "objected", method: "web", validUntil: null, evidenced: true },
    ...{ effectiveAt: at, recordedAt: at },
  };
  putObjectionOutcome(town, random, who, purpose, fact);
  const [outcome] = town.rows.get("objection_outcome") ?? [];
  expect(outcome?.["decidedAt"] ?? null).toBe(objectionDecidedAt(town, document.purposes, [fact]));
  expect(outcome !== undefined).toBe(isDecided);
  // Who was answered was told: by a mail that went out, before the outcome says so.
  const mails = (town.rows.get("delivery") ?? []).map(({ subjectIds, state, handingOverAt }) => {
    return { subjectIds, state, handingOverAt };
  });
  const told = { state: "sent", handingOverAt: outcome?.["toldAt"] };
  const subjectIds = { objectionOutcomeId: outcome?.["id"] };
  expect(mails).toEqual(isDecided ? [{ ...told, subjectIds }] : []);
  const entries = town.happenings.map(({ event }) => event.eventType);
  expect(entries.filter((type) => type.startsWith("objection."))).toEqual(
    isDecided ? ["objection.decided", "objection.told"] : [],
  );
});
