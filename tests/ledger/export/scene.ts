import { expect } from "vitest";
import { copyOf, fieldsOf, filesOf, makeLedger, type MadeLedger, type Row } from "./made-ledger";
import { eventful } from "./three-hundred";
import { Desk, judged } from "./verifiers";

// An export of 300 entries, and what is done to it. What the exit codes mean: docs/ledger-export.md.

export const size = 300;
export const seqs = Array.from({ length: size }, (_, index) => index + 1);
export const desk = new Desk();

/** Nothing but the folder: no checkpoint and no key from outside. */
export const alone = { checkpoints: [], keys: [] };

type Call = { checkpoints: string[]; keys: string[] };

export const honest = makeLedger({ epochs: [eventful(size)], every: 100 });

/** The checkpoint at 300 from before anything was done, and the keys. */
export const outside = desk.hold({ checkpoints: honest.notes.slice(-1), keys: honest.keys });

export async function codeOf(made: MadeLedger, held: Call = outside): Promise<number> {
  return (await judged(desk.write(filesOf(made)), held)).code;
}

export function rowAt(made: MadeLedger, seq: number): Row {
  const row = made.rows[seq - 1];
  if (row === undefined) throw new RangeError("No such entry");
  return row;
}

/** Puts a changed row in the place of one. */
export function change(made: MadeLedger, seq: number, changed: Partial<Row>): void {
  made.rows[seq - 1] = { ...rowAt(made, seq), ...changed };
}

/** Does it to every entry in turn, and compares the codes at once. */
export async function everywhere(
  act: (made: MadeLedger, seq: number) => void,
  expected: (seq: number) => number,
  held: Call = outside,
  at: readonly number[] = seqs,
): Promise<void> {
  const found: Record<number, number> = {};
  for (const seq of at) {
    const made = copyOf(honest);
    act(made, seq);
    found[seq] = await codeOf(made, held);
  }
  expect(found).toEqual(Object.fromEntries(at.map((seq) => [seq, expected(seq)])));
}

/** The bytes of an entry with its text changed. */
export function rewritten(row: Row, edit: (text: string) => string): string {
  return Buffer.from(edit(Buffer.from(row.bytes, "base64").toString("utf8"))).toString("base64");
}

/** The bytes of an entry with one field changed, still in the form of an entry. */
export function withField(row: Row, key: string): string {
  const fields = fieldsOf(row);
  fields[key] = key === "data" ? { ...(fields[key] as object), zz: "x" } : `${fields[key] as string | null}x`;
  return Buffer.from(JSON.stringify(fields)).toString("base64");
}
