import { randomUUID } from "node:crypto";
import { pool } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { appendEntry } from "@/lib/ledger/append";
import { verifyLedger } from "@/lib/ledger/verify";
import { alternating, load, percentile, type Bench } from "./row";
import { smallTown, type SmallTown } from "./small-town";

const callers = 32;
const seconds = 4;

async function appendOne(town: SmallTown): Promise<void> {
  await inTransaction((tx) =>
    appendEntry(
      { tx, actor: { kind: "system", name: "bench" }, at: new Date(), requestId: randomUUID() },
      town.panel.organisationId,
      {
        eventType: "ledger.read",
        panelId: town.panel.id,
        subjectRef: null,
        effectiveAt: new Date(),
        data: { view: "bench" },
      },
    ).then(() => undefined),
  );
}

async function insertOne(): Promise<void> {
  await pool().query({
    name: "wording",
    text: `insert into worker_heartbeat (worker_id, started_at, beat_at) values ($1, now(), now())`,
    values: [randomUUID()],
  });
}

/** Appends of one entry each at 32 callers, against inserts of one row each. */
export const ledgerAppends: Bench = {
  name: "ledger-appends",
  run: async () => {
    const town = await smallTown("customer-voices", 100, callers);
    const latencies: number[] = [];
    const appending = async (): Promise<number> => {
      const result = await load(callers, seconds, () => appendOne(town));
      latencies.push(...result.latencies);
      return result.perSecond;
    };
    const inserting = async () => (await load(callers, seconds, insertOne)).perSecond;
    const result = await alternating(3, appending, inserting);
    const verified = await verifyLedger(town.panel.organisationId);
    await town.stop();
    const p99 = percentile(latencies, 0.99);
    return [
      {
        name: "ledger appends, one chain",
        measured: `${result.measured.toFixed(0)}/s, p99 ${p99.toFixed(0)} ms, then ${verified.verdict}`,
        baseline: `${result.baseline.toFixed(0)}/s single-row inserts`,
        ratio: result.ratio,
        target: "≥ 300/s, p99 ≤ 500 ms",
        met: result.measured >= 300 && p99 <= 500 && verified.verdict === "intact",
        method: `${callers} callers, ${seconds} s each, three rounds in turn, medians; fsync on; chain verified after`,
      },
    ];
  },
};
