import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { pool } from "@/lib/db/client";
import { uncoveredAge } from "./uncovered-age";

type Measured = {
  readonly queued: string;
  readonly claimed: string;
  readonly handing_over: string;
  readonly unknown: string;
  readonly oldest_queued: number;
  readonly ledger_entries: string;
  readonly heartbeat_age: number | null;
  readonly workers: string;
  readonly ledger_holds: string;
  readonly permission_differing: string;
  readonly permission_due: string;
  readonly permission_check_age: number | null;
  readonly ledger_check_age: number | null;
  readonly uncovered_age: number;
};

// Settled deliveries are not counted: there are millions, and what matters is what waits or is stuck.
const QUERY = `
  SELECT count(*) FILTER (WHERE state = 'queued') AS queued,
         count(*) FILTER (WHERE state = 'claimed') AS claimed,
         count(*) FILTER (WHERE state = 'handing_over') AS handing_over,
         count(*) FILTER (WHERE state = 'unknown') AS unknown,
         coalesce(extract(epoch FROM now() - min(queued_at) FILTER (WHERE state = 'queued')), 0)::float8 AS oldest_queued,
         (SELECT coalesce(sum(seq), 0) FROM ledger_head) AS ledger_entries,
         (SELECT count(*) FROM ledger_hold WHERE released_at IS NULL) AS ledger_holds,
         (SELECT extract(epoch FROM now() - max(beat_at))::float8 FROM worker_heartbeat) AS heartbeat_age,
         (SELECT coalesce(sum(differing), 0) FROM (SELECT DISTINCT ON (organisation_id, panel_id) differing
            FROM permission_run WHERE kind = 'check' AND finished_at IS NOT NULL
            ORDER BY organisation_id, panel_id, started_at DESC) AS last) AS permission_differing,
         (SELECT count(*) FROM contact_permission WHERE valid_until <= now()) AS permission_due,
         (SELECT extract(epoch FROM now() - max(finished_at))::float8 FROM permission_run WHERE kind = 'check')
           AS permission_check_age,
         (SELECT extract(epoch FROM now() - min(last))::float8 FROM (
            SELECT coalesce(max(finished_at), min(started_at)) AS last FROM ledger_check GROUP BY organisation_id) AS each)
           AS ledger_check_age,
         (${uncoveredAge}) AS uncovered_age,
         (SELECT count(*) FROM worker_heartbeat WHERE beat_at > now() - interval '30 seconds') AS workers
  FROM delivery WHERE state IN ('queued', 'claimed', 'handing_over', 'unknown')`;

const registry = new Registry();
collectDefaultMetrics({ register: registry });

function gauge<Label extends string = never>(
  name: string,
  help: string,
  labelNames: Label[] = [],
): Gauge<Label> {
  return new Gauge({ name: `panel_${name}`, help, labelNames, registers: [registry] });
}

const deliveries = gauge("deliveries", "Deliveries that are not settled, by state", ["state"]);
const oldestQueued = gauge("delivery_oldest_queued_seconds", "Age of the longest waiting delivery");
const ledgerEntries = gauge("ledger_entries", "Entries in all ledgers");
const ledgerHolds = gauge("ledger_holds", "Open holds: while there is one, its organisation sends nothing");
const heartbeatAge = gauge("worker_heartbeat_age_seconds", "Time since any worker last said that it lives");
const permissionDiffering = gauge(
  "permission_differing",
  "Members whose stored contact permission the last nightly checks found otherwise than decided",
);
const permissionDue = gauge("permission_due", "Members whose contact permission is due to be decided again");
const permissionCheckAge = gauge("permission_check_age_seconds", "Time since a nightly check last ended");
const ledgerCheckAge = gauge(
  "ledger_check_age_seconds",
  "Time since the nightly check of a ledger ended, of the one it is longest",
);
const uncovered = gauge(
  "ledger_oldest_uncovered_seconds",
  "Age of the oldest entry that no checkpoint covers; 0 while every entry is covered",
);
const workers = gauge("workers", "Workers that said so in the last 30 seconds");

/** The product's numbers in Prometheus' text format: counts and ages, nothing about any person. */
export async function getMetrics(): Promise<{ readonly type: string; readonly text: string }> {
  const { rows } = await pool().query<Measured>(QUERY);
  const [now] = rows;
  if (now !== undefined) {
    for (const state of ["queued", "claimed", "handing_over", "unknown"] as const)
      deliveries.set({ state }, Number(now[state]));
    oldestQueued.set(now.oldest_queued);
    ledgerEntries.set(Number(now.ledger_entries));
    ledgerHolds.set(Number(now.ledger_holds));
    workers.set(Number(now.workers));
    uncovered.set(now.uncovered_age);
    permissionDiffering.set(Number(now.permission_differing));
    permissionDue.set(Number(now.permission_due));
    if (now.permission_check_age === null) permissionCheckAge.reset();
    else permissionCheckAge.set(now.permission_check_age);
    if (now.ledger_check_age === null) ledgerCheckAge.reset();
    else ledgerCheckAge.set(now.ledger_check_age);
    if (now.heartbeat_age === null) heartbeatAge.reset();
    else heartbeatAge.set(now.heartbeat_age);
  }
  return { type: registry.contentType, text: await registry.metrics() };
}
