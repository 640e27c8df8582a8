import fc from "fast-check";
import { columnKeys, copyOf, filesOf, rehash, type MadeLedger, type Row } from "./made-ledger";

// What may become of an export, by hand or by chance: for comparing verifiers with each other, whatever the right code is.

export type Files = Readonly<Record<string, string | Buffer>>;

/** Where in a list: any number, folded into its length. */
type At = number;

const pick = <T>(list: readonly T[], at: At): T | undefined => list[at % Math.max(1, list.length)];

function edit(made: MadeLedger, at: At, change: (row: Row) => Row): void {
  const row = pick(made.rows, at);
  if (row !== undefined) made.rows[at % made.rows.length] = change(row);
}

function rebytes(row: Row, change: (text: string) => string): Row {
  return {
    ...row,
    bytes: Buffer.from(change(Buffer.from(row.bytes, "base64").toString("utf8"))).toString("base64"),
  };
}

const respellings: readonly ((text: string) => string)[] = [
  (text) => text.replace('"test"', '"tess"'),
  (text) => text.replace('"v":', '"v": '),
  (text) => text.replace('"v":"1"', '"v":1'),
  (text) => text.replace('"v":"1"', '"v":null'),
  (text) => text.replace('"test"', String.raw`"\ud800"`),
  (text) => text.replace('"test"', String.raw`"\u007f"`),
  (text) => text.replace('"test"', '"e\u0301"'),
  (text) => text.replace('"data":{', '"data":{"AaSealed":"1.1.aaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaa",'),
  (text) => text.replace('"data":{', '"data":{"AaSealed":["1.1.aaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaa"],'),
  (text) => text.replace(/"data":\{[^}]*\}/, '"data":[]'),
  (text) => text.replace(/"data":\{[^}]*\}/, '"data":{"validUntil":["2029-01-01T00:00:00.000Z"]}'),
  (text) => text.replace(/"effectiveAt":"....-..-../, '"effectiveAt":"2029-02-31'),
  (text) => text.replace(/"recordedAt":"..../, '"recordedAt":"1999'),
  (text) => text.replace(/"epoch":"\d"/, '"epoch":"9"'),
  (text) => text.replace(/"eventType":"[^"]*"/, '"eventType":"subject.erased"'),
  (text) => text.replace("consent.given", "consent.objected"),
  (text) => `[${text}]`,
  () => "",
];

type Corruption = (made: MadeLedger, at: At, other: At) => void;

const sizesOf = (made: MadeLedger) =>
  made.about.epochs.map(
    ({ epoch, firstSeq, lastSeq }) => [Number(epoch), Number(lastSeq) - Number(firstSeq) + 1] as const,
  );

const corruptions: readonly Corruption[] = [
  (made, at, other) => edit(made, at, (row) => rebytes(row, pick(respellings, other) ?? String)),
  (made, at, other) => {
    edit(made, at, (row) => rebytes(row, pick(respellings, other) ?? String));
    rehash(made, []);
  },
  (made, at, other) => {
    edit(made, at, (row) => rebytes(row, pick(respellings, other) ?? String));
    rehash(made, sizesOf(made));
  },
  (made, at) => void made.rows.splice(at % Math.max(1, made.rows.length), 1),
  (made, at) => void made.rows.splice(at % Math.max(1, made.rows.length)),
  (made, at, other) => edit(made, at, (row) => pick(made.rows, other) ?? row),
  (made, at, other) =>
    edit(made, at, (row) => ({ ...row, seq: pick(["0", "01", "7", "-1", "1e3", ""], other) ?? "" })),
  (made, at, other) => {
    const key = pick(columnKeys, other) ?? "panel";
    edit(made, at, (row) => ({
      ...row,
      columns: { ...row.columns, [key]: row.columns[key] === null ? "x" : null },
    }));
  },
  (made, at) => edit(made, at, (row) => ({ ...row, leaf: row.leaf.toUpperCase() })),
  (made, at) => void made.state.splice(at % Math.max(1, made.state.length), 1),
  (made, at) => void made.state.push(pick(made.state, at) ?? "{}"),
  (made, at) => void made.state.reverse().splice(0, at % 2),
  (made, at) => void made.notes.splice(at % Math.max(1, made.notes.length), 1),
  (made, at) =>
    void made.notes.splice(
      0,
      made.notes.length,
      ...made.notes.map((note) =>
        note
          .split("\n")
          .slice(0, -1 - (at % 2))
          .join("\n"),
      ),
    ),
  (made, at) => void made.notes.push((pick(made.notes, at) ?? "").replace(/^(.*)\/1\n/, "$1/7\n")),
  (made, at) => void made.keys.splice(at % made.keys.length, 1),
  (made, at, other) => {
    const head = made.about.head as Record<string, unknown>;
    const key = pick(["epoch", "epochStart", "seq", "chain", "frontier"], at) ?? "seq";
    head[key] = pick([1, "1", "9", [], null, "0".repeat(64)], other);
  },
  (made, at) => {
    const epoch = pick(made.about.epochs, at);
    if (epoch !== undefined) epoch.lastSeq = String(Number(epoch.lastSeq) + 1);
  },
  (made) => void (made.about.scope = "selection"),
];

function flipped(files: Files, at: At, bit: At): Files {
  const names = Object.keys(files);
  const name = pick(names, at) ?? "ledger.json";
  const bytes = Buffer.from(files[name] ?? "");
  const place = bit % Math.max(1, bytes.length);
  if (bytes.length > 0) bytes[place] = (bytes[place] ?? 0) ^ (1 << (at % 8));
  return { ...files, [name]: bytes };
}

const place = fc.nat({ max: 1_000_003 });

/** An export with one thing done to it: something from the list, or one bit. */
export function corrupted(made: MadeLedger): fc.Arbitrary<Files> {
  const byHand = fc.tuple(fc.constantFrom(...corruptions), place, place).map(([corrupt, at, other]) => {
    const copy = copyOf(made);
    corrupt(copy, at, other);
    return filesOf(copy);
  });
  const byChance = fc.tuple(place, place).map(([at, bit]) => flipped(filesOf(made), at, bit));
  return fc.oneof({ arbitrary: byHand, weight: 3 }, { arbitrary: byChance, weight: 1 });
}

/** One bit of the evidence flipped, anywhere; which file it is in. */
export function bitFlip(made: MadeLedger): fc.Arbitrary<{ name: string; files: Files }> {
  const files = filesOf(made);
  const names = Object.entries(files).flatMap(([name, text]) => (text.length > 0 ? [name] : []));
  return fc.tuple(fc.constantFrom(...names), place, fc.nat({ max: 7 })).map(([name, at, bit]) => {
    const bytes = Buffer.from(files[name] ?? "");
    bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << bit);
    return { name, files: { ...files, [name]: bytes } };
  });
}
