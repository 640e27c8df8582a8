import { hash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalBytes } from "@/lib/ledger/canonical";
import { hashOf } from "@/lib/usecases/policy/document-hash";

function form(entry: Parameters<typeof canonicalBytes>[0]): string {
  return canonicalBytes(entry).toString("utf8");
}

describe("canonical bytes", () => {
  it("keys stand in code unit order and nothing stands between them (RFC 8785 section 3.2.3)", () => {
    expect(form({ peach: "1", apple: null, data: { b: ["x", "y"], B: "2" } })).toBe(
      '{"apple":null,"data":{"B":"2","b":["x","y"]},"peach":"1"}',
    );
  });

  it.each([
    ["the control characters with a short form", "\b\t\n\f\r", String.raw`"\b\t\n\f\r"`],
    ["other control characters", "\u0000\u000f\u001f", String.raw`"\u0000\u000f\u001f"`],
    ["quote and backslash", '"\\', String.raw`"\"\\"`],
    ["the solidus stays as it is", "/", '"/"'],
    ["everything else is itself in UTF-8", "€ö🏠\u2028\u007f", '"€ö🏠\u2028\u007f"'],
  ])("RFC 8785 section 3.2.2.2: %s", (_what, value, written) => {
    expect(form({ v: value })).toBe(`{"v":${written}}`);
  });

  it("text is NFC, so that two keyboards write the same bytes", () => {
    expect(canonicalBytes({ v: "Zoe\u0308" })).toEqual(canonicalBytes({ v: "Zo\u00eb" }));
  });

  it.each([
    ["a lone high surrogate", { v: "\ud83c" }],
    ["a lone low surrogate in a list", { v: ["\udfe0"] }],
    ["a key outside ASCII", { gültig: "1" }],
    ["a key that some libraries sort as a number", { "10": "1" }],
  ])("%s is refused", (_what, entry) => {
    expect(() => canonicalBytes(entry)).toThrow();
  });

  it.each([[1], [true], [undefined], [{ v: [["nested"]] }], [{ v: [1] }]])(
    "%j is not text: refused",
    (value) => {
      expect(() => canonicalBytes({ v: value } as never)).toThrow();
    },
  );

  it("any two spellings of the same data have the same bytes, and they read back as the data", () => {
    const data = fc.dictionary(
      fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9]{0,8}$/),
      fc.oneof(fc.string({ unit: "grapheme" }), fc.array(fc.string({ unit: "grapheme" }))),
    );
    fc.assert(
      fc.property(data, (record) => {
        const backwards = Object.fromEntries(Object.entries(record).reverse());
        expect(form(backwards)).toBe(form(record));
        const normal = JSON.parse(JSON.stringify(record).normalize("NFC")) as unknown;
        expect(JSON.parse(form(record))).toEqual(normal);
      }),
    );
  });
});

describe("what RFC 8785 publishes", () => {
  const published: readonly (readonly [what: string, json: string, canonical: string])[] = [
    [
      "the sample of sections 3.2.2 to 3.2.4",
      String.raw`{ "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false] }`,
      Buffer.from(
        "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e33333333" +
          "3333332c31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c" +
          "5c5c5c222f227d",
        "hex",
      ).toString("utf8"),
    ],
    [
      "the order of keys in section 3.2.3",
      String.raw`{ "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
        "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis" }`,
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis",' +
        '"\u20ac":"Euro Sign","\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    ],
  ];

  it.each(published)("%s is what a document's hash is made of", (_what, json, canonical) => {
    expect(hashOf(JSON.parse(json))).toBe(hash("sha256", canonical));
  });

  it.each([
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["ffefffffffffffff", "-1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555554", "333333333.33333325"],
    ["41b3de4355555555", "333333333.3333333"],
    ["41b3de4355555556", "333333333.3333334"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ])("the number %s of appendix B is written %s", (bits, written) => {
    expect(hashOf([Buffer.from(bits, "hex").readDoubleBE()])).toBe(hash("sha256", `[${written}]`));
  });

  it.each(["7fffffffffffffff", "7ff0000000000000"])("%s of appendix B is no number of JSON", (bits) => {
    expect(() => hashOf([Buffer.from(bits, "hex").readDoubleBE()])).toThrow();
  });
});
