// What an entry, a line and ledger.json must look like: docs/ledger-export.md. A part of verify-ledger.mjs.
import { isUtf8 } from "node:buffer";
import { hash } from "node:crypto";
import { decoded, isText, must, numberOf } from "./signed-notes.mjs";

const entryKeys =
  "actorKind,actorRef,channel,data,effectiveAt,epoch,eventType,organisation,panel,purpose,recordedAt,requestId,seq,subject,v";
const columnKeys = "recordedAt,effectiveAt,eventType,panel,subject,purpose,channel,actorKind,actorRef";
const columns = columnKeys.split(",");
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const digest = /^[0-9a-f]{64}$/;
const clock = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const sealed = /^1\.(?:0|[1-9]\d*)\.[\w-]{16}\.[\w-]{22,}$/;

function isTime(at) {
  if (!isText(at) || !clock.test(at)) return false;
  const day = Number(at.slice(8, 10));
  return day > 0 && (day < 29 || new Date(at).getUTCDate() === day);
}
const isTextOrNull = (value) => value === null || isText(value);
const isDigest = (value) => isText(value) && digest.test(value);

const isRecord = (value, keys) => typeof value === "object" && Object.keys(value ?? {}).join() === keys;

/** JSON that is written in the one way there is and has these keys, or undefined. */
function exact(written, keys) {
  try {
    const value = JSON.parse(written);
    return JSON.stringify(value) === written && Object.keys(value).join() === keys ? value : undefined;
  } catch {
    return undefined;
  }
}

// The same few lists of keys come again and again.
const knownKeys = new Map();
function areDataKeys(keys) {
  const list = keys.join();
  if (knownKeys.size > 10_000) knownKeys.clear();
  if (!knownKeys.has(list)) {
    const isRight = (key, at) => /^[A-Za-z][A-Za-z0-9]*$/.test(key) && (at === 0 || keys[at - 1] < key);
    knownKeys.set(list, keys.every(isRight));
  }
  return knownKeys.get(list);
}

function isDatum(key, value) {
  if (key.endsWith("Sealed")) return isText(value) && sealed.test(value);
  return isText(value) || (Array.isArray(value) && value.every(isText));
}

const mayBeNull = new Set(["channel", "panel", "purpose", "subject"]);
const isField = (key, value) => key === "data" || isText(value) || (value === null && mayBeNull.has(key));

/** The entry that the bytes are, or undefined when they have not the form of one. */
export function parseEntry(bytes) {
  const written = bytes.toString("utf8");
  const entry = exact(written, entryKeys);
  if (entry === undefined || entry.v !== "1") return undefined;
  const isPlain = written.length === bytes.length;
  if (!isPlain && (!isUtf8(bytes) || written.normalize("NFC") !== written)) return undefined;
  for (const key in entry) if (!isField(key, entry[key])) return undefined;
  const { data, recordedAt, effectiveAt } = entry;
  if (!written.includes('"data":{') || !areDataKeys(Object.keys(data))) return undefined;
  for (const key in data) if (!isDatum(key, data[key])) return undefined;
  const isUntil = data.validUntil === undefined || isTime(data.validUntil);
  return isUntil && isTime(recordedAt) && isTime(effectiveAt) ? entry : undefined;
}

/** The columns as the entry says they must be. */
export const columnsOf = (entry) =>
  `{${columns.map((key) => `"${key}":${JSON.stringify(entry[key])}`).join()}}`;

function isProof(proof) {
  const { epoch, index, size, path } = proof;
  const isPath = Object.keys(proof).join() === "epoch,index,size,path" && Array.isArray(path);
  return isPath && path.every(isDigest) && [epoch, index, size].every((written) => numberOf(written) >= 0);
}

// An entry as most are: all text is ASCII that needs no other spelling, and no value of data is a list.
const plain = String.raw`"[ !#-[\]-~]*"`;
const [text, orNull] = [String.raw`"([ !#-[\]-~]*)"`, `(null|${plain})`];
const datum = `"[A-Za-z][A-Za-z0-9]*":${plain}`;
const usual = new RegExp(
  String.raw`^\{"actorKind":${text},"actorRef":${text},"channel":${orNull},"data":\{(${datum}(?:,${datum})*)\},` +
    `"effectiveAt":${text},"epoch":${text},"eventType":${text},"organisation":${text},"panel":${orNull},` +
    String.raw`"purpose":${orNull},"recordedAt":${text},"requestId":${plain},"seq":${text},"subject":${orNull},"v":"1"\}$`,
);

/** What stands between the braces of `data`, as it matched; undefined when that must be looked at more closely. */
function usualData(written) {
  const data = {};
  let before = "";
  for (let at = 1, end = 0; end !== written.length; at = end + 2) {
    const keyEnd = written.indexOf('"', at);
    const key = written.slice(at, keyEnd);
    if (before >= key || key.endsWith("Sealed")) return undefined;
    end = written.indexOf('"', keyEnd + 3);
    const value = written.slice(keyEnd + 3, end);
    if (key === "validUntil" && !isTime(value)) return undefined;
    data[key] = value;
    before = key;
    end += 1;
  }
  return data;
}

const unquoted = (written) => (written === "null" ? null : written.slice(1, -1));

/** The entry that this text is, with its columns as they must be written; undefined where it is not as most are. */
function usualEntry(written) {
  const found = usual.exec(written);
  if (found === null) return undefined;
  const [, actorKind, actorRef, channel, inData, effectiveAt, epoch, eventType, organisation] = found;
  const [panel, purpose, recordedAt, seq, subject] = [found[9], found[10], found[11], found[12], found[13]];
  const data = usualData(inData);
  if (data === undefined || !isTime(recordedAt)) return undefined;
  if (effectiveAt !== recordedAt && !isTime(effectiveAt)) return undefined;
  return {
    ...{ data, effectiveAt, epoch, eventType, organisation, recordedAt, seq },
    ...{ channel: unquoted(channel), purpose: unquoted(purpose), subject: unquoted(subject) },
    told: `{"recordedAt":"${recordedAt}","effectiveAt":"${effectiveAt}","eventType":"${eventType}","panel":${panel},"subject":${subject},"purpose":${purpose},"channel":${channel},"actorKind":"${actorKind}","actorRef":"${actorRef}"}`,
  };
}

// One entry's bytes after the 0x00 of a leaf, until the next are read; and the view of each length.
const held = Buffer.alloc(1 << 14);
const views = [];

/** The line that is expected, as it is in most cases: what it says, or undefined where it must be looked at more closely. */
export function readExpected(line, seq, chainOf) {
  const start = `{"seq":"${seq}","bytes":"`;
  if (line.slice(0, start.length) !== start) return undefined;
  const end = line.indexOf('"', start.length);
  const base64 = line.slice(start.length, end);
  const length = base64.length < held.length ? 1 + held.write(base64, 1, "base64") : 1;
  const entry = usualEntry(held.latin1Slice(1, length));
  if (entry === undefined || held.base64Slice(1, length) !== base64) return undefined;
  const leaf = hash("sha256", (views[length] ??= held.subarray(0, length)));
  const chain = chainOf(leaf);
  const rest = `","leaf":"${leaf}","chain":"${chain}","columns":${entry.told}}`;
  return line.slice(end) === rest ? { leaf, chain, entry } : undefined;
}

/** A line of entries.ndjson, given with a character for each byte; `after` is the entry before it. */
export function readRow(line, keys, after) {
  const bytes = Buffer.from(line, "latin1");
  const row = exact(bytes.toString("utf8"), keys);
  const isRow = row !== undefined && [row.bytes, row.leaf, row.chain ?? ""].every(isText) && isUtf8(bytes);
  const isTold = isRecord(row?.columns, columnKeys) && Object.values(row.columns).every(isTextOrNull);
  const isProven = row?.proof === undefined || row.proof === null || isProof(row.proof);
  must(isRow && isTold && isProven && numberOf(row.seq) >= 0, 6, "Malformed: the line after entry", after);
  return { ...row, bytes: decoded(row.bytes, `the line after entry ${after}`) };
}

/** The epochs as numbers, or undefined when they do not follow one another. */
function readEpochs(epochs) {
  if (!Array.isArray(epochs) || !epochs.every((one) => isRecord(one, "epoch,firstSeq,lastSeq")))
    return undefined;
  const read = epochs.map(({ epoch, firstSeq, lastSeq }) => {
    return { epoch: numberOf(epoch), first: numberOf(firstSeq), last: numberOf(lastSeq) };
  });
  const follow = read.every(({ epoch, first, last }, place) => {
    const before = read[place - 1] ?? { epoch: epoch - 1, last: epoch === 1 ? 0 : first - 1 };
    const isNext = epoch === before.epoch + 1 && first === before.last + 1;
    return isNext && epoch > 0 && first > 0 && last >= first - 1;
  });
  return follow && read.length > 0 ? read : undefined;
}

function isHead(head, { epoch, first, last }) {
  const { chain, frontier } = head ?? {};
  const said = { epoch: String(epoch), epochStart: String(first - 1), seq: String(last), chain, frontier };
  const isList = Array.isArray(frontier) && [chain, ...frontier].every(isDigest);
  return isList && JSON.stringify(head) === JSON.stringify(said);
}

/** What the folder says of itself; its epochs as numbers. */
export function readLedger(written) {
  const isWhole = written.includes('"scope":"whole"');
  const keys = `format,scope,organisation,epochs${isWhole ? ",head" : ""}`;
  const said = written.endsWith("\n") ? exact(written.slice(0, -1), keys) : undefined;
  const epochs = readEpochs(said?.epochs);
  const isNamed = isText(said?.organisation) && uuid.test(said.organisation);
  const isScope = isWhole ? said?.scope === "whole" : said?.scope === "selection";
  const isOne = isNamed && isScope && said.format === "resident-panel-ledger/1" && epochs !== undefined;
  must(isOne && (!isWhole || isHead(said.head, epochs.at(-1))), 6, "Malformed: ledger.json");
  return { ...said, epochs };
}
