import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { DATA, pinnedNode, ROOT } from "./paths.mjs";
import { say } from "./progress.mjs";
import { rememberChild } from "./run-file.mjs";
import { Sentence } from "./sentence.mjs";

const LOGS = path.join(DATA, "logs");
const LARGEST_LOG = 20 * 1024 * 1024;
const RESTARTS = 5;
const RESTARTS_WITHIN_MS = 60_000;

/**
 * Runs the parts of the product beside each other. A part that ends on its own is started again, five times a minute at
 * the most; one that cannot even start ends the run.
 */
export class Supervisor {
  /** @type {Map<string, import("node:child_process").ChildProcess>} */
  #running = new Map();
  #stopping = false;
  #giveUp;

  constructor() {
    mkdirSync(LOGS, { recursive: true });
    /** Rejects when a part cannot be kept running. */
    this.failed = new Promise((_, reject) => (this.#giveUp = reject));
    this.failed.catch(() => undefined); // Whoever waits for it hears of it; nobody may be waiting yet.
  }

  /**
   * @param {string} name what a person calls it; also its log's name
   * @param {string[]} args what the pinned Node runs
   * @param {Record<string, string | undefined>} env
   */
  start(name, args, env) {
    const logFile = path.join(LOGS, `${name}.log`);
    if (existsSync(logFile) && statSync(logFile).size > LARGEST_LOG) rmSync(logFile);
    this.#run({ name, args, env, logFile, ends: [] });
  }

  #run(part) {
    const log = openSync(part.logFile, "a", 0o600);
    const begins = statSync(part.logFile).size;
    // A session of its own: Ctrl-C reaches this script alone, which then stops the parts in order.
    const child = spawn(pinnedNode(), part.args, {
      cwd: ROOT,
      env: part.env,
      detached: true,
      stdio: ["ignore", log, log],
    });
    closeSync(log);
    this.#running.set(part.name, child);
    child.once("error", (error) => this.#giveUp(error));
    child.once("exit", (code, signal) => this.#ended(part, code ?? signal, begins));
    if (child.pid !== undefined) rememberChild(child.pid);
  }

  #ended(part, how, begins) {
    this.#running.delete(part.name);
    if (this.#stopping) return;
    const said = readFileSync(part.logFile).subarray(begins).toString("utf8").trim();
    part.ends = [...part.ends.filter((at) => at > Date.now() - RESTARTS_WITHIN_MS), Date.now()];
    // Exit code 1 within the first output is a refusal to start (configuration, role): trying again changes nothing.
    if (how === 1 && part.ends.length === 1 && !part.wasReady) {
      this.#giveUp(
        new Sentence(`The ${part.name} did not start:\n${said.split("\n").slice(-15).join("\n")}`),
      );
    } else if (part.ends.length > RESTARTS) {
      this.#giveUp(new Sentence(`The ${part.name} keeps stopping (${how}): see ${part.logFile}.`));
    } else {
      say(`  ! The ${part.name} stopped (${how}) and is started again; its log is ${part.logFile}.`);
      part.wasReady = true;
      this.#run(part);
    }
  }

  /** Asks the named parts to stop, and ends those that have not after `graceMs`. */
  async stop(names, graceMs) {
    this.#stopping = true;
    const children = names.flatMap((name) => this.#running.get(name) ?? []);
    for (const child of children) child.kill("SIGTERM");
    const giveUpAt = Date.now() + graceMs;
    const alive = () => children.filter((child) => child.exitCode === null && child.signalCode === null);
    while (alive().length > 0 && Date.now() < giveUpAt) await wait(25);
    for (const child of alive()) child.kill("SIGKILL");
    while (alive().length > 0 && Date.now() < giveUpAt + 2000) await wait(25);
  }
}
