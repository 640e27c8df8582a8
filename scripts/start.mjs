import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { checkFolder, checkPorts, checkSmtp, readPorts } from "./checks.mjs";
import { install, isInstalled } from "./install.mjs";
import { DATA, DIST, ROOT } from "./paths.mjs";
import { say, sinceStart, step } from "./progress.mjs";
import { runEnvironment, workerEnvironment } from "./run-environment.mjs";
import { beginRun, endRun } from "./run-file.mjs";
import { exitWith, Sentence } from "./sentence.mjs";

/*
 * `npm start`: everything that the product needs, on this machine, with one command. What is imported above needs no
 * installed package; what does is imported after the installation.
 */

const WORKER_GRACE_MS = 15_000;
const READY_WITHIN_MS = 60_000;
const UNINSTALLED_MB = 2500;
const INSTALLED_MB = 300;

/** What must be undone, newest first. */
const undo = [];
let stopping;
let ending = false;

async function stopAll() {
  ending = true;
  for (const action of undo.reverse()) await action();
  undo.length = 0;
}

/** Ctrl-C, `kill`, a closed terminal: the same orderly stop, once. npm passes Ctrl-C on, so it may arrive twice. */
function stopOnSignals() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      stopping ??= (async () => {
        say("\nStopping: mails in hand are finished first.");
        await stopAll();
        say("Stopped.");
        process.exit(0);
      })().catch(exitWith);
    });
  }
}

/** Starts the embedded database, and starts it again should it ever end while the product runs. */
async function startEmbedded(cluster, ports) {
  undo.push(() => cluster.stop());
  let restarts = 0;
  const watch = (server) =>
    server.once("exit", (code, signal) => {
      if (ending) return;
      say(
        `  ! The database stopped (${signal ?? code}) and is started again; its log is ${cluster.logFile}.`,
      );
      restarts += 1;
      if (restarts > 5) exitWith(new Sentence(`The database keeps stopping: see ${cluster.logFile}.`));
      cluster.start().then(watch, exitWith);
    });
  await step("Database", async (note) => {
    watch(await cluster.start());
    await cluster.createDatabase();
    note(
      cluster.standsIn
        ? `in ${cluster.dataDir}, as its account cannot reach ${DATA}`
        : `port ${ports.postgres}`,
    );
  });
}

async function openGivenDatabase() {
  const { withDatabase } = await import("./database-checks.mjs");
  await step("Database", async (note) => {
    await withDatabase("DATABASE_URL", process.env.DATABASE_URL, () => note("the one in DATABASE_URL"));
    if (!process.env.OWNER_DATABASE_URL) {
      throw new Sentence(
        "DATABASE_URL is set, so set OWNER_DATABASE_URL too: the role that owns the database, for migrations.",
      );
    }
    await withDatabase("OWNER_DATABASE_URL", process.env.OWNER_DATABASE_URL, () => undefined);
  });
}

async function migrate(env, note) {
  const { runScript } = await import("./demo.mjs");
  await runScript(["scripts/migrate.ts"], env);
  note("up to date");
}

/** Schema and, on the embedded database, the demo panels. A seed that was killed half-way is begun again from nothing. */
async function prepareData(cluster, env) {
  const { seedDemo, seedState } = await import("./demo.mjs");
  const { withDatabase } = await import("./database-checks.mjs");
  const owner = (work) => withDatabase("OWNER_DATABASE_URL", env.OWNER_DATABASE_URL, work);
  await step("Schema", (note) => migrate(env, note));
  if (cluster === undefined) return;
  const state = await owner(seedState);
  if (state === "whole") return;
  await step("Demo panels", async (note) => {
    if (state === "partial") {
      note("begun again");
      await cluster.dropDatabase("resident_panel");
      await cluster.createDatabase();
      await migrate(env, () => undefined);
    }
    await owner((client) => seedDemo(client, env, (line) => say(`      ${line}`)));
  });
}

async function buildWhenStale(env) {
  const { build, isBuilt } = await import("./build.mjs");
  if (isBuilt()) return;
  await step("Build", () => build(env));
}

async function startParts(ports, env) {
  const { Supervisor } = await import("./supervise.mjs");
  const supervisor = new Supervisor();
  undo.push(() => supervisor.stop(["mail catcher"], 3000));
  undo.push(() => supervisor.stop(["web server", "worker"], WORKER_GRACE_MS));
  const ts = (file) => ["--import", "tsx", path.join(ROOT, file)];
  if (!process.env.SMTP_URL) {
    const catcher = {
      SMTP_PORT: String(ports.smtp),
      MAILBOX_PORT: String(ports.mailbox),
      MAIL_FOLDER: path.join(DATA, "mail"),
    };
    supervisor.start("mail catcher", ts("scripts/mail-catcher.ts"), { ...env, ...catcher });
  }
  const web = { PORT: String(ports.web), HOST: process.env.HOST ?? "127.0.0.1" };
  supervisor.start("web server", [path.join(ROOT, "lib/web/start.mjs")], { ...env, ...web });
  supervisor.start("worker", ts("lib/worker/main.ts"), { ...env, ...workerEnvironment() });
  await step("Web, worker and mail", () => Promise.race([waitUntilReady(ports.web), supervisor.failed]));
  return supervisor;
}

async function waitUntilReady(port) {
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  let last = "no answer";
  while (Date.now() < giveUpAt) {
    const response = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined);
    if (response?.ok) return;
    if (response !== undefined) last = await response.text();
    await wait(50);
  }
  throw new Sentence(
    `The product did not become ready within a minute (${last}): see ${path.join(DATA, "logs")}.`,
  );
}

async function printWelcome(ports, env, embedded) {
  say(`\nResident Panel is ready (${sinceStart()}).\n`);
  say(`  Product   ${env.APP_URL}`);
  if (env.MAILBOX_URL) say(`  Mailbox   ${env.MAILBOX_URL}   (every mail that it sends)`);
  if (embedded) {
    const { printPeople } = await import("./demo.mjs");
    say("\nDemo sign-ins, at one press on the sign-in pages:");
    printPeople();
  } else {
    say("\nThis is your own database: no demo people. Load some with `npm run seed`.");
  }
  say(
    `\nData, logs and mails are in ${DATA}. Ctrl-C stops everything; \`npm run reset\` returns to the first day.`,
  );
}

async function main() {
  const [unknown] = process.argv.slice(2);
  if (unknown !== undefined)
    throw new Sentence(
      `npm start does not know ${unknown}: ports and folders are variables, as in PORT=4000 npm start.`,
    );
  stopOnSignals();
  const ports = readPorts(process.env.PORT);
  const url = process.env.APP_URL ?? `http://localhost:${ports.web}`;
  checkFolder(isInstalled() ? INSTALLED_MB : UNINSTALLED_MB);
  const left = await beginRun(url);
  undo.push(endRun);
  say(`Resident Panel starts in ${ROOT}.`);
  if (left > 0) say(`  ! ${left} processes of an earlier run were still there and were ended.`);
  if (!isInstalled()) {
    say("    The first start installs the dependencies, which takes a minute or two.");
    await step("Dependencies", () => install());
  }
  const cluster = await embeddedCluster(ports);
  await checkPlaces(ports);
  await (cluster === undefined ? openGivenDatabase() : startEmbedded(cluster, ports));
  const urls = cluster && { appUrl: cluster.appUrl(), ownerUrl: cluster.ownerUrl() };
  const env = { ...runEnvironment(ports, urls), NEXT_DIST_DIR: DIST };
  const { generateClient } = await import("./generate.mjs");
  generateClient();
  await Promise.all([prepareData(cluster, env), buildWhenStale(env)]);
  const supervisor = await startParts(ports, env);
  await printWelcome(ports, env, cluster !== undefined);
  await supervisor.failed;
}

/** The embedded cluster with nothing running on it, or `undefined` when the operator named a database. */
async function embeddedCluster(ports) {
  if (process.env.DATABASE_URL) return undefined;
  const { openCluster } = await import("./postgres.mjs");
  const cluster = openCluster({ dir: DATA, port: ports.postgres });
  await cluster.stop();
  return cluster;
}

/** Every port that this run will listen on is free, and the mail server that was named answers. */
async function checkPlaces({ postgres, smtp, mailbox, web }) {
  await checkPorts({
    "web server": web,
    ...(process.env.SMTP_URL ? {} : { mailbox, "mail catcher": smtp }),
    ...(process.env.DATABASE_URL ? {} : { database: postgres }),
  });
  if (process.env.SMTP_URL) await checkSmtp(process.env.SMTP_URL);
}

await main().catch(async (error) => {
  if (stopping !== undefined) return stopping; // A part that ends while all of it is stopped is no failure.
  await stopAll().catch(() => undefined);
  exitWith(error);
});
