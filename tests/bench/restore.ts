import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { readConfig } from "@/lib/config/config";
import { disconnect, pool } from "@/lib/db/client";
import { holdWhereBehind } from "@/lib/ledger/recover/hold-where-behind";
import { verifyLedger } from "@/lib/ledger/verify";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { runDecision } from "@/lib/usecases/consent/run-decision";
import { eraseMember } from "@/lib/usecases/membership/erase-member";
import { runUseCase } from "@/lib/usecases/run";
import { archived, backUp, nameMoment, restoreTo, type Backup } from "../faults/base-backup";
import { publishHead, recover } from "../faults/outside";
import { staffAs } from "../support/dpo";
import { loadLedger } from "./large-ledger";
import { largeTown, type LargeTown } from "./large-town";
import type { Bench, Row } from "./row";

const members = Number(process.env["BENCH_MEMBERS"] ?? 100_000);
const entries = Number(process.env["BENCH_ENTRIES"] ?? 1_000_000);
/** Said after the base backup and before the moment that is restored: they come back with the log. */
const replayed = members / 50;
/** Said after that moment: the journals alone have them. */
const [lostNoes, lostErasures] = [members / 100, members / 1_000];
const atOnce = 8;
const limitMs = 15 * 60_000;

/** Does it for each, some at a time. */
async function forEach<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const left = [...all];
  const run = async () => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, run));
}

async function sayNo({ panel }: LargeTown, memberId: string): Promise<void> {
  const { organisationId, id: panelId } = panel;
  const actor = { kind: "member", organisationId, panelId, memberId } as const;
  const answers = [
    { purposeKey: "one", channel: "email" as const, answer: "no" as const, wording: "I say no." },
  ];
  const said = await runDecision(changeChoices, actor, { panel, answers });
  if (!said.ok || said.value.changed !== 1) throw new Error("Nothing was changed");
}

async function erase({ panel }: LargeTown, memberId: string): Promise<void> {
  const input = { panel, memberId, reasonCode: "objected" as const };
  const erased = await runUseCase(eraseMember, staffAs({ panel }, "dpo"), input);
  if (!erased.ok) throw new Error(erased.error.code);
}

/** Members who said yes to what they will say no to. */
async function willing(count: number): Promise<readonly string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT DISTINCT member_id AS id FROM consent_record
     WHERE purpose_key = 'one' AND channel = 'email' AND decision = 'given' ORDER BY id LIMIT $1`,
    [count],
  );
  return rows.map(({ id }) => id);
}

type Lived = {
  readonly backup: Backup;
  readonly noes: readonly string[];
  readonly erased: readonly string[];
};

/** A base backup, then a day of a town's life with a moment in the middle of it. */
async function live(town: LargeTown, checkpointDir: string): Promise<Lived> {
  const { panel, cluster, owner } = town;
  await loadLedger(owner, { organisationId: panel.organisationId, panelId: panel.id }, entries);
  await owner.end();
  await disconnect();
  const backup = await backUp(cluster);
  const all = await willing(replayed + lostNoes + lostErasures);
  await forEach(all.slice(0, replayed), async (id) => sayNo(town, id));
  await nameMoment(cluster, "moment");
  const noes = all.slice(replayed, replayed + lostNoes);
  const erased = all.slice(replayed + lostNoes);
  await forEach(noes, async (id) => sayNo(town, id));
  await forEach(erased, async (id) => erase(town, id));
  await publishHead(panel.organisationId, checkpointDir);
  await archived(cluster, backup);
  await disconnect();
  return { backup, noes, erased };
}

/** Members who are written to although they said no, and members who are there although they were erased. */
async function forgotten({ panel }: LargeTown, { noes, erased }: Lived): Promise<number> {
  const { rows } = await pool().query<{ n: number }>(
    `SELECT (SELECT count(*) FROM contact_permission p JOIN member m ON m.organisation_id = p.organisation_id AND m.id = p.member_id
        WHERE p.organisation_id = $1 AND p.member_id = ANY($2::uuid[]) AND NOT EXISTS (SELECT FROM consent_record c
          WHERE c.organisation_id = $1 AND c.member_id = p.member_id AND c.decision = 'withdrawn'))::int
      + (SELECT count(*) FROM member WHERE organisation_id = $1 AND id = ANY($3::uuid[]))::int AS n`,
    [panel.organisationId, noes, erased],
  );
  return rows[0]?.n ?? -1;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

function megabytes(folder: string): number {
  return Number(execFileSync("du", ["-sm", folder], { encoding: "utf8" }).split("\t")[0]);
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const before = performance.now();
  const value = await work();
  return { ms: performance.now() - before, value };
}

async function measure(town: LargeTown, outside: string): Promise<Row> {
  const dirs = {
    journalDir: path.join(outside, "journals"),
    checkpointDir: path.join(outside, "checkpoints"),
  };
  Object.assign(readConfig(), dirs);
  const lived = await live(town, dirs.checkpointDir);
  const { base, archive } = lived.backup;
  const [size, log] = [megabytes(base), megabytes(archive)];
  const files = await timed(async () => execFileSync("cp", ["-a", base, path.join(base, "..", "copy")]));
  const back = await timed(async () => restoreTo(town.cluster, lived.backup, "moment", true));
  const held = await timed(holdWhereBehind);
  if (held.value.length !== 1) throw new Error("The restored copy is not held");
  const recovered = await timed(async () => recover(dirs));
  const lost = await forgotten(town, lived);
  const whole = await timed(async () => verifyLedger(town.panel.organisationId));
  const total = back.ms + held.ms + recovered.ms;
  return {
    name: `restore at ${members} members, ${entries} entries: base backup ${size} MB, log ${log} MB`,
    measured:
      `${seconds(total)}: files and log ${seconds(back.ms)}, found behind ${seconds(held.ms)}, ` +
      `npm run recover ${seconds(recovered.ms)}; noes and erasures lost ${lost}; ` +
      `then the whole ledger ${whole.value.verdict} in ${seconds(whole.ms)}`,
    baseline: `${seconds(files.ms)} a plain copy of the same files`,
    ratio: null,
    target: "≤ 15 min, 0 lost, intact",
    met: total <= limitMs && lost === 0 && whole.value.verdict === "intact",
    method: `base backup, then ${replayed} noes in the log and ${lostNoes} noes with ${lostErasures} erasures in the journals alone; load average ${(loadavg()[0] ?? 0).toFixed(1)}`,
  };
}

/** How long a landlord of this size is without the product after the database was lost (G8). */
export const restore: Bench = {
  name: "restore",
  run: async () => {
    const outside = mkdtempSync(path.join(tmpdir(), "bench-restore-"));
    const town = await largeTown(members, members);
    try {
      return [await measure(town, outside)];
    } finally {
      await town.stop();
      rmSync(outside, { recursive: true, force: true });
    }
  },
};
