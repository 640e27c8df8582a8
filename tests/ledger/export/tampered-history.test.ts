import { afterAll, describe, expect, it } from "vitest";
import { copyOf, makeLedger, rehash, type MadeLedger } from "./made-ledger";
import { alone, change, codeOf, desk, everywhere, honest, rewritten, rowAt, size } from "./scene";
import { eventful } from "./three-hundred";

afterAll(() => desk.remove());

describe("who knows the specification, and hashes everything again", { timeout: 300_000 }, () => {
  const flip = (made: MadeLedger, seq: number) => {
    change(made, seq, { bytes: rewritten(rowAt(made, seq), (text) => text.replace('"test"', '"tess"')) });
  };

  it("but cannot sign: altered, for the checkpoints in the folder say otherwise", async () => {
    const act = (made: MadeLedger, seq: number) => {
      flip(made, seq);
      const { notes } = made;
      rehash(made, []);
      made.notes = notes;
    };
    await everywhere(act, () => 1, alone);
  });

  it("and throws the checkpoints away: forked, by what is held outside", async () => {
    await everywhere(
      (made, seq) => (flip(made, seq), rehash(made, [])),
      () => 3,
    );
  });

  const resign = (made: MadeLedger, seq: number) => {
    flip(made, seq);
    rehash(made, [[1, size]]);
  };

  it("and signs again with the stolen key: forked", async () => {
    await everywhere(resign, () => 3);
  });

  it("and signs again: without anything from outside nobody can tell, which is why it says that it is not anchored", async () => {
    const made = copyOf(honest);
    resign(made, 150);
    expect(await codeOf(made, alone)).toBe(7);
  });

  it("and signs with a key of their own: a bad signature for who holds the right one", async () => {
    const other = makeLedger({ epochs: [eventful(size)], every: 100 });
    const made = {
      ...copyOf(honest),
      notes: other.notes.map((note) => note.replaceAll(other.about.organisation, honest.about.organisation)),
    };
    expect(await codeOf(made)).toBe(4);
  });

  const forms: readonly [string, (text: string) => string][] = [
    ["a space", (text) => text.replace('"v":', '"v": ')],
    ["a repeated key", (text) => text.replace('"v":"1"', '"v":"1","v":"1"')],
    ["a repeated key of the data", (text) => text.replace('"data":{', '"data":{"zz":"1","zz":"1",')],
    ["a key too many", (text) => text.replace('"v":"1"', '"v":"1","w":"1"')],
    ["a key too few", (text) => text.replace('"requestId":"test",', "")],
    ["a number", (text) => text.replace('"v":"1"', '"v":1')],
    ["another spelling", (text) => text.replace('"test"', String.raw`"\u0074est"`)],
    ["an escaped slash", (text) => text.replace('"test"', String.raw`"te\/st"`)],
    ["text that is not NFC", (text) => text.replace('"test"', '"e\u0301"')],
    ["a lone surrogate", (text) => text.replace('"test"', String.raw`"\ud800"`)],
    ["a byte order mark", (text) => `\ufeff${text}`],
    ["nested data", (text) => text.replace('"data":{', '"data":{"Aa":{"b":"c"},')],
    ["keys of the data in another order", (text) => text.replace('"data":{', '"data":{"zz":"1",')],
    ["a sealed value that is not sealed", (text) => text.replace('"data":{', '"data":{"aaSealed":"hello",')],
    ["a day that is not there", (text) => text.replace(/"effectiveAt":"[^T]*/, '"effectiveAt":"2029-02-31')],
    ["the number of another entry", (text) => text.replace(/"seq":"\d+"/, '"seq":"7"')],
    ["an epoch that has not begun", (text) => text.replace('"epoch":"1"', '"epoch":"2"')],
    [
      "a time before the entry before it",
      (text) => text.replace(/"recordedAt":"\d{4}/, '"recordedAt":"1999'),
    ],
    ["not JSON", () => "nothing"],
  ];
  it.each(forms)("and writes %s: malformed", async (_what, edit) => {
    const made = copyOf(honest);
    change(made, 150, { bytes: rewritten(rowAt(made, 150), edit) });
    rehash(made, []);
    expect(await codeOf(made)).toBe(6);
  });
});
