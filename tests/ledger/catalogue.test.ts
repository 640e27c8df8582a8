import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { assertCatalogued, eventTypes, kindOf } from "@/lib/ledger/catalogue";
import words from "@/messages/en/dpo.json";

// Prettier lines the columns up with spaces.
const specification = readFileSync("docs/ledger.md", "utf8").replaceAll(/ {2,}/g, " ");

function wordsFor(path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], words);
}

describe("the catalogue", () => {
  it.each(eventTypes)(
    "%s: says what it proves, has words on the screens and a line in the specification",
    (type) => {
      const kind = kindOf(type);
      expect(kind.proves).toMatch(/^[A-Z].*\.$/s);
      expect(wordsFor(`event.${type}`)).toEqual(expect.any(String));
      const keys = [...kind.required, ...(kind.optional ?? [])];
      for (const key of keys) expect(wordsFor(`data.${key}`), key).toEqual(expect.any(String));
      const optional = kind.optional === undefined ? "" : ` [${kind.optional.join(", ")}]`;
      expect(specification).toContain(`| \`${type}\` | ${kind.required.join(", ")}${optional} |`);
    },
  );

  it.each(eventTypes)(
    "%s: no key twice, none that could carry a name, an address or an answer's words",
    (type) => {
      const kind = kindOf(type);
      const keys = [...kind.required, ...(kind.optional ?? [])];
      expect(new Set(keys).size).toBe(keys.length);
      // What is sealed under the person's own key may be anything.
      const open = keys.filter((key) => !key.endsWith("Sealed"));
      expect(open.filter((key) => /name|email|address|phone|postcode|value|text|need$/i.test(key))).toEqual(
        [],
      );
    },
  );

  it("refuses a missing key and a key it does not know", () => {
    expect(() => assertCatalogued("role.granted", { roleGrantId: "1", staffId: "2" })).toThrow(
      /missing \[role\]/,
    );
    expect(() => assertCatalogued("member.resumed", { method: "web", why: "x" })).toThrow(/unlisted \[why\]/);
    expect(() => assertCatalogued("member.left", { method: "web", reasonCode: "moved" })).not.toThrow();
  });
});
