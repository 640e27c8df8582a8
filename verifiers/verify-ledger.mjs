#!/usr/bin/env node
// Checks the export of a consent ledger with Node 22 or newer and nothing else. Written from docs/ledger-export.md, in its
// order; needs verify-ledger-parts.mjs beside it. node verify-ledger.mjs FOLDER [--checkpoints FILE]… [--key KEY-or-FILE]…
import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { chained, grow, rootFromPath, rootOf } from "./verify-ledger-parts.mjs";
import { checkNote, readKeys, readNotes, rootsOf } from "./verify-ledger-parts.mjs";
import { entryOf, linesOf, must, readLedger, readRow, textIn } from "./verify-ledger-parts.mjs";

// Of stops at one time the first in this list counts.
const words = ["objected", "withdrawn", "refused", "given", "expired"];
const ranks = new Map(words.map((word, rank) => [`"consent.${word}"`, rank]));

const order = (one, next) => (one < next ? -1 : Number(one > next));
const byPlace = (one, next) =>
  order(one.purpose, next.purpose) ||
  order(one.channel !== null, next.channel !== null) ||
  order(one.channel, next.channel);
const byTime = (one, next) => next.time - one.time || one.rank - next.rank || next.seq - one.seq;

/** What stands at `now` of the decisions that count for a channel, latest first, as the table of "Consent state" says. */
function standing(facts, now) {
  const stop = facts.find(({ rank }) => rank < 3);
  const end = facts.find(({ rank }) => rank === 4);
  const yeses = facts.filter(({ rank }) => rank === 3);
  const isAfterStop = ({ time, isImport }) => stop === undefined || (time > stop.time && !isImport);
  const proven = yeses.filter((fact) => fact.isProven && isAfterStop(fact));
  const inForce = proven.find(({ time, until }) => until > now && time > (end?.time ?? -Infinity));
  const fact = inForce ?? proven[0] ?? stop ?? yeses[0] ?? end;
  const unlike = fact === proven[0] || fact === end ? "expired" : "unverified";
  const decision = fact === inForce ? "given" : fact === stop ? words[stop.rank] : unlike;
  const { seq } = facts.find(({ rank, time }) => time === fact.time && rank === fact.rank);
  return `"decision":"${decision}","seq":"${seq}"`;
}

/** The decisions of people, each of a place: a purpose and a channel. Texts are copies: a piece of an entry holds all of it. */
class Decisions {
  people = new Map();
  places = new Map();

  /** Keeps the decision that an entry is, of many. */
  keep({ eventType, subject, purpose, channel, effectiveAt, data }, seq) {
    if (eventType === '"subject.erased"') this.people.delete(subject);
    const rank = ranks.get(eventType);
    if (rank === undefined || subject === "null" || purpose === "null") return;
    const about = `"purpose":${purpose},"channel":${channel}`;
    if (!this.places.has(about)) this.places.set(about, { about, ...JSON.parse(`{${about}}`) });
    const facts = this.people.get(subject) ?? [];
    if (facts.length === 0) this.people.set(JSON.stringify(JSON.parse(subject)), facts);
    const [place, time] = [this.places.get(about), Date.parse(effectiveAt.slice(1, -1))];
    const isUntil = rank === 3 && data.includes('"validUntil":');
    const until = isUntil ? Date.parse(JSON.parse(data).validUntil) : Infinity;
    const isProven = rank === 3 && /"noticeShownId":|"method":"(?:web|link)"/.test(data);
    const isImport = rank === 3 && data.includes('"method":"import"');
    facts.push({ seq, rank, place, time, until, isProven, isImport });
  }

  /** The lines of state.ndjson at a moment (epoch ms). */
  *lines(now) {
    for (const [rank, place] of [...this.places.values()].sort(byPlace).entries()) {
      const everyChannel = `"purpose":${JSON.stringify(place.purpose)},"channel":null`;
      Object.assign(place, { rank, wider: this.places.get(everyChannel) });
    }
    const people = [...this.people].map(([subject, facts]) => [JSON.parse(subject), subject, facts]);
    for (const [, subject, facts] of people.sort(([one], [next]) => order(one, next))) {
      for (const fact of facts) fact.time = Math.min(fact.time, now);
      facts.sort(byTime);
      const places = [...new Set(facts.map((fact) => fact.place))];
      for (const place of places.sort((one, next) => one.rank - next.rank)) {
        const counting = facts.filter((fact) => fact.place === place || fact.place === place.wider);
        yield `{"subject":${subject},${place.about},${standing(counting, now)}}`;
      }
    }
  }
}

function checkState(file, decisions, now) {
  const expected = decisions.lines(now);
  let place = 0;
  for (const line of linesOf(file))
    must(expected.next().value === line, 5, "line", (place += 1), "of state.ndjson is not as entries say");
  must(expected.next().done, 5, "state.ndjson lacks what the entries say");
}

/** One pass over the entries of a whole ledger: what is known so far, and each next line against it. */
class Whole {
  decisions = new Decisions();
  recordedAt = "";
  constructor({ epochs }, roots) {
    Object.assign(this, { waiting: [...epochs], roots, seq: epochs[0].first - 1 });
    this.turn();
  }

  /** Begins the next epoch, and those after it while they are empty. */
  turn() {
    while (this.waiting.length > 0 && this.seq === (this.epoch?.last ?? this.seq)) {
      this.rootBefore = this.frontier && rootOf(this.frontier);
      this.epoch = this.waiting.shift();
      [this.chain, this.frontier, this.agreed] = ["0".repeat(64), [], this.seq];
      this.compare();
    }
  }

  compare() {
    const { seq, agreed, epoch } = this;
    const said = this.roots.get(`${epoch.epoch}/${seq - epoch.first + 1}`);
    if (said === undefined) return;
    const isSame = said.root === rootOf(this.frontier);
    must(isSame || !said.isOurs, 1, "one of the entries", agreed + 1, "to", seq, "is not what was signed");
    must(isSame, 3, "up to entry", seq, "another history was signed outside");
    this.agreed = seq;
  }

  take(line) {
    const { epoch } = this;
    const row = readRow(line, this.seq, true);
    const seq = this.seq + 1;
    const isNext = row.seq === seq && seq <= epoch.last;
    must(isNext, 1, "entry", Math.min(row.seq, seq), "is missing or one too many");
    const chain = chained(this.chain, row.leaf);
    must(row.leafSaid === row.leaf && row.chainSaid === chain, 1, "entry", seq, "does not fit its hashes");
    const entry = entryOf(row, epoch);
    must(entry.recordedAt >= this.recordedAt, 6, "entry", seq, "was recorded before the one before");
    if (seq === epoch.first && epoch.epoch > 1) this.opens(entry);
    if (!entry.isTold) this.differing ??= seq;
    grow(this.frontier, seq - epoch.first, row.leaf);
    this.decisions.keep(entry, seq);
    [this.seq, this.recordedAt, this.chain] = [seq, entry.recordedAt, chain];
    this.compare();
    if (seq === epoch.last) this.turn();
  }

  opens({ eventType, data }) {
    const { epoch, first } = this.epoch;
    const { previousEpoch, previousLastSeq, previousRoot } = JSON.parse(data);
    const said = [eventType, previousEpoch, previousLastSeq, previousRoot].join();
    const isRight = said === ['"epoch.opened"', epoch - 1, first - 1, this.rootBefore ?? previousRoot].join();
    must(isRight, 1, "entry", first, "does not open its epoch where the one before ended");
  }
}

function checkWhole(folder, ledger, roots, notes) {
  const whole = new Whole(ledger, roots);
  for (const line of linesOf(join(folder, "entries.ndjson"))) whole.take(line);
  const { head, epochs } = ledger;
  const { seq, chain, frontier, decisions, recordedAt } = whole;
  const [oldest, newest] = [epochs[0], epochs.at(-1)];
  must(seq === newest.last, 2, "entry", seq + 1, "and what followed are missing");
  for (const { epoch, size, about } of notes) {
    const isHere = about === undefined ? epoch < newest.epoch : size <= about.last - about.first + 1;
    must(isHere, 2, "a checkpoint of epoch", epoch, "speaks of", size, "entries");
  }
  const fits = chain === head.chain && frontier.join() === head.frontier.join();
  must(fits, 1, "the head does not fit the entries");
  checkTold(whole.differing);
  const sentences = [`Entries ${oldest.first} to ${seq} are whole, in order and fit every checkpoint.`];
  if (oldest.epoch === 1)
    checkState(join(folder, "state.ndjson"), decisions, Date.parse(recordedAt.slice(1, -1)));
  if (oldest.epoch === 1) sentences.push("Consent state is what the entries say.");
  else sentences.push("Consent state was not compared: it may rest on entries whose time was over.");
  const ends = notes.map(({ isOurs, about, size }) =>
    isOurs || !about || size === 0 ? 0 : about.first + size - 1,
  );
  const until = Math.max(0, ...ends);
  const more = until < seq ? "; what follows rests on nobody outside" : "";
  if (until > 0) sentences.push(`Anchored up to entry ${until}${more}.`);
  return { isAnchored: until > 0, sentences };
}

function checkTold(differing) {
  must(differing === undefined, 5, "the columns of entry", differing, "are not as the entry says");
}

/** Whether a checkpoint from outside covers the entry, else it is `wanted`; stops where the path leads to another root. */
function isProven({ seq, leaf, proof }, { epoch, first }, roots, wanted) {
  if (proof === "null") return false;
  const { path, ...said } = JSON.parse(proof);
  const [place, size, signed] = [seq - first, Number(said.size), roots.get(`${epoch}/${said.size}`)];
  const isPlaced = said.epoch === String(epoch) && said.index === String(place) && place < size;
  const isRight = isPlaced && signed?.isOurs && rootFromPath(leaf, place, size, path) === signed.root;
  must(isRight, 1, "entry", seq, "is not proven by its path");
  if (!signed.isTheirs) wanted.add(size);
  return signed.isTheirs;
}

function checkSelection(folder, { epochs }, roots) {
  let [after, all, held, differing] = [0, 0, 0];
  const wanted = new Set();
  for (const line of linesOf(join(folder, "entries.ndjson"))) {
    const row = readRow(line, after, false);
    const { seq } = row;
    const epoch = epochs.find(({ first, last }) => first <= seq && seq <= last);
    must(seq > after && epoch !== undefined, 1, "entry", seq, "stands where it cannot");
    must(row.leaf === row.leafSaid, 1, "entry", seq, "does not fit its hash");
    if (!entryOf(row, epoch).isTold) differing ??= seq;
    if (isProven(row, epoch, roots, wanted)) held += 1;
    [after, all] = [seq, all + 1];
  }
  checkTold(differing);
  const what = `${all} entries are whole; ${held} of them stand in a checkpoint that you hold.`;
  const others = [...wanted].map((size) => `Their proofs lead to the checkpoint over ${size} entries.`);
  return { isAnchored: all > 0 && held === all, sentences: [what, ...others] };
}

function check(folder, checkpoints, keys) {
  const ledger = readLedger(textIn(join(folder, "ledger.json")));
  const isWhole = ledger.head !== undefined;
  must(existsSync(join(folder, "entries.ndjson")), 6, "entries.ndjson is missing");
  must(!isWhole || existsSync(join(folder, "state.ndjson")), 6, "state.ndjson is missing");
  const isHere = ({ organisation }) => organisation === ledger.organisation;
  const ours = readNotes(join(folder, "checkpoints.txt"), true);
  must(ours.every(isHere), 6, "checkpoints.txt speaks of another ledger");
  const given = readKeys(textIn(join(folder, "keys.txt")), "keys.txt");
  const notes = [...ours, ...checkpoints.flatMap((file) => readNotes(file, false)).filter(isHere)];
  const held = keys.flatMap((key) => readKeys(existsSync(key) ? textIn(key) : key, "--key"));
  for (const note of notes) {
    checkNote(note, [...held, ...given], held.length === 0 ? given : held);
    note.about = ledger.epochs.find(({ epoch }) => epoch === note.epoch);
  }
  const found = (isWhole ? checkWhole : checkSelection)(folder, ledger, rootsOf(notes), notes);
  const { isAnchored, sentences } = found;
  if (!isAnchored) sentences.push("Not anchored: give a checkpoint that you hold with --checkpoints.");
  if (held.length === 0)
    sentences.push("The keys are those of the folder: give the one that you hold with --key.");
  return { code: isAnchored ? 0 : 7, sentences };
}

/**
 * Checks a folder against what one holds: files of checkpoints, and keys as text or files. Returns the exit code and why.
 * @param {string} folder @param {{ checkpoints?: string[], keys?: string[] }} held
 */
export function verify(folder, { checkpoints = [], keys = [] } = {}) {
  try {
    return check(folder, checkpoints, keys);
  } catch ({ code, message }) {
    // What was not foreseen is no evidence either.
    return { code: typeof code === "number" ? code : 6, sentences: [message] };
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) {
  const [folder, ...rest] = process.argv.slice(2);
  const after = (option) => rest.filter((_, at) => at % 2 === 1 && rest[at - 1] === option);
  const held = { checkpoints: after("--checkpoints"), keys: after("--key") };
  const isCall = folder !== undefined && held.checkpoints.length + held.keys.length === rest.length / 2;
  const usage = "Call: verify-ledger.mjs FOLDER [--checkpoints FILE]… [--key KEY-or-FILE]…";
  const { code, sentences } = isCall ? verify(folder, held) : { code: 6, sentences: [usage] };
  process.stdout.write(`${sentences.join("\n")}\n`);
  process.exitCode = code;
}
