import { spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { birthOf, commandOf, endKnown } from "../processes.mjs";
import { Sentence } from "../sentence.mjs";

const START_LIMIT_MS = 60_000; // Crash recovery of a large cluster may take a while.

/** What personal data could reach the server's own log is kept out: no statements, no parameters, no failing row. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  timezone: "UTC",
  log_timezone: "UTC",
  max_connections: "120",
  shared_buffers: "256MB",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
};

/** For throw-away clusters only: a crash may lose everything, and nobody minds. */
const NOT_DURABLE = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" };

/**
 * Makes the data folder when there is none. It is made under another name and renamed when whole, so that a start which
 * was killed half-way is simply begun again.
 */
export function initialise({ dataDir, programs, account, password, durable }) {
  if (existsSync(path.join(dataDir, "PG_VERSION"))) return;
  const fresh = `${dataDir}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  const passwordFile = `${dataDir}.password`;
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const name of [fresh, passwordFile]) chownSync(name, account.uid, account.gid);
  const options = [
    ...[
      "-D",
      fresh,
      "-U",
      "panel_superuser",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--data-checksums",
    ],
    ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    ...(durable ? [] : ["--no-sync"]),
  ];
  // Its own session: Ctrl-C reaches the script alone, which ends once this is made.
  const made = spawnSync(programs.initdb, options, {
    ...accountOptions(account),
    detached: true,
    encoding: "utf8",
  });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) throw initdbFailure(made, dataDir);
  renameSync(fresh, dataDir);
}

function initdbFailure({ error, stderr }, dataDir) {
  if (/No space left on device/i.test(stderr ?? "")) {
    return new Sentence(`There is no space left on the disk for the database in ${dataDir}.`);
  }
  return new Sentence(`The database in ${dataDir} could not be made: ${error?.message ?? lastLine(stderr)}`);
}

/**
 * Starts the server and waits until it takes connections (after a crash: until it has recovered).
 * @returns {Promise<import("node:child_process").ChildProcess>}
 */
export async function startServer(options) {
  await refuseTakenPort(options.port);
  for (const giveUpAt = Date.now() + 15_000; ; await wait(200)) {
    try {
      return await tryStart(options);
    } catch (error) {
      // After `kill -9` of the server its children need a moment to notice and let go of the shared memory.
      if (!/pre-existing shared memory block/.test(error.message) || Date.now() > giveUpAt) throw error;
    }
  }
}

async function tryStart({ dataDir, programs, account, port, logFile, durable, settings = {} }) {
  const all = { ...SETTINGS, port: String(port), ...(durable ? {} : NOT_DURABLE), ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const logStart = existsSync(logFile) ? statSync(logFile).size : 0;
  const log = openSync(logFile, "a", 0o600);
  // Its own session, so that Ctrl-C reaches the script alone, which stops things in the right order.
  const child = spawn(programs.postgres, ["-D", dataDir, ...options], {
    ...accountOptions(account),
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const failed = new Promise((resolve) =>
    child.once("error", resolve).once("exit", (code) => resolve({ code })),
  );
  for (const giveUpAt = Date.now() + START_LIMIT_MS; ;) {
    const end = await Promise.race([failed, wait(15)]);
    if (end !== undefined) throw startFailure(logFile, logStart, end);
    const found = postmaster(dataDir);
    if (found?.pid === child.pid && found.ready) return child;
    if (Date.now() > giveUpAt)
      throw new Sentence(`PostgreSQL did not start within a minute: see ${logFile}.`);
  }
}

function startFailure(logFile, logStart, end) {
  const said = readFileSync(logFile).subarray(logStart).toString("utf8");
  if (/No space left on device/i.test(said))
    return new Sentence("There is no space left on the disk for the database.");
  const fatal = said.split("\n").findLast((line) => /FATAL|PANIC|error while loading/.test(line));
  return new Sentence(
    `PostgreSQL did not start: ${fatal?.replace(/^.*(FATAL|PANIC):\s*/, "") ?? end.message ?? `see ${logFile}`}.`,
  );
}

/** @param {number} port refuses with a sentence when something listens there already */
async function refuseTakenPort(port) {
  if (!(await isTaken(port))) return;
  throw new Sentence(
    `Port ${port}, which the database needs, is already in use: set PORT to another number.`,
  );
}

function isTaken(port) {
  const probe = net.createServer();
  return new Promise((resolve, reject) => {
    probe.once("error", (error) => (error.code === "EADDRINUSE" ? resolve(true) : reject(error)));
    probe.listen({ port, host: "127.0.0.1" }, () => probe.close(() => resolve(false)));
  });
}

/**
 * What the data folder says of the server that runs on it, or ran there last.
 * @returns {{ pid: number, port: number, ready: boolean } | undefined}
 */
function postmaster(dataDir) {
  const file = path.join(dataDir, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/**
 * The process that still serves this folder from an earlier run, or `undefined`. A pid file whose process is gone, or is
 * by now another program, is stale and is removed.
 */
export function leftOver(dataDir) {
  const known = postmaster(dataDir);
  if (known === undefined) return undefined;
  const birth = birthOf(known.pid);
  if (birth !== undefined && commandOf(known.pid).includes(dataDir)) return { pid: known.pid, birth };
  rmSync(path.join(dataDir, "postmaster.pid"), { force: true });
  return undefined;
}

/**
 * Stops a server "fast": open transactions are rolled back, everything committed is on disk. When it was killed instead,
 * waits until its children have noticed and let go of the port.
 */
export async function stopServer(dataDir) {
  const last = postmaster(dataDir);
  const known = leftOver(dataDir);
  if (known !== undefined) await endKnown(known, { signal: "SIGINT", graceMs: 20_000 });
  if (!last?.port) return;
  for (const giveUpAt = Date.now() + 10_000; Date.now() < giveUpAt && (await isTaken(last.port));)
    await wait(50);
}

function accountOptions(account) {
  return {
    env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
    cwd: "/",
    ...(account && { uid: account.uid, gid: account.gid }),
  };
}

function lastLine(text) {
  return (text ?? "").trim().split("\n").at(-1) ?? "";
}
