import { afterAll, describe, expect, it } from "vitest";
import { columnKeys, copyOf, fieldsOf, filesOf, rehash, type MadeLedger } from "./made-ledger";
import {
  alone,
  change,
  codeOf,
  desk,
  everywhere,
  honest,
  outside,
  rowAt,
  seqs,
  size,
  withField,
} from "./scene";
import { judged } from "./verifiers";

afterAll(() => desk.remove());

it("300 entries untouched: intact and anchored; alone, not anchored", async () => {
  expect(await codeOf(honest)).toBe(0);
  expect(await codeOf(honest, alone)).toBe(7);
});

describe("every one of 300 entries", { timeout: 300_000 }, () => {
  it.each(Object.keys(fieldsOf(rowAt(honest, 1))))("its %s changed: altered", async (key) => {
    await everywhere(
      (made, seq) => change(made, seq, { bytes: withField(rowAt(made, seq), key) }),
      () => 1,
      alone,
    );
  });

  it.each(columnKeys)("the column %s changed: the projection differs", async (key) => {
    const act = (made: MadeLedger, seq: number) => {
      const { columns } = rowAt(made, seq);
      change(made, seq, { columns: { ...columns, [key]: columns[key] === null ? "x" : null } });
    };
    await everywhere(act, () => 5, alone);
  });

  it.each(["leaf", "chain"] as const)("its %s changed: altered", async (key) => {
    const other = (hash: string) => hash.replace(/^./, (digit) => (digit === "0" ? "1" : "0"));
    await everywhere(
      (made, seq) => change(made, seq, { [key]: other(rowAt(made, seq)[key]) }),
      () => 1,
      alone,
    );
  });

  it("its number changed: altered", async () => {
    await everywhere(
      (made, seq) => change(made, seq, { seq: String(seq + 1) }),
      () => 1,
      alone,
    );
  });

  it("deleted: altered, or the last: truncated", async () => {
    await everywhere(
      (made, seq) => void made.rows.splice(seq - 1, 1),
      (seq) => (seq === size ? 2 : 1),
      alone,
    );
  });

  it("swapped with the next: altered", async () => {
    const swap = (made: MadeLedger, seq: number) =>
      void made.rows.splice(seq - 1, 2, rowAt(made, seq + 1), rowAt(made, seq));
    await everywhere(swap, () => 1, alone, seqs.slice(0, -1));
  });

  it("there twice: altered", async () => {
    await everywhere(
      (made, seq) => void made.rows.splice(seq, 0, rowAt(made, seq)),
      () => 1,
      alone,
    );
  });

  it("one inserted before it, and all numbered on: altered", async () => {
    const insert = (made: MadeLedger, seq: number) => {
      made.rows.splice(seq - 1, 0, rowAt(made, 1));
      made.rows = made.rows.map((row, index) => ({ ...row, seq: String(index + 1) }));
    };
    await everywhere(insert, () => 1, alone);
  });

  it("everything from it on cut off: truncated", async () => {
    await everywhere(
      (made, seq) => void made.rows.splice(seq - 1),
      () => 2,
      alone,
    );
  });

  it("cut off with a head and checkpoints that know nothing of it: truncated, by what is held outside", async () => {
    const cut = (made: MadeLedger, seq: number) => {
      made.rows.splice(seq - 1);
      made.about.epochs = [{ epoch: "1", firstSeq: "1", lastSeq: String(seq - 1) }];
      rehash(made, [[1, 100]]);
    };
    await everywhere(cut, () => 2);
  });
});

describe("consent state that the entries do not lead to", { timeout: 300_000 }, () => {
  const changes: readonly [string, (state: string[], at: number) => void][] = [
    [
      "changed",
      (state, at) => (state[at] = state[at]?.replace(/"decision":"[a-z]+"/, '"decision":"refused"') ?? ""),
    ],
    ["from another entry", (state, at) => (state[at] = state[at]?.replace(/"seq":"/, '"seq":"1') ?? "")],
    ["left out", (state, at) => state.splice(at, 1)],
    ["there twice", (state, at) => state.splice(at, 0, state[at] ?? "")],
    [
      "of somebody nobody knows",
      (state, at) => (state[at] = state[at]?.replace(/"subject":"./, '"subject":"f') ?? ""),
    ],
  ];
  it.each(changes)("a line of it %s: the projection differs, whichever it is", async (_what, change) => {
    const found: number[] = [];
    for (const at of honest.state.keys()) {
      const made = copyOf(honest);
      change(made.state, at);
      found.push(await codeOf(made));
    }
    expect(new Set(found)).toEqual(new Set([5]));
  });
});

describe("a folder with something missing", () => {
  it.each(Object.keys(filesOf(honest)))("%s: malformed", async (name) => {
    const files = Object.entries(filesOf(honest)).filter(([other]) => other !== name);
    const folder = desk.write(Object.fromEntries(files), `without-${name}`);
    expect((await judged(folder, outside)).code).toBe(6);
  });
});
