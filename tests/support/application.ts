import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { freePort, isFree } from "./cluster";

/** The whole product, started the way a person starts it, on its own ports and its own database. */
export type Application = {
  /** The web address, such as "http://localhost:43210". */
  readonly url: string;
  /** The mailbox page, whose API shows what was sent. */
  readonly mailboxUrl: string;
  /** Who may sign in at one press. */
  readonly people: readonly DemoPerson[];
  /** The folder with its database, mails and secrets. */
  readonly data: string;
  readonly stop: () => Promise<void>;
};

export type DemoPerson = {
  readonly panel: string;
  readonly role: "resident" | "engagement" | "dpo" | "admin" | "auditor";
  readonly name: string;
  readonly email: string;
};

const startLimit = 300_000;

/** Ports that a product was given, which may not listen on them yet. */
const given = new Set<number>();

/** The first of four ports in a row that nobody listens on: the product's others follow from its first. */
async function fourFreePorts(): Promise<number> {
  for (;;) {
    const first = await freePort();
    const four = [0, 1, 2, 3].map((step) => first + step);
    const free = await Promise.all(four.map(isFree));
    if (!free.every(Boolean) || four.some((port) => given.has(port))) continue;
    for (const port of four) given.add(port);
    return first;
  }
}

function outputOf(child: ChildProcess): { text: () => string } {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-20_000);
    });
  }
  return { text: () => text };
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) });
    return answer.ok;
  } catch {
    return false;
  }
}

async function untilReady(url: string, child: ChildProcess, output: { text: () => string }): Promise<void> {
  const deadline = Date.now() + startLimit;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      throw new Error(`The application did not start:\n${output.text()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** A product that already runs, when `PANEL_RUNNING` names its data folder and `PORT` its first port. For writing tests. */
export function runningApplication(): Application | null {
  const data = process.env["PANEL_RUNNING"];
  if (data === undefined) return null;
  const port = Number(process.env["PORT"]);
  return { ...addressesOf(data, port), stop: () => Promise.resolve() };
}

function addressesOf(data: string, port: number): Omit<Application, "stop"> {
  const people = JSON.parse(readFileSync(path.join(data, "demo-people.json"), "utf8")) as DemoPerson[];
  return { url: `http://localhost:${port}`, mailboxUrl: `http://localhost:${port + 1}`, people, data };
}

/** What a test or bench process may have set for itself. The product makes its own secrets and servers. */
const ownNames = new Set([
  "APP_URL",
  "SMTP_URL",
  "MAIL_FROM",
  "AUTH_SECRET",
  "LINK_SECRET",
  "ADDRESS_PEPPER",
  "LEDGER_KEKS",
  "JOURNAL_DIR",
  "NEXTAUTH_URL",
  "LOG_LEVEL",
  "DATABASE_URL",
  "DATABASE_POOL",
]);

function outside(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ownNames.has(name)));
}

/** Starts `npm start` with a fresh data folder and waits until it says it is ready. */
export async function startApplication(): Promise<Application> {
  const data = mkdtempSync(path.join("/var/tmp", "resident-panel-app-"));
  chmodSync(data, 0o755); // As root the database runs as another account: elsewhere, it would be left behind.
  const port = await fourFreePorts();
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    // APP_ENV opens the gallery of components, which is not there in production.
    env: { ...outside(), PORT: String(port), PANEL_DATA_DIR: data, NODE_ENV: "production", APP_ENV: "test" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = outputOf(child);
  const url = `http://localhost:${port}`;
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    }
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await untilReady(url, child, output);
  } catch (fault) {
    await stop();
    throw fault;
  }
  return { ...addressesOf(data, port), stop };
}
