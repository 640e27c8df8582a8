import { createPrivateKey, type KeyObject } from "node:crypto";
import { parseVerifierKey, type VerifierKey } from "@/lib/ledger/checkpoint/note";
import { ConfigError } from "./config";

/** What only the worker is given: the key that signs checkpoints of the ledger, and where they go. */
export type Signing = {
  /** Ed25519. */
  readonly privateKey: KeyObject;
  /** The folder of the published files. */
  readonly dir: string;
  /** Who countersigns: the address to which "/add-checkpoint" is added, and the key that answers are checked with. */
  readonly witness?: { readonly url: string; readonly key: VerifierKey };
};

type Given = Readonly<Record<string, string | undefined>>;
type Report = (fault: string) => void;

const makeOne = "make one with `openssl genpkey -algorithm ed25519 -outform DER | base64 -w0`";

function privateKeyIn(text: string | undefined, report: Report): KeyObject | null {
  if (!text) {
    report(`CHECKPOINT_KEY is missing: ${makeOne}`);
    return null;
  }
  try {
    const key = createPrivateKey({ key: Buffer.from(text, "base64"), format: "der", type: "pkcs8" });
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch {
    // Said below: what is wrong with a key must not repeat any of it.
  }
  report(`CHECKPOINT_KEY must be an Ed25519 key as PKCS #8 in base64: ${makeOne}`);
  return null;
}

function witnessIn(
  { WITNESS_URL: url, WITNESS_KEY: text }: Given,
  report: Report,
): Signing["witness"] | null {
  if (!url && !text) return undefined;
  const key = parseVerifierKey(text ?? "");
  const isAddress = URL.canParse(url ?? "") && /^https?:$/.test(new URL(url ?? "").protocol);
  if (!isAddress)
    report("WITNESS_URL must be the witness's address: WITNESS_URL and WITNESS_KEY belong together");
  if (key?.type !== 0x04)
    report("WITNESS_KEY must be the witness's verifier key: WITNESS_URL and WITNESS_KEY belong together");
  return url && isAddress && key?.type === 0x04 ? { url: url.replace(/\/$/, ""), key } : null;
}

/**
 * What the worker signs with.
 * @throws ConfigError naming every missing or wrong value at once, and never a value
 */
export function parseSigning(env: Given): Signing {
  const faults: string[] = [];
  const report = (fault: string) => void faults.push(fault);
  const privateKey = privateKeyIn(env["CHECKPOINT_KEY"], report);
  const dir = env["CHECKPOINT_DIR"];
  if (!dir)
    report("CHECKPOINT_DIR is missing: the folder for published checkpoints, apart from the database");
  const witness = witnessIn(env, report);
  if (privateKey === null || !dir || witness === null) throw new ConfigError(faults);
  return { privateKey, dir, ...(witness && { witness }) };
}

let held: Signing | undefined;

/**
 * What this process signs with, or null where no key is: the web process, and tests.
 * @throws ConfigError when there is a key and it, or what belongs to it, is wrong
 */
export function readSigning(): Signing | null {
  if (!process.env["CHECKPOINT_KEY"]) return null;
  held ??= parseSigning(process.env);
  return held;
}
