import { readEnvironment, type Environment } from "./environment";

/** Everything that an operator decides, read once at start and never changed. */
export type Config = {
  /** As the application's role: never the owner, never a superuser. */
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  /** The public address without a trailing slash, such as "https://panel.example.org". */
  readonly appUrl: string;
  readonly authSecret: string;
  /** Keys the signed links in mails. */
  readonly linkSecret: string;
  /** Keys the hashes of addresses. Changing it forgets every suppression. */
  readonly addressPepper: string;
  /** Key-encryption keys of the ledger (docs/ledger-erasure.md): the highest number wraps, the others only unwrap. */
  readonly ledgerKeks: readonly { readonly version: number; readonly key: Buffer }[];
  /** Where every "no" and every erasure is also written down, outside the database. */
  readonly journalDir: string;
  /** The address that mails come from. */
  readonly mailFrom: string;
  /** True only for the demo that `npm start` runs on its own database: one-press sign-in. */
  readonly demo: boolean;
  readonly metricsToken?: string;
  /** Where the signed checkpoints of the ledger are published as files, one an organisation. */
  readonly checkpointDir?: string;
  readonly oidc?: { readonly wellKnown: string; readonly clientId: string; readonly clientSecret: string };
  readonly dkim?: { readonly domain: string; readonly selector: string; readonly privateKey: string };
};

/** The environment does not let the product run safely. The message names every variable that is missing or weak. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The environment is not ready:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.name = "ConfigError";
  }
}

function assemble(given: Environment): Config {
  const { OIDC_WELL_KNOWN: wellKnown, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given;
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_PRIVATE_KEY: privateKey } = given;
  return {
    databaseUrl: given.DATABASE_URL,
    smtpUrl: given.SMTP_URL,
    appUrl: new URL(given.APP_URL).origin,
    authSecret: given.AUTH_SECRET,
    linkSecret: given.LINK_SECRET,
    addressPepper: given.ADDRESS_PEPPER,
    ledgerKeks: given.LEDGER_KEKS.split(",").map((each) => {
      const [version = "", key = ""] = each.split(":");
      return { version: Number(version), key: Buffer.from(key, "base64") };
    }),
    journalDir: given.JOURNAL_DIR,
    mailFrom: given.MAIL_FROM,
    demo: given.DEMO === "1",
    ...(given.METRICS_TOKEN && { metricsToken: given.METRICS_TOKEN }),
    ...(given.CHECKPOINT_DIR && { checkpointDir: given.CHECKPOINT_DIR }),
    ...(wellKnown && clientId && clientSecret && { oidc: { wellKnown, clientId, clientSecret } }),
    ...(domain && selector && privateKey && { dkim: { domain, selector, privateKey } }),
  };
}

/**
 * The configuration in an environment.
 * @throws ConfigError naming every missing or weak value at once, and never a value
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const filled: Record<string, string> = {};
  for (const [name, value] of Object.entries(env))
    if (value !== undefined && value !== "") filled[name] = value;
  const read = readEnvironment(filled);
  if (!read.ok) throw new ConfigError(read.faults);
  return assemble(read.value);
}

let held: Config | undefined;

/**
 * This process's configuration. Read on first use, so that building needs no environment.
 * @throws ConfigError
 */
export function readConfig(): Config {
  held ??= parseConfig(process.env);
  return held;
}
