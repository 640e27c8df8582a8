// Signed notes, as docs/ledger-export.md describes them: keys, checkpoints and their signatures. Part of verify-ledger.mjs.
import { createPublicKey, hash, verify as isSigned } from "node:crypto";

const keyForm = /^([!-*,-~\u00a1-\u{10ffff}]+)\+([0-9a-f]{8})\+(.+)$/u;
const noteForm = /(([^\n]+)\n([^\n]+)\n([^\n]+)\n(?:[^\n]+\n)*)\n((?:— [^\n]+\n)+)\n/gy;
const signatureForm = /^— ([!-*,-~\u00a1-\u{10ffff}]+) (.+)$/u;
const originForm = /^[!-*,-~\u00a1-\u{10ffff}]+\/ledger\/([0-9a-f-]{36})\/([1-9]\d{0,14})$/u;

/** Stops with a fault, of which `code` is the exit code and the words are the sentence. */
export function must(isGood, code, ...words) {
  if (!isGood) throw Object.assign(new Error(`${words.join(" ")}.`), { code });
}
/** Text that can be written as UTF-8. */
export const isText = (value) => typeof value === "string" && value.isWellFormed();
/** The number that is written in decimal, or NaN. */
export const numberOf = (written) =>
  isText(written) && /^(?:0|[1-9]\d{0,14})$/.test(written) ? Number(written) : NaN;

/** The bytes that base64 stands for, if it is the one way to write them. */
export function decoded(base64, where) {
  const bytes = Buffer.from(base64 ?? "-", "base64");
  must(bytes.toString("base64") === base64, 6, "Malformed:", where, "holds what is not base64");
  return bytes;
}

function readKey(line, where) {
  const [, name, id, base64] = keyForm.exec(line) ?? [];
  const typed = decoded(base64, where);
  const hashed = hash("sha256", Buffer.concat([Buffer.from(`${name}\n`), typed]));
  must(
    typed.length === 33 && [1, 4].includes(typed[0]) && hashed.startsWith(id),
    6,
    "Malformed: a key in",
    where,
  );
  const jwk = { kty: "OKP", crv: "Ed25519", x: typed.toString("base64url", 1) };
  return { name, id, type: typed[0], key: createPublicKey({ key: jwk, format: "jwk" }) };
}

/** Verifier keys, one a line. */
export const readKeys = (written, where) =>
  written.split(/\r?\n/).flatMap((line) => (line === "" ? [] : [readKey(line, where)]));

/** Signed notes, one after the other. Nothing in them is to be believed before `checkSignatures`. */
export function readNotes(written, where, isOurs) {
  const lines = `${written.replaceAll("\r\n", "\n").replace(/\n+$/, "")}\n\n`;
  if (lines === "\n\n") return [];
  const found = [...lines.matchAll(noteForm)];
  const isAll = found.map(([note]) => note).join("") === lines;
  must(isAll, 6, "Malformed:", where, "is no list of checkpoints");
  return found.map(([, body, origin, size, base64, below]) => {
    const [, organisation, epoch] = originForm.exec(origin) ?? [];
    const root = decoded(base64, where).toString("hex");
    const signatures = below
      .slice(0, -1)
      .split("\n")
      .map((line) => {
        const [, name, blob] = signatureForm.exec(line) ?? [];
        return { name, blob: decoded(blob, where) };
      });
    must(root.length === 64 && numberOf(size) >= 0, 6, "Malformed:", where, "holds what is no checkpoint");
    return { body, origin, organisation, epoch: Number(epoch), size: Number(size), root, signatures, isOurs };
  });
}

/** Every signature of a known key is right, and one is of a trusted log. In the folder (`isOurs`) all keys must be known. */
export function checkSignatures({ body, origin, size, signatures, isOurs }, known, trusted) {
  let stands = false;
  for (const { name, blob } of signatures) {
    const found = known.find((one) => one.name === name && one.id === blob.toString("hex", 0, 4));
    if (found === undefined && !isOurs) continue;
    const begin = found?.type === 4 ? 12 : 4;
    const isWhole = found !== undefined && blob.length === begin + 64;
    const seen = isWhole && begin === 12 ? `cosignature/v1\ntime ${blob.readBigUInt64BE(4)}\n` : "";
    const isGood = isWhole && isSigned(null, Buffer.from(seen + body), found.key, blob.subarray(begin));
    must(isGood, 4, "Bad signature:", name, "did not sign the checkpoint of", size, "entries");
    stands ||= found.type === 1 && name === origin && trusted.includes(found);
  }
  must(stands, 4, "Bad signature: no key you trust signed the checkpoint of", size, "entries");
}
