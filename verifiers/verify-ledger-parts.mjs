// What a ledger's export is made of: forms, lines, hashes, keys, signed notes, entries. The other half of verify-ledger.mjs,
// and like it written from docs/ledger-export.md.
import { isUtf8 } from "node:buffer";
import { createPublicKey, hash, verify as isSigned } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { basename } from "node:path";

// Forms. There is one way to write each JSON here, so an expression can say all of it; what it catches stays as written.
const { raw } = String;
const exactly = (form) => new RegExp(`^${form}$`);
const list = (form) => raw`\[(?:${form}(?:,${form})*)?\]`;
const plain = raw`[^"\\\x00-\x1f]*`;
const inText = raw`${plain}(?:\\(?:["\\bfnrt]|u00(?:0[0-7be-f]|1[\da-f]))${plain})*`;
const [text, orNull, digest] = [`"${inText}"`, `null|"${inText}"`, '"[0-9a-f]{64}"'];
const [digits, uuid] = [raw`(?:0|[1-9]\d{0,14})`, "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"];
const number = `"${digits}"`;
const day = raw`(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8])`;
const leapDay = raw`(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29`;
const time = raw`"(?!0000)(?:\d{4}-(?:${day})|${leapDay})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z"`;
const sealed = raw`(?:[A-Za-z][A-Za-z\d]*)?Sealed":"1\.(?:0|[1-9]\d*)\.[\w-]{16}\.[\w-]{22,}"`;
const other = raw`(?!validUntil")[A-Za-z][A-Za-z\d]*(?<!Sealed)":(?:${text}|${list(text)})`;
const datum = `"(?:${sealed}|validUntil":${time}|${other})`;
const [data, frontier] = [raw`\{(?:${datum}(?:,${datum})*)?\}`, list(digest)];
const entryForm = (organisation, epoch) =>
  raw`\{"actorKind":(${text}),"actorRef":(${text}),"channel":(${orNull}),"data":(${data}),"effectiveAt":(${time}),` +
  `"epoch":"${epoch}","eventType":(${text}),"organisation":"${organisation}","panel":(${orNull}),"purpose":(${orNull}),` +
  raw`"recordedAt":(${time}),"requestId":${text},"seq":(${number}),"subject":(${orNull}),"v":"1"\}`;
// The columns, with the place at which the form of an entry catches each.
const times = { recordedAt: 9, effectiveAt: 5 };
const columns = {
  ...times,
  eventType: 6,
  panel: 7,
  subject: 11,
  purpose: 8,
  channel: 3,
  actorKind: 1,
  actorRef: 2,
};
const column = (formOf) => Object.entries(columns).map(([key, at]) => `"${key}":${formOf(at)}`);
const columnsOf = (formOf) => raw`\{${column(formOf).join()}\}`;
const proof = raw`\{"epoch":${number},"index":${number},"size":${number},"path":${frontier}\}`;
const rowForm = exactly(
  raw`\{"seq":"(${digits})","bytes":"([^"]*)","leaf":"(${inText})"(?:,"chain":"(${inText})")?,` +
    raw`"columns":(${columnsOf(() => `(?:${orNull})`)})(?:,"proof":(null|${proof}))?\}`,
);
const epochForm = raw`\{"epoch":"[1-9]\d{0,14}","firstSeq":"[1-9]\d{0,14}","lastSeq":${number}\}`;
const headForm = raw`\{"epoch":${number},"epochStart":${number},"seq":${number},"chain":${digest},"frontier":${frontier}\}`;
const about = `"organisation":"${uuid}","epochs":${list(epochForm)}`;
const ledgerForm = exactly(
  raw`\{"format":"resident-panel-ledger/1","scope":(?:"whole",${about},"head":${headForm}|"selection",${about})\}\n`,
);
const name = raw`[!-*,-~\u00a1-\uffff]+`;
const keyForm = exactly(raw`(${name})\+([0-9a-f]{8})\+([A-Za-z\d+/]{44})`);
const base64 = raw`(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{4}|[A-Za-z\d+/][AQgw]==|[A-Za-z\d+/]{2}[AEIMQUYcgkosw048]=)`;
const origin = raw`${name}/ledger/([0-9a-f-]{36})/([1-9]\d{0,14})|[^\n]+`;
const signed = raw`(${origin})\n(${digits})\n([A-Za-z\d+/]{42}[AEIMQUYcgkosw048]=)\n(?:[^\n]+\n)*`;
const noteForm = new RegExp(raw`(${signed})\n((?:— ${name} ${base64}\n)+)\n`, "gy");

const kinds = ["", "Altered", "Truncated", "Forked", "Bad signature", "Projection differs", "Malformed"];
/** Stops with a fault: its exit code, and the words of the sentence. */
export function must(isGood, code, ...words) {
  if (!isGood) throw Object.assign(new Error(`${kinds[code]}: ${words.join(" ")}.`), { code });
}

/** The text that bytes are in UTF-8, or "", which fits no form, when they are not: such a byte is read as U+FFFD. */
function textOf(bytes, from, to) {
  const found = bytes.utf8Slice(from, to);
  return found.includes("\ufffd") && !isUtf8(bytes.subarray(from, to)) ? "" : found;
}

export function textIn(file) {
  const bytes = existsSync(file) ? readFileSync(file) : undefined;
  must(bytes !== undefined && isUtf8(bytes), 6, basename(file), "is missing or is not UTF-8");
  return bytes.toString();
}

/** The lines of a file, read into one buffer so that memory stays flat. */
export function* linesOf(file) {
  const opened = openSync(file);
  let [held, end] = [Buffer.alloc(1 << 18), 0];
  try {
    for (let read = -1; read !== 0; end += read) {
      let from = 0;
      for (let at = held.indexOf(10); at !== -1 && at < end; at = held.indexOf(10, from)) {
        yield textOf(held, from, at);
        from = at + 1;
      }
      held.copyWithin(0, from, end);
      end -= from;
      if (end === held.length) held = Buffer.concat([held], 2 * end);
      read = readSync(opened, held, end, held.length - end);
    }
  } finally {
    closeSync(opened);
  }
  must(end === 0, 6, "the last line of", basename(file), "has no end");
}

/** The hash, as all are in hex, of what `input` begins with, the left and the right. */
function joined(input, left, right) {
  input.hexWrite(left, input.length - 64, 32);
  input.hexWrite(right, input.length - 32, 32);
  return hash("sha256", input);
}
export const chained = joined.bind(undefined, Buffer.from("panel-chain/v1".padEnd(78)));
const node = joined.bind(undefined, Buffer.alloc(65, 0x01));

/** The root of a tree by its frontier: the roots of its perfect subtrees, largest first, one for each bit of its size. */
export const rootOf = (frontier) =>
  frontier.length === 0 ? hash("sha256", "") : frontier.reduceRight((right, left) => node(left, right));
export function grow(frontier, size, leaf) {
  let root = leaf;
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) root = node(frontier.pop(), root);
  frontier.push(root);
}

/** The root that a leaf and its audit path lead to, or undefined: RFC 9162, section 2.1.3.2. */
export function rootFromPath(leaf, index, size, path) {
  let [at, last, root] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0) return undefined;
    root = at % 2 === 1 || at === last ? node(sibling, root) : node(root, sibling);
    while (at === last && at % 2 === 0) [at, last] = [at / 2, last / 2];
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : undefined;
}

/** What the folder says of itself; its epochs as numbers, with the forms of their entries. */
export function readLedger(written) {
  must(ledgerForm.test(written), 6, "ledger.json");
  const { organisation, head, epochs } = JSON.parse(written);
  let before;
  const read = epochs.map((said) => {
    const [epoch, first, last] = Object.values(said).map(Number);
    before ??= { epoch: epoch - 1, last: epoch === 1 ? 0 : first - 1 };
    const isNext = epoch === before.epoch + 1 && first === before.last + 1 && last >= before.last;
    must(isNext, 6, "ledger.json: its epochs do not follow one another");
    const form = entryForm(organisation, epoch);
    const told = exactly(raw`${form}\n${columnsOf((at) => `\\${at}`)}`);
    return (before = { epoch, first, last, form: exactly(form), told });
  });
  const { epoch, first, last } = before ?? {};
  const isHead = !head || [head.epoch, head.epochStart, head.seq].join() === [epoch, first - 1, last].join();
  must(before && isHead, 6, "ledger.json: its head is not that of its last epoch");
  return { organisation, head, epochs: read };
}

export function readKeys(written, where) {
  const lines = written.split(/\r?\n/).filter((line) => line !== "");
  return lines.map((line) => {
    const [, owner, id, typed = ""] = keyForm.exec(line) ?? [];
    const bytes = Buffer.from(typed, "base64");
    const isRight = hash("sha256", Buffer.concat([Buffer.from(`${owner}\n`), bytes])).startsWith(id);
    must(isRight && [1, 4].includes(bytes[0]), 6, "a key in", where);
    const jwk = { kty: "OKP", crv: "Ed25519", x: bytes.toString("base64url", 1) };
    return { owner, id, type: bytes[0], key: createPublicKey({ key: jwk, format: "jwk" }) };
  });
}

/** Signed notes, one after the other; `isOurs`: from the folder. Nothing in them is to be believed before `checkNote`. */
export function readNotes(file, isOurs) {
  const written = `${textIn(file).replaceAll("\r\n", "\n").replace(/\n+$/, "")}\n\n`;
  must(/^\n*$/.test(written.replaceAll(noteForm, "")), 6, basename(file), "is no list of checkpoints");
  return [...written.matchAll(noteForm)].map(([, body, origin, organisation, epoch, size, base64, below]) => {
    const signed = {
      epoch: Number(epoch),
      size: Number(size),
      root: Buffer.from(base64, "base64").toString("hex"),
    };
    return { ...signed, body, origin, organisation, signatures: below.trimEnd().split("\n"), isOurs };
  });
}

/** Every signature of a known key is right, and one is of a trusted log. In the folder all keys must be known. */
export function checkNote({ body, origin, size, signatures, isOurs }, known, trusted) {
  const isTrusted = (line) => {
    const [, signer, base64] = line.split(" ");
    const blob = Buffer.from(base64, "base64");
    const found = known.find(({ owner, id }) => owner === signer && id === blob.toString("hex", 0, 4));
    if (found === undefined && !isOurs) return false;
    const begin = found?.type === 4 ? 12 : 4;
    const isWhole = found !== undefined && blob.length === begin + 64;
    const seen = isWhole && begin === 12 ? `cosignature/v1\ntime ${blob.readBigUInt64BE(4)}\n` : "";
    const isGood = isWhole && isSigned(null, Buffer.from(seen + body), found.key, blob.subarray(begin));
    must(isGood, 4, signer, "did not sign the checkpoint of", size, "entries");
    return found.type === 1 && signer === origin && trusted.includes(found);
  };
  const stands = signatures.filter(isTrusted).length > 0;
  must(stands, 4, "no key you trust signed the checkpoint of", size, "entries");
}

/** One root for each epoch and size, and who said so; two different ones are a fork. */
export function rootsOf(notes) {
  const roots = new Map();
  for (const { epoch, size, root, isOurs } of notes) {
    const said = roots.get(`${epoch}/${size}`) ?? { root, isOurs, isTheirs: false };
    must(said.root === root, 3, "two histories of", size, "entries were signed");
    roots.set(`${epoch}/${size}`, { ...said, isTheirs: said.isTheirs || !isOurs });
  }
  return roots;
}

// What a leaf is made of: 0x00 and the bytes of an entry, until those of the next.
let leafInput = Buffer.alloc(1 << 14);
/** A line of entries.ndjson, with its leaf made anew and its entry as text; `after` is the entry before it. */
export function readRow(line, after, isWhole) {
  const [, seq, base64 = "", leafSaid, chainSaid, columns, proof] = rowForm.exec(line) ?? [];
  if (base64.length >= leafInput.length) leafInput = Buffer.alloc(2 * base64.length);
  const end = 1 + leafInput.base64Write(base64, 1);
  const isRow =
    seq !== undefined && isWhole === (chainSaid !== undefined) && isWhole === (proof === undefined);
  must(isRow && leafInput.base64Slice(1, end) === base64, 6, "the line after entry", after);
  const leaf = hash("sha256", leafInput.subarray(0, end));
  const written = textOf(leafInput, 1, end);
  const isNormal = written.length === end - 1 || written.normalize("NFC") === written;
  return { seq: Number(seq), leaf, leafSaid, chainSaid, columns, proof, written: isNormal ? written : "" };
}

/** The entry of a row, its values as they are written; `isTold` when the columns say the same. */
export function entryOf({ seq, columns, written }, { form, told }) {
  const found = told.exec(`${written}\n${columns}`);
  const values = found ?? form.exec(written) ?? [];
  const [, , , channel, data, effectiveAt, eventType, , purpose, recordedAt, number, subject] = values;
  const keys = data?.match(/(?<=[{,])"\w+":/g) ?? [];
  const isRising = keys.every((key, at) => at === 0 || keys[at - 1] < key);
  must(number === `"${seq}"` && isRising, 6, "entry", seq, "has not the form of an entry of its place");
  return { channel, data, effectiveAt, eventType, purpose, recordedAt, subject, isTold: found !== null };
}
