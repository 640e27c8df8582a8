import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

// docs/law-tests.md says which test holds which rule: each is still there, by its title.

const [overview = "", cases = ""] = readFileSync("docs/law-tests.md", "utf8").split(
  "## Test cases, one by one",
);

/** The cells of each row of the table in a text, its head left out. */
function rows(text: string): readonly (readonly string[])[] {
  const lines = text.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** The files that a cell names: `stop.test.ts` is one of tests/policy, `tests/faults` all of it. */
function filesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/gu)].flatMap(([, name = ""]) => {
    const path = name.startsWith("tests/") ? name : `tests/policy/${name}`;
    return globSync(path.endsWith(".ts") ? path : `${path}/*.test.ts`);
  });
}

/** The rules that a cell names: "SC-3 to SC-5, SC-7" are four. */
function rulesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/\b([A-Z]{2}-|I)(\d+)(?: to \1(\d+))?/gu)].flatMap(([, kind = "", from, to]) => {
    const [first, last] = [Number(from), Number(to ?? from)];
    return Array.from({ length: last - first + 1 }, (_, place) => `${kind}${first + place}`);
  });
}

describe("the tests of the law", () => {
  it.each(rows(overview))("%s: held by files that are there", (_rule, held = "") => {
    const named = [...held.matchAll(/`([\w/-]+(?:\.ts|\/))`/gu)].map(([, name = ""]) => name);
    expect(named.filter((name) => !existsSync(name) && !existsSync(`lib/policy/${name}`))).toEqual([]);
  });

  it.each(rows(overview))("%s is named in its tests", (rule = "", _held, tests = "") => {
    const files = filesIn(tests);
    expect(/`/u.test(tests) ? files.length : 1).toBeGreaterThan(0);
    const said = files.map((file) => readFileSync(file, "utf8")).join("\n");
    const unsaid = rulesIn(rule).filter((one) => !new RegExp(`\\b${one}\\b`, "u").test(said));
    expect(/`/u.test(tests) ? unsaid : []).toEqual([]);
  });

  it.each(rows(cases))("%s, %s", (_rule, _what, file = "", title = "") => {
    const path = `tests/${file.replaceAll("`", "")}`;
    expect(readFileSync(path, "utf8")).toContain(title.slice(1, -1));
  });

  it("every rule with a case is in the overview, and 100 cases are", () => {
    const known = new Set(rows(overview).flatMap(([rule = ""]) => rulesIn(rule)));
    const listed = rows(cases).map(([rule = ""]) => rule);
    expect(listed.flatMap(rulesIn).filter((rule) => !known.has(rule))).toEqual([]);
    expect(listed.length).toBeGreaterThanOrEqual(100);
  });
});
