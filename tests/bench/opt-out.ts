import pg from "pg";
import { disconnect } from "@/lib/db/client";
import { atOnce, lateSends, optOut as sayNo, raceEach, shuffled, startRace } from "../faults/opt-out-race";
import { startWorkerProcess } from "../faults/worker-process";
import { startCluster, TEMPLATE } from "../support/cluster";
import "../support/environment";
import { startMailSink } from "../support/mail-sink/mail-sink";
import { percentile, type Bench } from "./row";

const recipients = 4_000;
const saying = 400;

/** How long a "no" takes while a mailing goes to everyone, until it may be acknowledged: recorded, journalled, drained. */
export const optOut: Bench = {
  name: "opt-out",
  run: async () => {
    const cluster = await startCluster({ durable: true });
    const appUrl = Object.assign(new URL(cluster.address.appUrl), { pathname: `/${TEMPLATE}` }).href;
    process.env["DATABASE_URL"] = appUrl;
    const client = new pg.Client({ connectionString: appUrl });
    await client.connect();
    const sink = await startMailSink();
    const worker = await startWorkerProcess(appUrl, sink.url);
    const race = await startRace(client, recipients);
    const who = shuffled(race.members, 7).slice(0, saying);
    const optOuts = await raceEach(who, (member) => sayNo(race, member));
    const sentMeanwhile = sink.lines().filter(({ what }) => what === "taken").length;
    const late = lateSends(sink.lines(), optOuts).length;
    await worker.stop();
    await client.end();
    await disconnect();
    await sink.stop();
    await cluster.stop();
    const times = optOuts.map(({ tookMs }) => tookMs);
    const p95 = percentile(times, 0.95);
    return [
      {
        name: "a no, acknowledged during a mailing",
        measured: `p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, ${late} messages too late`,
        baseline: "",
        ratio: null,
        target: "p95 ≤ 300 ms, none too late",
        met: p95 <= 300 && late === 0,
        method: `${saying} one-click stops, ${atOnce} at a time, while a worker process sends to ${recipients} members (${sentMeanwhile} sent meanwhile); fsync on`,
      },
    ];
  },
};
