import { generateKeyPairSync, randomUUID, type KeyObject } from "node:crypto";
import { canonicalBytes } from "@/lib/ledger/canonical";
import { checkpointText } from "@/lib/ledger/checkpoint/checkpoint";
import { cosign, signNote, verifierKey } from "@/lib/ledger/checkpoint/note";
import { linesOf, type NumberedFact } from "@/lib/ledger/export/state-lines";
import { chainHash, emptyChain, frontierRoot, grownFrontier, leafHash } from "@/lib/ledger/hashing";
import type { CaptureMethod, Channel, ConsentDecision } from "@/lib/policy/vocabulary";
import { isEvidenced } from "@/lib/queries/member/stored-facts";

// Honest ledgers made in memory with the writer's own pieces, in the form of an export: thousands of them need no database.

/** What happened, as an entry says it; times are ISO 8601 text. */
export type Happening = {
  readonly eventType: string;
  readonly subject: string | null;
  readonly purpose: string | null;
  readonly channel: string | null;
  readonly effectiveAt: string;
  readonly actorRef: string;
  readonly data: Readonly<Record<string, string | readonly string[]>>;
};

export type Row = {
  readonly seq: string;
  readonly bytes: string;
  readonly leaf: string;
  readonly chain: string;
  readonly columns: Columns;
};
export type Columns = Readonly<Record<(typeof columnKeys)[number], string | null>>;
export const columnKeys = [
  ...(["recordedAt", "effectiveAt", "eventType", "panel", "subject", "purpose", "channel"] as const),
  ...(["actorKind", "actorRef"] as const),
] as const;

export type Epoch = { epoch: string; firstSeq: string; lastSeq: string };
export type Head = { epoch: string; epochStart: string; seq: string; chain: string; frontier: string[] };
export type About = { format: string; scope: string; organisation: string; epochs: Epoch[]; head: Head };

/** An export before it is written: whoever corrupts it changes these. */
export type MadeLedger = {
  about: About;
  rows: Row[];
  state: string[];
  notes: string[];
  keys: string[];
  readonly log: KeyObject;
  readonly witness: KeyObject;
};

export const host = "panel.example.org";
const witnessName = "witness.example.org/one";
const panel = "0192b6ac-5400-789e-9dc5-16822bfda897";

const keyPair = () => generateKeyPairSync("ed25519").privateKey;
const own = { log: keyPair(), witness: keyPair() };

/** The checkpoint of a tree, signed by the log and by a witness. */
export function signed(made: MadeLedger, epoch: number, size: number, root: Uint8Array): string {
  const origin = `${host}/ledger/${made.about.organisation}/${epoch}`;
  const text = checkpointText({ origin, size: BigInt(size), root });
  const note = signNote(text, { name: origin, privateKey: made.log });
  return note + cosign(text, { name: witnessName, privateKey: made.witness }, new Date(1_872_000_000_000));
}

/** Reads the fields of an entry. */
export function fieldsOf({ bytes }: Row): Record<string, unknown> {
  return JSON.parse(Buffer.from(bytes, "base64").toString("utf8")) as Record<string, unknown>;
}

/** Hashes everything again, and writes columns, head and the checkpoints at these sizes anew, as who knows how would. */
export function rehash(made: MadeLedger, sizes: readonly (readonly [epoch: number, size: number])[]): void {
  made.notes = [];
  for (const { epoch, firstSeq, lastSeq } of made.about.epochs) {
    let [chain, frontier]: [Uint8Array, readonly Uint8Array[]] = [emptyChain, []];
    const start = Number(firstSeq) - 1;
    for (const [index, row] of made.rows.slice(start, Number(lastSeq)).entries()) {
      const leaf = leafHash(Buffer.from(row.bytes, "base64"));
      chain = chainHash(chain, leaf);
      frontier = grownFrontier(frontier, BigInt(index), leaf);
      const hashes = { leaf: leaf.toString("hex"), chain: Buffer.from(chain).toString("hex") };
      if (row.chain !== hashes.chain) made.rows[start + index] = { ...row, ...hashes };
      if (sizes.some(([of, size]) => String(of) === epoch && size === index + 1))
        made.notes.push(signed(made, Number(epoch), index + 1, frontierRoot(frontier)));
    }
    made.about.head = {
      ...{ epoch, epochStart: String(Number(firstSeq) - 1), seq: lastSeq },
      chain: Buffer.from(chain).toString("hex"),
      frontier: frontier.map((root) => Buffer.from(root).toString("hex")),
    };
  }
}

function rowOf(organisation: string, epoch: string, seq: string, recordedAt: string, what: Happening): Row {
  const { eventType, subject, purpose, channel, effectiveAt, actorRef, data } = what;
  const columns = {
    ...{
      recordedAt,
      effectiveAt,
      eventType,
      panel,
      subject,
      purpose,
      channel,
      actorKind: "system",
      actorRef,
    },
  };
  const rest = { organisation, epoch, seq, requestId: "test", v: "1", data };
  const bytes = canonicalBytes({ ...columns, ...rest });
  // The columns of a row are as the database has them: of the form that the entry was given.
  const fields = JSON.parse(bytes.toString("utf8")) as Columns;
  const read = Object.fromEntries(columnKeys.map((key) => [key, fields[key]])) as Columns;
  return { seq, bytes: bytes.toString("base64"), leaf: "", chain: "", columns: read };
}

const decisions = /^consent\.(given|refused|withdrawn|objected|expired)$/;

/** The consent state by the product's own rule, from the same decisions as its tables would have them. */
function stateOf(happenings: readonly Happening[], now: number): string[] {
  const people = new Map<string, NumberedFact[]>();
  for (const [index, { eventType, subject, purpose, channel, effectiveAt, data }] of happenings.entries()) {
    if (subject !== null && eventType === "subject.erased") people.delete(subject);
    const [, decision] = decisions.exec(eventType) ?? [];
    if (decision === undefined || subject === null || purpose === null) continue;
    const method = data["method"] as CaptureMethod;
    const until = data["validUntil"];
    const at = Math.min(Date.parse(effectiveAt), now);
    const fact: NumberedFact = {
      ...{
        purposeKey: purpose,
        channel: channel as Channel | null,
        decision: decision as ConsentDecision,
        method,
      },
      ...{
        effectiveAt: at,
        recordedAt: now,
        validUntil: typeof until === "string" ? Date.parse(until) : null,
      },
      evidenced: isEvidenced(method, data["noticeShownId"] !== undefined),
      seq: String(index + 1),
    };
    people.set(subject, [...(people.get(subject) ?? []), fact]);
  }
  const lines = [...people].sort(([one], [other]) => (one < other ? -1 : 1));
  return lines.flatMap(([subject, facts]) =>
    linesOf(subject, facts, now).map((line) => JSON.stringify(line)),
  );
}

/** Checkpoints are at these sizes of each epoch; the last of each is one. */
export type Shape = { readonly epochs: readonly (readonly Happening[])[]; readonly every: number };

/** An honest ledger. Each epoch after the first begins with where the one before ended. */
export function makeLedger({ epochs, every }: Shape): MadeLedger {
  const organisation = randomUUID();
  const head: Head = { epoch: "1", epochStart: "0", seq: "0", chain: "0".repeat(64), frontier: [] };
  const about: About = { format: "resident-panel-ledger/1", scope: "whole", organisation, epochs: [], head };
  const made: MadeLedger = {
    ...{ about, rows: [], state: [], notes: [], keys: [], ...own },
  };
  const all: Happening[] = [];
  const sizes: (readonly [number, number])[] = [];
  for (const [index, given] of epochs.entries()) {
    const epoch = index + 1;
    const happenings = index === 0 ? given : [openingOf(made), ...given];
    const first = all.length + 1;
    for (const what of happenings) {
      const seq = all.push(what);
      const recordedAt = new Date(1_871_000_000_000 + Math.floor(seq / 2) * 1000).toISOString();
      made.rows.push(rowOf(organisation, String(epoch), String(seq), recordedAt, what));
    }
    about.epochs.push({ epoch: String(epoch), firstSeq: String(first), lastSeq: String(all.length) });
    for (let size = every; size < happenings.length; size += every) sizes.push([epoch, size]);
    if (happenings.length > 0) sizes.push([epoch, happenings.length]);
    rehash(made, sizes);
    const origin = `${host}/ledger/${organisation}/${epoch}`;
    made.keys.push(verifierKey(origin, made.log));
  }
  made.keys.push(verifierKey(witnessName, made.witness, 0x04));
  made.state = stateOf(all, Date.parse(made.rows.at(-1)?.columns.recordedAt ?? "1970-01-01"));
  return made;
}

function openingOf({ about, rows }: MadeLedger): Happening {
  const { head } = about;
  const frontier = head.frontier.map((root) => Buffer.from(root, "hex"));
  const root = frontierRoot(frontier).toString("hex");
  const data = { previousEpoch: head.epoch, previousLastSeq: String(rows.length), previousRoot: root };
  return {
    ...{ eventType: "epoch.opened", subject: null, purpose: null, channel: null, actorRef: "test" },
    effectiveAt: "2029-04-16T00:00:00.000Z",
    data: { ...data, reason: "retention" },
  };
}

// Rows are never changed, only replaced: most are written thousands of times.
const written = new WeakMap<Row, string>();

function lineOf(row: Row): string {
  const known = written.get(row) ?? `${JSON.stringify(row)}\n`;
  written.set(row, known);
  return known;
}

/** The export's files as text. */
export function filesOf({ about, rows, state, notes, keys }: MadeLedger): Record<string, string> {
  const lines = (all: readonly string[]) => all.map((line) => `${line}\n`).join("");
  return {
    "ledger.json": lines([JSON.stringify(about)]),
    "entries.ndjson": rows.map(lineOf).join(""),
    "state.ndjson": lines(state),
    "checkpoints.txt": lines(notes),
    "keys.txt": lines(keys),
  };
}

/** A copy that can be changed by itself. */
export function copyOf(made: MadeLedger): MadeLedger {
  const { about, rows, state, notes, keys } = made;
  return { ...made, ...structuredClone({ about, state, notes, keys }), rows: [...rows] };
}
