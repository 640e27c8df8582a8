import { expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { approveToEveryone, expandAll } from "../support/activity";
import { sql } from "../support/database";
import { makeMembers, makePanel, presetDocument } from "../support/panel";
import { finished, useMailWorker } from "./mail-worker";

const { held, client, sink, work } = useMailWorker();

test("the last look before sending reads what was answered about the words: promotion in research goes to nobody", async () => {
  const panel = await makePanel(client, presetDocument("customer-voices"));
  await makeMembers(client, panel, { emails: ["words-1", "words-2"], purposes: ["research"] });
  const mailingId = await approveToEveryone(client, panel);
  await expandAll();
  expect(await database().delivery.count({ where: { mailingId, state: "queued" } })).toBe(2);
  // The application cannot do this; who owns the database can, and even then nothing goes.
  await sql(held.ownerUrl, "ALTER TABLE mailing DISABLE TRIGGER mailing_review_stays");
  await sql(held.ownerUrl, "UPDATE mailing SET incentive = 'own_goods' WHERE id = $1", [mailingId]);
  await work();
  await finished(mailingId);
  const states = await database().delivery.groupBy({ by: ["state"], where: { mailingId }, _count: true });
  expect(states).toEqual([{ state: "suppressed", _count: 2 }]);
  const refused = { mailingId, phase: "handOver", code: "message.promotional" } as const;
  expect(await database().gateDecision.count({ where: refused })).toBe(2);
  expect(sink.lines().filter(({ what }) => what === "taken")).toEqual([]);
});
