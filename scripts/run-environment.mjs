import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DATA } from "./paths.mjs";

const SECRETS = [
  "AUTH_SECRET",
  "LINK_SECRET",
  "ADDRESS_PEPPER",
  "METRICS_TOKEN",
  "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
];

/** Secrets for a run on this machine: drawn once, kept beside the data that they protect, readable by this account only. */
function localSecrets() {
  const file = path.join(DATA, "secrets.json");
  const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const missing = SECRETS.filter((name) => known[name] === undefined);
  // 32 bytes in plain base64: also what Next.js wants for its own key.
  for (const name of missing) known[name] = randomBytes(32).toString("base64");
  if (known.LEDGER_KEKS === undefined) {
    // Numbered, so that a second can be put beside it: `npm run ledger -- rotate-keys`.
    known.LEDGER_KEKS = `1:${randomBytes(32).toString("base64")}`;
    missing.push("LEDGER_KEKS");
  }
  if (missing.length > 0) writeFileSync(file, JSON.stringify(known, null, 2), { mode: 0o600 });
  return known;
}

/**
 * What web, worker and seed find in their environment. What the operator set goes first; the rest is made for this machine.
 * @param {{ web: number, mailbox: number, smtp: number, postgres: number }} ports
 * @param {{ appUrl: string, ownerUrl: string } | undefined} embedded the embedded database, when it is the one in use
 */
export function runEnvironment(ports, embedded) {
  const appUrl = process.env.APP_URL ?? `http://localhost:${ports.web}`;
  return {
    ...localSecrets(),
    CHECKPOINT_DIR: path.join(DATA, "checkpoints"),
    JOURNAL_DIR: path.join(DATA, "journals"),
    MAIL_FROM: "panel@resident-panel.example",
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    ...process.env,
    CHECKPOINT_KEY: undefined,
    APP_URL: appUrl,
    NEXTAUTH_URL: appUrl,
    PORT: String(ports.web),
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    MAILBOX_URL: process.env.SMTP_URL ? undefined : `http://localhost:${ports.mailbox}`,
    // One press signs anyone in there, so only this script sets it, and only for its own database.
    DEMO: embedded ? "1" : undefined,
    ...(embedded && { DATABASE_URL: embedded.appUrl, OWNER_DATABASE_URL: embedded.ownerUrl }),
  };
}

/**
 * What only the worker finds in its environment, besides: the key that signs checkpoints of the ledger, drawn once for this
 * machine. It has a file of its own, apart from what the web process knows.
 */
export function workerEnvironment() {
  const file = path.join(DATA, "checkpoint-key");
  if (!process.env.CHECKPOINT_KEY && !existsSync(file)) {
    const drawn = generateKeyPairSync("ed25519").privateKey.export({ format: "der", type: "pkcs8" });
    writeFileSync(file, drawn.toString("base64"), { mode: 0o600 });
  }
  return { CHECKPOINT_KEY: process.env.CHECKPOINT_KEY || readFileSync(file, "utf8") };
}
