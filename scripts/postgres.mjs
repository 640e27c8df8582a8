import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import pg from "pg";
import { canPass, standInFor, unprivilegedAccount } from "./postgres/account.mjs";
import { findBinaries } from "./postgres/binaries.mjs";
import { initialise, leftOver, startServer, stopServer } from "./postgres/server.mjs";
import { exitWith, Sentence } from "./sentence.mjs";

const HOST = "127.0.0.1";

/**
 * A PostgreSQL cluster of our own, from the programs that came with `npm install`.
 *
 * Three roles: `panel_superuser` administers the cluster and is never given to web or worker; `panel_owner` owns the
 * database and runs migrations; `panel_app` is what web and worker use, and can be granted less than the owner can do.
 *
 * @param {object} options
 * @param {string} options.dir folder for data, log and passwords; when the unprivileged account cannot reach it, the data
 *   go to a stand-in below /var/tmp, and `dataDir` says so
 * @param {number} options.port TCP port on the loopback address
 * @param {boolean} [options.durable] false for a throw-away cluster: faster, loses everything in a crash
 * @param {Record<string, string>} [options.settings] further server settings
 * @throws {Sentence} what a person can mend
 */
export function openCluster({ dir, port, durable = true, settings = {} }) {
  const home = path.resolve(dir);
  mkdirSync(home, { recursive: true });
  const account = unprivilegedAccount();
  const standsIn = account !== undefined && !canPass(home, account);
  const dataDir = path.join(standsIn ? standInFor(home) : home, "postgres");
  const logFile = path.join(home, "postgres.log");
  const secrets = readSecrets(path.join(home, "postgres-passwords.json"));
  const urlOf = (role, database) => `postgresql://${role}:${secrets[role]}@${HOST}:${port}/${database}`;
  const server = { dataDir, account, port, logFile, durable, settings };

  return {
    dataDir,
    logFile,
    standsIn,
    superuserUrl: (database = "postgres") => urlOf("panel_superuser", database),
    ownerUrl: (database = "resident_panel") => urlOf("panel_owner", database),
    appUrl: (database = "resident_panel") => urlOf("panel_app", database),

    /** Starts the server, first ending one that an earlier run left on the same folder; gives the server's process. */
    async start() {
      const programs = findBinaries(account);
      initialise({ ...server, programs, password: secrets.panel_superuser });
      ownLog(logFile, account);
      await stopServer(dataDir);
      const child = await startServer({ ...server, programs });
      await withClient(urlOf("panel_superuser", "postgres"), (client) => createRoles(client, secrets));
      return child;
    },
    stop: () => stopServer(dataDir),
    isRunning: () => leftOver(dataDir) !== undefined,

    /** Makes a database, as a copy of `template` when one is named; does nothing when it exists. */
    createDatabase: (name = "resident_panel", template = "template0") =>
      withClient(urlOf("panel_superuser", "postgres"), (client) => createDatabase(client, name, template)),
    dropDatabase: (name) =>
      withClient(urlOf("panel_superuser", "postgres"), (client) =>
        client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`),
      ),
  };
}

/** The log is made before the server opens it as another account, so that it is never readable by all. */
function ownLog(logFile, account) {
  if (!existsSync(logFile)) writeFileSync(logFile, "", { mode: 0o600 });
  if (account) chownSync(logFile, account.uid, account.gid);
}

function readSecrets(file) {
  if (!existsSync(file)) {
    const roles = ["panel_superuser", "panel_owner", "panel_app"];
    const made = Object.fromEntries(roles.map((role) => [role, randomBytes(24).toString("base64url")]));
    writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, "utf8"));
}

async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function createRoles(client, secrets) {
  const { rows } = await client.query("SELECT rolname FROM pg_roles WHERE rolname LIKE 'panel\\_%'");
  const known = new Set(rows.map((row) => row.rolname));
  for (const role of ["panel_owner", "panel_app"]) {
    const verb = known.has(role) ? "ALTER" : "CREATE";
    const limits = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS";
    await client.query(`${verb} ROLE ${role} ${limits} PASSWORD ${pg.escapeLiteral(secrets[role])}`);
  }
  await createKeyringRole(client);
}

/** The keys of persons belong to a role that nobody signs in as; the owner may act as it, and inherits nothing from it. */
async function createKeyringRole(client) {
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'panel_keyring'");
  if (rowCount > 0) return;
  await client.query("CREATE ROLE panel_keyring NOLOGIN");
  await client.query("GRANT panel_keyring TO panel_owner WITH INHERIT FALSE, SET TRUE");
}

async function createDatabase(client, name, template) {
  const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
  const quoted = pg.escapeIdentifier(name);
  if (rowCount === 0) {
    // FILE_COPY with template1-sized databases is the quicker way; WAL_LOG needs no checkpoint and suits clones in a busy cluster.
    await client.query(
      `CREATE DATABASE ${quoted} OWNER panel_owner TEMPLATE ${pg.escapeIdentifier(template)} STRATEGY WAL_LOG`,
    );
  }
  // A copy of a database does not copy who may connect to it.
  await client.query(`REVOKE ALL ON DATABASE ${quoted} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${quoted} TO panel_app`);
}

/** `node scripts/postgres.mjs --dir DIR --port PORT`: a cluster in the foreground, until Ctrl-C. */
async function serve() {
  const { values } = parseArgs({ options: { dir: { type: "string" }, port: { type: "string" } } });
  if (values.dir === undefined || values.port === undefined) throw new Sentence("Say --dir DIR --port PORT.");
  const cluster = openCluster({ dir: values.dir, port: Number(values.port) });
  if (cluster.isRunning()) throw new Sentence(`A server runs on ${cluster.dataDir} already.`);
  const server = await cluster.start();
  await cluster.createDatabase();
  process.stdout.write(`owner ${cluster.ownerUrl()}\napp   ${cluster.appUrl()}\ndata  ${cluster.dataDir}\n`);
  server.once("exit", (code) => process.exit(code ?? 1));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void cluster.stop());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serve().catch(exitWith);
