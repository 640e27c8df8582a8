import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import errors from "@/messages/en/errors.json";
import { codeOf, sources } from "./source";

/** Whether the words for errors have a sentence at this key with dots. */
function hasSentence(key: string): boolean {
  const found = key
    .split(".")
    .reduce<unknown>((words, part) => (words as Record<string, unknown> | undefined)?.[part], errors);
  return typeof found === "string";
}

/** What the pattern's first group finds in the code of these files, once each. */
function namedIn(pattern: RegExp, ...paths: readonly string[]): readonly string[] {
  const found = sources(...paths).flatMap(({ text }) =>
    [...codeOf(text).matchAll(pattern)].map(([, name = ""]) => name),
  );
  return [...new Set(found)].toSorted();
}

describe("words", () => {
  // A key that stands twice is no error to a JSON reader: the last one silently takes the place of the first.
  it.each(globSync("messages/*/*.json"))("%s has no key twice", (path) => {
    expect(parseDocument(readFileSync(path, "utf8")).errors).toEqual([]);
  });

  it.each(["join", "member", "signin", "public", "surveys", "receipts", "fault"])(
    "%s calls a message a message: mail comes through the door",
    (name) => {
      const words = readFileSync(`messages/en/${name}.json`, "utf8");
      expect(words.match(/: ".*(?<![\w-])mails?\b.*"/giu)).toBeNull();
    },
  );

  it("there is a sentence for everything that use-cases and actions refuse", () => {
    const codes = namedIn(
      /\brefuse\(\s*"([\w-]+\.[\w.-]+)"/gu,
      "lib/usecases/**/*.ts",
      "lib/actions/**/*.ts",
      "app/**/*.ts",
    );
    expect(codes.length).toBeGreaterThan(50);
    expect(codes.filter((code) => !hasSentence(`refusal.${code}`))).toEqual([]);
  });

  it("there is a sentence for everything that a form's schema finds wrong", () => {
    const keys = namedIn(/(?:\berror: |\bmessage: |, )"([\w-]+\.[\w.-]+)"/gu, "lib/schemas/*.ts");
    const ofLines = namedIn(/\b(?:maybeL|l)ines?\("([\w.]+)", [\d\w]/gu, "lib/schemas/*.ts");
    expect(keys.length).toBeGreaterThan(50);
    expect([...keys, ...ofLines.map((key) => `${key}.long`)].filter((key) => !hasSentence(key))).toEqual([]);
  });
});
