#!/usr/bin/env node
// Checks the export of a consent ledger with Node 22 or newer and nothing else. Written from docs/ledger-export.md; the
// parts lie in the folder of the same name. node verify-ledger.mjs FOLDER [--checkpoints FILE]… [--key KEY-or-FILE]…
import { isUtf8 } from "node:buffer";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ConsentState } from "./verify-ledger/consent-state.mjs";
import { columnsOf, parseEntry, readExpected, readLedger, readRow } from "./verify-ledger/forms.mjs";
import { chained, Edge, leafOf, rootFromPath } from "./verify-ledger/hashing.mjs";
import { linesOf } from "./verify-ledger/lines.mjs";
import { checkSignatures, must, readKeys, readNotes } from "./verify-ledger/signed-notes.mjs";

function textOf(file) {
  const bytes = existsSync(file) ? readFileSync(file) : undefined;
  must(bytes !== undefined && isUtf8(bytes), 6, "Malformed:", basename(file), "is missing or is not UTF-8");
  return bytes.toString("utf8");
}

/** One pass over the entries of a whole ledger: what is known so far, and each next line against it. */
class WholePass {
  place = -1;
  lastAt = "";
  state = new ConsentState();

  constructor(ledger, roots) {
    [this.ledger, this.roots] = [ledger, roots];
    this.seq = ledger.epochs[0].first - 1;
    this.turn();
  }

  turn() {
    while (this.place < 0 || (this.seq === this.epoch.last && this.place + 1 < this.ledger.epochs.length)) {
      this.before = this.tree?.root;
      this.epoch = this.ledger.epochs[(this.place += 1)];
      [this.chain, this.tree, this.agreed] = ["0".repeat(64), new Edge(), this.seq];
      this.compare();
    }
  }

  compare() {
    const said = this.roots.get(`${this.epoch.epoch}/${this.seq - this.epoch.first + 1}`);
    if (said === undefined) return;
    const isSame = said.root === this.tree.root;
    const which = `one of the entries ${this.agreed + 1} to ${this.seq}`;
    must(isSame || !said.isOurs, 1, "Altered:", which, "is not what was signed");
    must(isSame, 3, "Forked: up to entry", this.seq, "another history was signed outside");
    this.agreed = this.seq;
  }

  take(line) {
    const seq = this.seq + 1;
    const chainOf = (leaf) => chained(this.chain, leaf);
    const quick = seq <= this.epoch.last ? readExpected(line, seq, chainOf) : undefined;
    const { entry, leaf, chain } = quick ?? this.look(line, seq, chainOf);
    checkPlace(entry, seq, this.ledger, this.epoch);
    must(entry.recordedAt >= this.lastAt, 6, "Malformed: entry", seq, "was recorded before the one before");
    if (seq === this.epoch.first && this.epoch.epoch > 1) this.opens(entry, this.epoch);
    [this.seq, this.lastAt, this.chain] = [seq, entry.recordedAt, chain];
    this.tree.add(leaf);
    this.state.take(entry, seq);
    this.compare();
    this.turn();
  }

  look(line, seq, chainOf) {
    const row = readRow(line, "seq,bytes,leaf,chain,columns", this.seq);
    const isNext = row.seq === String(seq) && seq <= this.epoch.last;
    must(isNext, 1, "Altered: entry", Math.min(Number(row.seq), seq), "is missing or one too many");
    const leaf = leafOf(row.bytes);
    const chain = chainOf(leaf);
    must(row.leaf === leaf && row.chain === chain, 1, "Altered: entry", seq, "does not fit its hashes");
    const entry = parseEntry(row.bytes);
    must(entry !== undefined, 6, "Malformed: entry", seq, "has not the form of an entry");
    if (JSON.stringify(row.columns) !== columnsOf(entry)) this.differing ??= seq;
    return { entry, leaf, chain };
  }

  opens({ eventType, seq, data }, { epoch, first }) {
    const { previousEpoch, previousLastSeq, previousRoot } = data;
    const said = [eventType, previousEpoch, previousLastSeq, previousRoot].join();
    const isRight = said === ["epoch.opened", epoch - 1, first - 1, this.before ?? previousRoot].join();
    must(isRight, 1, "Altered: entry", seq, "does not open its epoch where the one before ended");
  }

  finish(notes) {
    const { head, epochs } = this.ledger;
    const newest = epochs.at(-1);
    must(this.seq === newest.last, 2, "Truncated: entry", this.seq + 1, "and what followed are missing");
    for (const { epoch, size } of notes) {
      const about = epochs.find((one) => one.epoch === epoch);
      const most = about === undefined ? Infinity : about.last - about.first + 1;
      const isHere = epoch <= newest.epoch && size <= most;
      must(isHere, 2, "Truncated: a checkpoint of epoch", epoch, "speaks of", size, "entries");
    }
    const fits = this.chain === head.chain && this.tree.roots.join() === head.frontier.join();
    must(fits, 1, "Altered: the head does not fit the entries");
  }
}

function checkPlace(entry, seq, { organisation }, { epoch }) {
  const isOne = entry.organisation === organisation && entry.seq === String(seq);
  must(isOne && entry.epoch === String(epoch), 6, "Malformed: entry", seq, "says that it belongs elsewhere");
}

function checkState(file, { state, lastAt }) {
  const expected = state.lines(Date.parse(lastAt));
  let place = 0;
  for (const line of linesOf(file)) {
    const { value } = expected.next();
    const isSame = value !== undefined && Buffer.from(value).latin1Slice() === line;
    must(isSame, 5, "Projection differs: line", (place += 1), "of state.ndjson is not as entries say");
  }
  must(expected.next().done, 5, "Projection differs: state.ndjson lacks what the entries say");
}

function differs(seq) {
  must(seq === undefined, 5, "Projection differs: the columns of entry", seq, "are not as the entry says");
}

function checkWhole(folder, ledger, roots, notes) {
  const pass = new WholePass(ledger, roots);
  for (const line of linesOf(join(folder, "entries.ndjson"))) pass.take(line);
  pass.finish(notes);
  differs(pass.differing);
  const [oldest] = ledger.epochs;
  const sentences = [`Entries ${oldest.first} to ${pass.seq} are whole, in order and fit every checkpoint.`];
  if (oldest.epoch === 1) {
    checkState(join(folder, "state.ndjson"), pass);
    sentences.push("Consent state is what the entries say.");
  } else sentences.push("Consent state was not compared: it may rest on entries whose time was over.");
  const ends = notes.map(({ epoch, size, isOurs }) => {
    const about = ledger.epochs.find((one) => one.epoch === epoch);
    return isOurs || about === undefined || size === 0 ? 0 : about.first + size - 1;
  });
  const until = Math.max(0, ...ends);
  const more = until < pass.seq ? "; what follows rests on nobody outside" : "";
  if (until > 0) sentences.push(`Anchored up to entry ${until}${more}.`);
  return { isAnchored: until > 0, sentences };
}

function checkSelection(folder, ledger, roots) {
  let [after, all, held, differing] = [0, 0, 0, undefined];
  for (const line of linesOf(join(folder, "entries.ndjson"))) {
    const row = readRow(line, "seq,bytes,leaf,columns,proof", after);
    const seq = Number(row.seq);
    const epoch = ledger.epochs.find(({ first, last }) => first <= seq && seq <= last);
    must(seq > after && epoch !== undefined, 1, "Altered: entry", seq, "stands where it cannot");
    must(leafOf(row.bytes) === row.leaf, 1, "Altered: entry", seq, "does not fit its hash");
    const entry = parseEntry(row.bytes);
    must(entry !== undefined, 6, "Malformed: entry", seq, "has not the form of an entry");
    checkPlace(entry, seq, ledger, epoch);
    if (JSON.stringify(row.columns) !== columnsOf(entry)) differing ??= seq;
    if (isProven(row, epoch, roots)) held += 1;
    [after, all] = [seq, all + 1];
  }
  differs(differing);
  const what = `${all} entries are whole; ${held} of them stand in a checkpoint that you hold.`;
  return { isAnchored: all > 0 && held === all, sentences: [what] };
}
/** Whether a checkpoint from outside covers the entry; stops where the path does not lead to its root. */
function isProven({ seq, leaf, proof }, { epoch, first }, roots) {
  if (proof === null) return false;
  const { index, size, path } = proof;
  const said = roots.get(`${proof.epoch}/${size}`);
  const place = seq - first;
  const isPlaced = proof.epoch === String(epoch) && index === String(place) && place < Number(size);
  const isRight = isPlaced && said?.isOurs && rootFromPath(leaf, place, Number(size), path) === said.root;
  must(isRight, 1, "Altered: entry", seq, "is not proven by its path");
  return said.isTheirs;
}

/** One root for each epoch and size, and who said so; two different ones are a fork. */
function rootsOf(notes) {
  const roots = new Map();
  for (const { epoch, size, root, isOurs } of notes) {
    const said = roots.get(`${epoch}/${size}`) ?? { root, isOurs, isTheirs: false };
    must(said.root === root, 3, "Forked: two histories of", size, "entries were signed");
    roots.set(`${epoch}/${size}`, { ...said, isTheirs: said.isTheirs || !isOurs });
  }
  return roots;
}

function check(folder, checkpoints, keys) {
  const ledger = readLedger(textOf(join(folder, "ledger.json")));
  const isWhole = ledger.scope === "whole";
  for (const name of isWhole ? ["entries.ndjson", "state.ndjson"] : ["entries.ndjson"])
    must(existsSync(join(folder, name)), 6, "Malformed:", name, "is missing");
  const isHere = ({ organisation }) => organisation === ledger.organisation;
  const notes = readNotes(textOf(join(folder, "checkpoints.txt")), "checkpoints.txt", true);
  must(notes.every(isHere), 6, "Malformed: checkpoints.txt speaks of another ledger");
  const given = readKeys(textOf(join(folder, "keys.txt")), "keys.txt");
  const outside = checkpoints
    .flatMap((file) => readNotes(textOf(file), basename(file), false))
    .filter(isHere);
  const held = keys.flatMap((key) => readKeys(existsSync(key) ? textOf(key) : key, "--key"));
  const all = [...notes, ...outside];
  for (const note of all) checkSignatures(note, [...held, ...given], held.length === 0 ? given : held);
  const found = (isWhole ? checkWhole : checkSelection)(folder, ledger, rootsOf(all), all);
  const hint = found.isAnchored ? [] : ["Not anchored: give a checkpoint that you hold with --checkpoints."];
  if (held.length === 0)
    hint.push("The keys are those of the folder: give the one that you hold with --key.");
  return { code: found.isAnchored ? 0 : 7, sentences: [...found.sentences, ...hint] };
}

/**
 * Checks a folder against what one holds: files of checkpoints, and keys as text or files. Returns the exit code and why.
 * @param {string} folder @param {{ checkpoints?: string[], keys?: string[] }} held
 */
export async function verify(folder, { checkpoints = [], keys = [] } = {}) {
  try {
    return check(folder, checkpoints, keys);
  } catch (fault) {
    if (typeof fault.code !== "number") throw fault;
    return { code: fault.code, sentences: [fault.message] };
  }
}

function callOf([folder, ...options]) {
  const usage = "Call: verify-ledger.mjs FOLDER [--checkpoints FILE]… [--key KEY-or-FILE]…";
  const call = { checkpoints: [], keys: [] };
  for (let at = 0; at < options.length; at += 2) {
    const list = { "--checkpoints": call.checkpoints, "--key": call.keys }[options[at]];
    must(list !== undefined && options[at + 1] !== undefined, 6, usage);
    list.push(options[at + 1]);
  }
  must(folder !== undefined && existsSync(folder), 6, usage);
  return [folder, call];
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const called = async () => verify(...callOf(process.argv.slice(2)));
  const { code, sentences } = await called().catch(({ message }) => ({ code: 6, sentences: [message] }));
  process.stdout.write(`${sentences.join("\n")}\n`);
  process.exitCode = code;
}
