import { readFileSync } from "node:fs";
import { decide } from "@/lib/policy/gate/decide";
import { factsFor, standardRequest } from "@/lib/policy/contact-permission";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import { countAudience } from "@/lib/queries/mailing/count-audience";
import {
  countPermitted,
  listPermitted,
  type PermittedMembers,
} from "@/lib/queries/mailing/permitted-members";
import { everyone } from "@/lib/schemas/audience";
import { startWorkerProcess } from "../faults/worker-process";
import { areas, largeTown, type LargeTown } from "./large-town";
import { median, percentile, type Bench, type Row } from "./row";

const members = 1_000_000;
const decided = 100_000;
const passes = 15;
const activityId = "00000000-0000-4000-8000-000000000000";
const cut = () => new Date(Date.now() - 60 * 86_400_000);

/** Milliseconds of each of so many passes, of several things in turn, after one pass to warm up. */
async function timed(...works: readonly (() => Promise<unknown>)[]): Promise<readonly (readonly number[])[]> {
  const times = works.map((): number[] => []);
  for (let pass = 0; pass <= passes; pass += 1) {
    for (const [place, work] of works.entries()) {
      const before = performance.now();
      await work();
      if (pass > 0) times[place]?.push(performance.now() - before);
    }
  }
  return times;
}

const shown = (times: readonly number[]): string =>
  `p50 ${median(times).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`;

function normalised(select: string, area: boolean): string {
  return `SELECT ${select} FROM bench_member m JOIN bench_permission p ON p.member_id = m.id
    WHERE p.purpose = 1 AND p.channel = 0 AND p.granted AND (m.last_asked_at IS NULL OR m.last_asked_at < $1)
      ${area ? "AND m.area = 'Area 0'" : ""}`;
}

async function sameIds(town: LargeTown, of: PermittedMembers, since: Date, area: boolean): Promise<void> {
  const ours = await listPermitted({ ...of, notAskedSince: since }, null, members);
  const { rows } = await town.owner.query<{ id: string }>(`${normalised("m.id", area)} ORDER BY m.id`, [
    since,
  ]);
  if (ours.length === 0 || ours.join() !== rows.map(({ id }) => id).join())
    throw new Error("The two layouts do not hold the same members");
}

async function audienceRows(town: LargeTown): Promise<readonly Row[]> {
  const since = cut();
  const of = { panel: town.panel, purposeKey: "two", channel: "email", notAskedSince: since } as const;
  const area = { ...of, areas: areas.slice(0, 1) };
  const panel = { ...of, areas: [] };
  await sameIds(town, area, since, true);
  await sameIds(town, panel, since, false);
  const counting = { panel: town.panel, activityId, purposeKey: "two", channel: "email" } as const;
  const byReason = { ...counting, audience: { ...everyone, areas: area.areas } };
  const [count = [], join = [], reasons = [], whole = [], wholeJoin = []] = await timed(
    () => countPermitted(area),
    () => town.owner.query(normalised("count(*)", true), [since]),
    () => countAudience(byReason),
    () => countPermitted(panel),
    () => town.owner.query(normalised("count(*)", false), [since]),
  );
  // Apart: what a list of so many leaves behind in our own memory is cleared away in the time of whatever comes next.
  const [list = []] = await timed(() => listPermitted(panel, null, members));
  const method = `${passes} passes in turn after one to warm up, the list after the counts; ids of both layouts compared`;
  const row = (
    name: string,
    times: readonly number[],
    most: number,
    base?: readonly number[],
    least = 0,
  ): Row => {
    const ratio = base === undefined ? null : median(base) / median(times);
    return {
      name: `1,000,000 members × 4 channels × 3 purposes: ${name}`,
      measured: shown(times),
      baseline: base === undefined ? "" : `${shown(base)}, joined with 12,000,000 rows`,
      ratio,
      target: `p95 ≤ ${most} ms${least > 0 ? `, ≥ ${least} ×` : ""}`,
      met: percentile(times, 0.95) <= most && (ratio ?? least) >= least,
      method,
    };
  };
  return [
    row("count of one area (5 %)", count, 50, join, 10),
    row("the same with who is left out, by reason", reasons, 150),
    row("count of the whole panel", whole, 400, wholeJoin),
    row("ids of the whole panel", list, 1_000),
  ];
}

/** How many members the worker's review has come to. */
async function reviewed({ owner }: LargeTown): Promise<number> {
  const { rows } = await owner.query<{ members: number }>(
    "SELECT members FROM permission_run WHERE kind = 'review'",
  );
  return rows[0]?.members ?? 0;
}

/** What a process holds in memory now. */
function residentMegabytes(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s*(\d+)/u.exec(status)?.[1] ?? Number.NaN) / 1_000;
}

/** A worker process of its own finds a policy that nobody was decided under, and decides everyone again. */
async function reviewRow(town: LargeTown): Promise<Row> {
  const worker = await startWorkerProcess(process.env["DATABASE_URL"] ?? "", "smtp://127.0.0.1:1");
  const idle = residentMegabytes(worker.child.pid);
  const reach = async (most: number): Promise<{ at: number; members: number }> => {
    for (;;) {
      const members = await reviewed(town);
      if (members >= most) return { at: performance.now(), members };
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const begun = await reach(1);
  const ended = await reach(decided);
  const megabytes = residentMegabytes(worker.child.pid);
  await worker.stop();
  const rate = (ended.members - begun.members) / ((ended.at - begun.at) / 1_000);
  return {
    name: "another policy: contact permission decided again",
    measured: `${rate.toFixed(0)} members/s by one worker; ${(megabytes - idle).toFixed(0)} MB above the ${idle.toFixed(0)} MB of an idle one`,
    baseline: "",
    ratio: null,
    target: "≥ 20,000/s, ≤ 300 MB",
    met: rate >= 20_000 && megabytes - idle <= 300,
    method: `${decided} of the members, 6 decisions and an address each, in parts that are each committed with how far they came; fsync on`,
  };
}

async function decideRow(town: LargeTown): Promise<Row> {
  const { panel, owner } = town;
  const { rows } = await owner.query<{ id: string }>("SELECT id FROM bench_who WHERE n <= 1000");
  const facts = await loadMemberFacts(
    panel.organisationId,
    rows.map(({ id }) => id),
  );
  const asked = [...facts.values()].flatMap((member) =>
    panel.document.purposes.flatMap((purpose) =>
      purpose.channels.flatMap((channel) => {
        const request = standardRequest(purpose, channel);
        return request === null
          ? []
          : [{ request, facts: factsFor(panel.document, member, purpose.key, channel, Date.now()) }];
      }),
    ),
  );
  const at = Date.now();
  const rates: number[] = [];
  for (let pass = 0; pass < 6; pass += 1) {
    const before = performance.now();
    for (let turn = 0; turn < 20; turn += 1) for (const each of asked) decide(each.request, each.facts, at);
    rates.push((asked.length * 20) / ((performance.now() - before) / 1000));
  }
  const rate = median(rates.slice(1));
  return {
    name: "decide",
    measured: `${rate.toFixed(0)}/s on one core`,
    baseline: "",
    ratio: null,
    target: "≥ 500,000/s",
    met: rate >= 500_000,
    method: `${asked.length} questions about 1,000 members, five passes after one to warm up, median`,
  };
}

/** Who may be asked, of a million members: counted, listed, and decided again. */
export const permissionAtScale: Bench = {
  name: "permission-at-scale",
  run: async () => {
    const town = await largeTown(members, decided);
    try {
      return [...(await audienceRows(town)), await decideRow(town), await reviewRow(town)];
    } finally {
      await town.stop();
    }
  },
};
