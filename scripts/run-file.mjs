import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { DATA } from "./paths.mjs";
import { birthOf, endKnown } from "./processes.mjs";
import { Sentence } from "./sentence.mjs";

/*
 * `.data/run.json` names the processes of a run: this script's and its children's, each with its birth. So a start after
 * `kill -9` can end what was left behind, and can never end a stranger that got the same process id.
 */
const FILE = path.join(DATA, "run.json");
const SETTLED_MS = 100;

function read() {
  if (!existsSync(FILE)) return undefined;
  try {
    return JSON.parse(readFileSync(FILE, "utf8"));
  } catch {
    return undefined; // Half-written by a machine that lost power: none of its processes lives.
  }
}

function write(run) {
  mkdirSync(DATA, { recursive: true });
  const fresh = `${FILE}.${process.pid}`;
  writeFileSync(fresh, JSON.stringify(run));
  renameSync(fresh, FILE);
}

/** The process id and address of a run that is going on, or `undefined`. */
export function runningNow() {
  const run = read();
  return run !== undefined && birthOf(run.self.pid) === run.self.birth
    ? { pid: run.self.pid, url: run.url }
    : undefined;
}

function refuseSecond(run) {
  if (run === undefined || run.pid === process.pid) return;
  throw new Sentence(
    `Resident Panel is running already (process ${run.pid}) at ${run.url}: stop it with Ctrl-C there first.`,
  );
}

/**
 * Takes the folder for this run, and ends what an earlier, killed run left behind.
 * @param {string} url the address this run will serve
 * @returns {Promise<number>} how many left-over processes were ended
 */
export async function beginRun(url) {
  refuseSecond(runningNow());
  const left = read()?.children ?? [];
  write({ self: { pid: process.pid, birth: birthOf(process.pid) }, url, children: left });
  // Of two that begin at the same moment, the one that wrote last has the folder.
  await wait(SETTLED_MS);
  refuseSecond(runningNow());
  const ended = await Promise.all(left.map((child) => endKnown(child)));
  write({ self: { pid: process.pid, birth: birthOf(process.pid) }, url, children: [] });
  return ended.filter(Boolean).length;
}

/** @param {number} pid a child that a later start must end if this script is killed */
export function rememberChild(pid) {
  const run = read();
  const birth = birthOf(pid);
  if (run === undefined || birth === undefined) return;
  const living = run.children.filter((child) => birthOf(child.pid) === child.birth);
  write({ ...run, children: [...living, { pid, birth }] });
}

export function endRun() {
  const run = read();
  if (run?.self.pid === process.pid) rmSync(FILE, { force: true });
}
