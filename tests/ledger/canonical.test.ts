import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalBytes } from "@/lib/ledger/canonical";

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
