import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { runUseCase } from "@/lib/usecases/run";
import { repeatStops } from "@/lib/usecases/suppression/repeat-stops";
import { useDatabase } from "../../support/database";
import { makeResidents } from "../../support/resident";

useDatabase();

const system = { kind: "system", name: "recovery" } as const;

it("a stop that a recovery repeats stands in the trail of the person's panel, known here or not", async () => {
  const { panel, members } = await makeResidents("customer-voices", ["research"]);
  const { organisationId, id: panelId } = panel;
  const repeat = async (subjectRef: string, knownPanel?: string) => {
    const at = new Date().toISOString();
    const id = newId();
    const row = {
      ...{ organisation_id: organisationId, id, subject_ref: subjectRef },
      ...{ purpose_key: null, channel: null, source: "phone", recorded_at: at },
    };
    const stops = [{ type: "suppression" as const, organisation: organisationId, at, row }];
    const of = knownPanel === undefined ? {} : { panelId: knownPanel };
    expect(await runUseCase(repeatStops, system, { organisationId, stops, ...of })).toMatchObject({
      ok: true,
      value: 1,
    });
    const entry = await database().ledgerEntry.findFirstOrThrow({
      where: { organisationId, subjectRef, eventType: "suppression.added" },
      orderBy: { seq: "desc" },
    });
    return entry.panelId;
  };
  expect(await repeat(members[0].subjectRef)).toBe(panelId);
  expect(await repeat(randomUUID(), panelId)).toBe(panelId);
  expect(await repeat(randomUUID())).toBeNull();
});
