import path from "node:path";
import { z } from "zod";

const MISSING = "is missing";
const LOCAL_HOSTS = new Set(["localhost", "127.0.0.1", "[::1]"]);
/** Roles that own the database or the server: an application that connects as one of them could rewrite evidence. */
const OWNER_ROLES = new Set(["panel_owner", "panel_superuser", "postgres"]);

function urlOf(what: string, protocols: readonly string[]) {
  const words = `must be an address that begins with ${protocols.map((name) => `${name}//`).join(" or ")}${what}`;
  return z
    .string({ error: MISSING })
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), words);
}

/** 32 bytes of text that was drawn, not typed: long, and of many different characters. */
const secret = z
  .string({ error: `${MISSING}: make one with \`openssl rand -base64 48\`` })
  .refine((text) => Buffer.byteLength(text) >= 32, "is too short: at least 32 bytes")
  .refine(
    (text) => Buffer.byteLength(text) < 32 || new Set(text).size >= 12,
    "is too easy to guess: draw it at random",
  );

const databaseUrl = urlOf("", ["postgresql:", "postgres:"]).refine(
  (text) => !URL.canParse(text) || !OWNER_ROLES.has(new URL(text).username),
  "names a role that owns the database: web and worker connect as panel_app",
);

const appUrl = urlOf("", ["https:", "http:"])
  .refine(
    (text) => !URL.canParse(text) || isLocal(text) || text.startsWith("https:"),
    "must begin with https:// outside this machine",
  )
  .refine((text) => !URL.canParse(text) || new URL(text).pathname === "/", "must not have a path");

/** Whoever can read or change what the provider says can sign in as anyone. */
const wellKnown = urlOf("", ["https:", "http:"]).refine(
  (text) => !URL.canParse(text) || isLocal(text) || text.startsWith("https:"),
  "must begin with https:// outside this machine",
);

const encryptionKey = z.string().refine((text) => {
  const bytes = Buffer.from(text, "base64").length;
  return bytes === 16 || bytes === 24 || bytes === 32;
}, "must be 16, 24 or 32 bytes in base64");

/** Processes may start in different folders, so only a whole path names one place. */
const folder = z
  .string({ error: MISSING })
  .refine((text) => path.isAbsolute(text), "must be a whole path, beginning with /");

/** "1:<32 bytes in base64>,2:…": old ones stay until nothing is wrapped by them any more. */
const ledgerKeks = z
  .string({ error: `${MISSING}: make one with \`echo "1:$(openssl rand -base64 32)"\`` })
  .refine((text) => {
    const given = text.split(",").map((each) => /^([1-9]\d{0,8}):([A-Za-z0-9+/]{43}=)$/u.exec(each));
    return (
      given.every((each) => each !== null) && new Set(given.map((each) => each?.[1])).size === given.length
    );
  }, "must be numbered keys of 32 bytes in base64, such as 1:…,2:…, no number twice");

const optional = z.string().optional();

const variables = z.object({
  DATABASE_URL: databaseUrl,
  SMTP_URL: urlOf("", ["smtp:", "smtps:"]),
  APP_URL: appUrl,
  AUTH_SECRET: secret,
  LINK_SECRET: secret,
  ADDRESS_PEPPER: secret,
  LEDGER_KEKS: ledgerKeks,
  JOURNAL_DIR: folder,
  MAIL_FROM: z.email({
    error: (issue) => (issue.input === undefined ? MISSING : "must be one plain mail address"),
  }),
  METRICS_TOKEN: secret.optional(),
  DEMO: z.literal("1", { error: "must be 1 or unset" }).optional(),
  OIDC_WELL_KNOWN: wellKnown.optional(),
  OIDC_CLIENT_ID: optional,
  OIDC_CLIENT_SECRET: optional,
  DKIM_DOMAIN: optional,
  DKIM_SELECTOR: optional,
  DKIM_PRIVATE_KEY: optional,
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: encryptionKey.optional(),
  CHECKPOINT_DIR: folder.optional(),
});

export type Environment = z.infer<typeof variables>;

/** Before it is known to be right. */
type Given = Readonly<Partial<Record<keyof Environment, string>>>;
type Report = (name: keyof Environment, message: string) => void;

/** Groups that make sense only whole. */
const TOGETHER: readonly (readonly (keyof Environment)[])[] = [
  ["OIDC_WELL_KNOWN", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
  ["DKIM_DOMAIN", "DKIM_SELECTOR", "DKIM_PRIVATE_KEY"],
];

function checkGroups(given: Given, report: Report): void {
  for (const group of TOGETHER) {
    const missing = group.filter((name) => given[name] === undefined);
    if (missing.length === 0 || missing.length === group.length) continue;
    for (const name of missing) report(name, `is missing: ${group.join(", ")} belong together`);
  }
}

/** One secret in two places would let what leaks from one open the other. */
function checkDistinct(given: Given, report: Report): void {
  const seen = new Map<string, string>();
  for (const name of ["AUTH_SECRET", "LINK_SECRET", "ADDRESS_PEPPER", "METRICS_TOKEN"] as const) {
    const value = given[name];
    if (value === undefined) continue;
    const other = seen.get(value);
    if (other !== undefined) report(name, `is the same as ${other}: each needs its own`);
    seen.set(value, name);
  }
}

function checkPlace(given: Given, report: Report): void {
  if (given.APP_URL === undefined || !URL.canParse(given.APP_URL) || isLocal(given.APP_URL)) return;
  if (given.DEMO === "1") report("DEMO", "signs anyone in at one press: it works on this machine only");
  if (given.OIDC_WELL_KNOWN === undefined) report("OIDC_WELL_KNOWN", "is missing: staff could not sign in");
}

function isLocal(url: string): boolean {
  return LOCAL_HOSTS.has(new URL(url).hostname);
}

/**
 * The variables we read, or what is wrong with them, one line each: what is wrong with single ones, then with several
 * together, so that one start names everything.
 */
export function readEnvironment(
  given: Readonly<Record<string, string>>,
):
  | { readonly ok: true; readonly value: Environment }
  | { readonly ok: false; readonly faults: readonly string[] } {
  const parsed = variables.safeParse(given);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  for (const check of [checkGroups, checkDistinct, checkPlace]) {
    check(given, (name, message) => faults.push(`${name} ${message}`));
  }
  return parsed.success && faults.length === 0 ? { ok: true, value: parsed.data } : { ok: false, faults };
}
