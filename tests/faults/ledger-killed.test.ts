import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { verifyLedger } from "@/lib/ledger/verify";
import { append, reading } from "../ledger/history";
import { sql } from "../support/database";
import "../support/environment";
import { until } from "../support/until";
import { useDurableCluster } from "./durable-cluster";
import { killServer } from "./kill-server";

const kills = 20;
const acknowledgedBetween = 500;
const clients = 12;
const atOnce = 10;

const durable = useDurableCluster();

/** Appends without end; what was acknowledged is remembered, and nothing else. */
async function appendUntil(done: () => boolean, organisation: string, acknowledged: string[]): Promise<void> {
  while (!done()) {
    const views = Array.from({ length: atOnce }, () => randomUUID());
    const events = views.map((view) => reading(view));
    const kept = await append(organisation, events).catch(() => undefined);
    if (kept === undefined) await pause(20);
    else acknowledged.push(...views);
  }
}

test("no acknowledged entry is lost and the chain is whole after PostgreSQL was killed twenty times under load", async () => {
  const organisation = randomUUID();
  const acknowledged: string[] = [];
  let over = false;
  const appending = Array.from({ length: clients }, async () =>
    appendUntil(() => over, organisation, acknowledged),
  );
  for (let kill = 1; kill <= kills; kill += 1) {
    await until("more was acknowledged", () => acknowledged.length >= kill * acknowledgedBetween);
    await killServer(durable.cluster);
  }
  over = true;
  await Promise.all(appending);
  expect(acknowledged.length).toBeGreaterThanOrEqual(kills * acknowledgedBetween);
  const [lost] = await sql<{ n: number }>(
    durable.database.superuserUrl,
    `SELECT count(*)::int AS n FROM unnest($2::text[]) AS said(view) WHERE said.view NOT IN (
       SELECT convert_from(bytes, 'UTF8')::jsonb #>> '{data,view}' FROM ledger_entry WHERE organisation_id = $1)`,
    [organisation, acknowledged],
  );
  expect(lost).toEqual({ n: 0 });
  expect(await verifyLedger(organisation)).toMatchObject({ verdict: "intact" });
});
