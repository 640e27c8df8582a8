import { execFileSync } from "node:child_process";
import path from "node:path";
import { database } from "@/lib/db/client";
import { trailQuery, type TrailFilter, type TrailPlace } from "@/lib/queries/trail/trail-filter";
import { largeLedger, type LargeLedger } from "./large-ledger";
import { median, percentile, type Bench, type Row } from "./row";

const entries = Number(process.env["BENCH_ENTRIES"] ?? 1_000_000);
const passes = 5;

/** Every filter of the page, each with a value that many entries have. */
async function filtersOf({ owner, organisationId }: LargeLedger): Promise<readonly TrailFilter[]> {
  const { rows } = await owner.query<{ subject: string; staff: string; day: string }>(
    `SELECT subject_ref AS subject, (SELECT actor_ref FROM ledger_entry WHERE actor_kind = 'staff' LIMIT 1) AS staff,
       to_char(recorded_at, 'YYYY-MM-DD') AS day FROM ledger_entry WHERE organisation_id = $1 AND seq = $2`,
    [organisationId, Math.floor(entries / 3)],
  );
  const { subject = "", staff = "", day = "" } = rows[0] ?? {};
  return [
    { subjectRef: subject },
    { purposeKey: "news" },
    { eventType: "consent.given" },
    { channel: "email" },
    { actorKind: "staff" },
    { staffId: staff },
    { withoutReadings: true },
    { from: day },
    { to: day },
  ];
}

/** All ways to set some of them and leave the others. */
function combined(filters: readonly TrailFilter[]): readonly TrailFilter[] {
  return filters.reduce<readonly TrailFilter[]>(
    (all, filter) => all.flatMap((some) => [some, { ...some, ...filter }]),
    [{}],
  );
}

async function pageRow(ledger: LargeLedger): Promise<Row> {
  const combinations = combined(await filtersOf(ledger));
  const places: readonly TrailPlace[] = [{}, { before: BigInt(Math.floor(entries / 2)) }];
  const taken: { readonly set: string; readonly p95: number; readonly times: readonly number[] }[] = [];
  for (const filter of combinations) {
    const times: number[] = [];
    for (let pass = 0; pass <= passes; pass += 1) {
      for (const place of places) {
        const before = performance.now();
        await database().$queryRaw(trailQuery(ledger, filter, place, 51));
        if (pass > 0) times.push(performance.now() - before);
      }
    }
    taken.push({ set: Object.keys(filter).join(" + ") || "nothing", p95: percentile(times, 0.95), times });
  }
  const all = taken.flatMap(({ times }) => times);
  const [slowest] = taken.toSorted((one, other) => other.p95 - one.p95);
  const shown = (ms: number) => `${ms.toFixed(1)} ms`;
  return {
    name: `one page of the trail of ${entries} entries, ${combinations.length} combinations of filters`,
    measured: `p50 ${shown(median(all))}, p95 ${shown(percentile(all, 0.95))}; slowest combination (${slowest?.set ?? ""}) p95 ${shown(slowest?.p95 ?? 0)}`,
    baseline: "",
    ratio: null,
    target: "p95 ≤ 150 ms for each",
    met: (slowest?.p95 ?? Infinity) <= 150,
    method: `each combination ${passes} times for the newest page and for one in the middle, after one of each to warm up; the query alone`,
  };
}

type Checked = {
  readonly verdict: string;
  readonly ms: number;
  readonly cpuMs: number;
  readonly above: number;
};

/** Checks it in a process of its own, so that its memory is nobody else's. */
function check(organisationId: string): Checked {
  const from = (file: string) => JSON.stringify(path.join(process.cwd(), file));
  const program = `const { verifyLedger } = await import(${from("lib/ledger/verify.ts")});
    const { disconnect, pool } = await import(${from("lib/db/client.ts")});
    await pool().query("SELECT 1");
    const [idle, began, before] = [process.memoryUsage.rss(), process.cpuUsage(), performance.now()];
    const { verdict } = await verifyLedger(${JSON.stringify(organisationId)});
    const { user, system } = process.cpuUsage(began);
    const [ms, most] = [performance.now() - before, process.resourceUsage().maxRSS * 1024];
    await disconnect();
    console.log(JSON.stringify({ verdict, ms, cpuMs: (user + system) / 1000, above: (most - idle) / 1e6 }));`;
  const args = ["--import", "tsx", "--input-type=module", "-e", program];
  const said = execFileSync(process.execPath, args, { encoding: "utf8", env: process.env });
  return JSON.parse(said.trim().split("\n").at(-1) ?? "{}") as Checked;
}

function checkRow({ organisationId }: LargeLedger): Row {
  const { verdict, ms, cpuMs, above } = check(organisationId);
  if (verdict !== "intact") throw new Error(`Not intact: ${verdict}`);
  return {
    name: `verifyLedger, ${entries} entries in the database`,
    measured: `${(ms / 1000).toFixed(1)} s (processor ${(cpuMs / 1000).toFixed(1)} s), ${above.toFixed(0)} MB above idle`,
    baseline: "",
    ratio: null,
    target: "≤ 15 s, ≤ 300 MB above idle",
    met: ms <= 15_000 && above <= 300,
    method:
      "a process of its own, once, PostgreSQL on the same cores; the most it held resident less what it held when connected",
  };
}

/** The officer's pages at a million entries: one page of the trail for every combination of filters, and the nightly check. */
export const trailPage: Bench = {
  name: "trail-page",
  run: async () => {
    const ledger = await largeLedger(entries);
    try {
      return [await pageRow(ledger), checkRow(ledger)];
    } finally {
      await ledger.stop();
    }
  },
};
