import { createPublicKey, hash, sign, verify, type KeyObject } from "node:crypto";
import { fromBase64 } from "./base64";

// Signed notes (c2sp.org/signed-note) with Ed25519, and the cosignatures of witnesses (c2sp.org/tlog-cosignature, the
// Ed25519 form). A note is its text, an empty line, and a line for each signature.

/** What a signature line says of itself: only a verifier's key can tell whether it is true. */
export type NoteSignature = {
  readonly name: string;
  /** The first 4 bytes of SHA-256(name || 0x0A || type || public key). */
  readonly keyHash: Buffer;
  readonly signature: Buffer;
};

export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] };

/** Who signs, by the name that is in the line. The key is Ed25519. */
export type NoteSigner = { readonly name: string; readonly privateKey: KeyObject };

/** 0x01 signs the text itself; 0x04 is a witness, which signs the text and the second at which it saw it. */
type KeyType = 0x01 | 0x04;

export type VerifierKey = {
  readonly name: string;
  readonly type: KeyType;
  readonly keyHash: Buffer;
  readonly publicKey: KeyObject;
  readonly text: string;
};

/** One key's good signature; `time` only of a witness. */
export type GoodSignature = { readonly key: VerifierKey; readonly time?: Date };

const mostSignatures = 64;

function rawPublicKey(key: KeyObject): Buffer {
  const { x } = (key.type === "private" ? createPublicKey(key) : key).export({ format: "jwk" });
  if (x === undefined) throw new Error("Not an Ed25519 key");
  return Buffer.from(x, "base64url");
}

function keyHashOf(name: string, type: KeyType, raw: Buffer): Buffer {
  const input = Buffer.concat([Buffer.from(`${name}\n`, "utf8"), Buffer.from([type]), raw]);
  return hash("sha256", input, "buffer").subarray(0, 4);
}

/** A verifier key as text: name, key hash in hex, and base64 of type and public key, with "+" between. */
export function verifierKey(name: string, key: KeyObject, type: KeyType = 0x01): string {
  const raw = rawPublicKey(key);
  const typed = Buffer.concat([Buffer.from([type]), raw]).toString("base64");
  return `${name}+${keyHashOf(name, type, raw).toString("hex")}+${typed}`;
}

/** Reads a verifier key of a log (type 0x01) or a witness (0x04), or null when the text is none. */
export function parseVerifierKey(text: string): VerifierKey | null {
  const [, name, hex, encoded] = /^([^\s+\p{Cc}]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text) ?? [];
  const typed = fromBase64(encoded ?? "");
  const type = typed?.[0];
  if (name === undefined || typed?.length !== 33 || (type !== 0x01 && type !== 0x04)) return null;
  const raw = typed.subarray(1);
  const keyHash = keyHashOf(name, type, raw);
  if (keyHash.toString("hex") !== hex) return null;
  const jwk = { kty: "OKP", crv: "Ed25519", x: raw.toString("base64url") };
  return { name, type, keyHash, publicKey: createPublicKey({ key: jwk, format: "jwk" }), text };
}

/** The same key by another name: a log is called otherwise in each epoch, and signs with one key. */
function underName({ publicKey, type }: VerifierKey, name: string): VerifierKey {
  const keyHash = keyHashOf(name, type, rawPublicKey(publicKey));
  return { name, type, keyHash, publicKey, text: verifierKey(name, publicKey, type) };
}

/** The keys that may have signed a note of this log, of verifier keys as text: each by the name that the log has there. */
export function keysUnder(keys: readonly string[], name: string): readonly VerifierKey[] {
  return keys.flatMap((text) => {
    const key = parseVerifierKey(text);
    return key === null ? [] : [underName(key, name)];
  });
}

function parseLine(line: string): NoteSignature | null {
  const [, name, encoded] = /^— ([^\s+]+) (\S+)$/u.exec(line) ?? [];
  const bytes = fromBase64(encoded ?? "");
  if (name === undefined || bytes === null || bytes.length < 5) return null;
  return { name, keyHash: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

/** Signature lines by themselves, such as a witness answers with, or null when one is malformed. */
export function parseSignatures(lines: string): readonly NoteSignature[] | null {
  if (!lines.endsWith("\n")) return null;
  const each = lines.slice(0, -1).split("\n");
  const parsed = each.map(parseLine).filter((signature) => signature !== null);
  return parsed.length === each.length && parsed.length <= mostSignatures ? parsed : null;
}

/** Takes a note apart, or null when it is none. Nothing in it is to be believed before `verifyNote`. */
export function parseNote(note: string): Note | null {
  const end = note.lastIndexOf("\n\n");
  if (end < 1 || !note.isWellFormed() || /\p{Cc}/u.test(note.replaceAll("\n", ""))) return null;
  const signatures = parseSignatures(note.slice(end + 2));
  return signatures === null ? null : { text: note.slice(0, end + 1), signatures };
}

/** A signature as a line of a note, with its newline. */
export function signatureLine({ name, keyHash, signature }: NoteSignature): string {
  return `— ${name} ${Buffer.concat([keyHash, signature]).toString("base64")}\n`;
}

/**
 * Signs a text as its author. The same key and text always give the same note.
 * @param text ends with a newline
 * @returns the whole note
 */
export function signNote(text: string, { name, privateKey }: NoteSigner): string {
  const keyHash = keyHashOf(name, 0x01, rawPublicKey(privateKey));
  const signature = sign(null, Buffer.from(text, "utf8"), privateKey);
  return `${text}\n${signatureLine({ name, keyHash, signature })}`;
}

function seenAt(text: string, time: bigint): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${time}\n${text}`, "utf8");
}

/**
 * A witness's signature line for a checkpoint's text: that at this moment this was the largest tree it had seen of the
 * log, and that the tree had only grown.
 */
export function cosign(text: string, { name, privateKey }: NoteSigner, at: Date): string {
  const seconds = BigInt(Math.floor(at.getTime() / 1000));
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(seconds);
  const signature = Buffer.concat([time, sign(null, seenAt(text, seconds), privateKey)]);
  return signatureLine({ name, keyHash: keyHashOf(name, 0x04, rawPublicKey(privateKey)), signature });
}

function check(text: string, { signature }: NoteSignature, key: VerifierKey): GoodSignature | null {
  if (key.type === 0x01)
    return verify(null, Buffer.from(text, "utf8"), key.publicKey, signature) ? { key } : null;
  if (signature.length !== 72) return null;
  const seconds = signature.readBigUInt64BE();
  const isGood = verify(null, seenAt(text, seconds), key.publicKey, signature.subarray(8));
  return isGood ? { key, time: new Date(Number(seconds) * 1000) } : null;
}

/** A note whose text at least one of the given keys stands for. */
export type VerifiedNote = Note & { readonly good: readonly GoodSignature[] };

/**
 * Checks a note against the keys one trusts. Signatures of other keys are passed over; a bad one of a trusted key spoils
 * the note, and so does having none.
 */
export function verifyNote(note: string, keys: readonly VerifierKey[]): VerifiedNote | null {
  const parsed = parseNote(note);
  if (parsed === null) return null;
  const good: GoodSignature[] = [];
  for (const signature of parsed.signatures) {
    const key = keys.find(
      ({ name, keyHash }) => name === signature.name && keyHash.equals(signature.keyHash),
    );
    if (key === undefined) continue;
    const found = check(parsed.text, signature, key);
    if (found === null) return null;
    good.push(found);
  }
  return good.length === 0 ? null : { ...parsed, good };
}
