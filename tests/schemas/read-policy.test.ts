import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { readPolicy } from "@/lib/schemas/read-policy";

const text = readFileSync("prisma/presets/citizens-together.json", "utf8");
const value = JSON.parse(text) as Draft;

type Part = Record<string, unknown>;
type Draft = Part & Record<"purposes" | "accountability" | "retentionRules", [Part, Part]>;

function problems(...args: Parameters<typeof readPolicy>) {
  const reading = readPolicy(...args);
  return reading.ok ? [] : reading.problems;
}

function changed(change: (copy: Draft) => void): string {
  const copy = structuredClone(value);
  change(copy);
  return JSON.stringify(copy, null, 2);
}

test("JSON and YAML of one policy are the same document", () => {
  expect(readPolicy(stringify(value), "yaml")).toEqual(readPolicy(text, "json"));
  expect(readPolicy(text, "json").ok).toBe(true);
});

describe("what is wrong is said at its place, before anything is applied", () => {
  test("an unknown key", () => {
    expect(
      problems(
        changed((copy) => (copy["promisses"] = [])),
        "json",
      ),
    ).toEqual([{ path: "promisses", sentence: expect.stringContaining('There is no "promisses" here') }]);
  });

  test("an unknown key deep inside, with the purpose by its key", () => {
    const broken = changed((copy) => (copy["purposes"][1].softOptinn = "none"));
    expect(problems(broken, "json")[0]?.path).toBe("purposes.research.softOptinn");
  });

  test("a version this product does not read", () => {
    expect(
      problems(
        changed((copy) => (copy["schemaVersion"] = 2)),
        "json",
      ),
    ).toEqual([{ path: "schemaVersion", sentence: "This product reads version 1; here stands 2." }]);
  });

  test("a day that does not exist", () => {
    const broken = changed((copy) => (copy["accountability"][0].reviewOn = "2027-02-30"));
    expect(problems(broken, "json")).toEqual([
      { path: "accountability.lia-membership.reviewOn", sentence: "Write a day that exists, as YYYY-MM-DD" },
    ]);
  });

  test("RT-1: kept indefinitely", () => {
    const broken = changed((copy) => (copy["retentionRules"][0].period = "indefinitely"));
    expect(problems(broken, "json")).toEqual([
      { path: "retentionRules.panel-details.period", sentence: expect.stringContaining("is no period") },
    ]);
  });

  test("RT-1: retention without a trigger (12 row 18)", () => {
    const broken = changed((copy) => delete copy["retentionRules"][0].trigger);
    expect(problems(broken, "json")[0]).toMatchObject({ path: "retentionRules.panel-details.trigger" });
  });

  test("LB-1: a purpose without a basis", () => {
    const broken = changed((copy) => delete copy["purposes"][1].lawfulBasis);
    expect(problems(broken, "json")[0]).toMatchObject({ path: "purposes.research.lawfulBasis" });
  });

  test("something that is missing, and a word that is not on the list", () => {
    expect(
      problems(
        changed((copy) => delete copy["regulator"]),
        "json",
      ),
    ).toEqual([{ path: "regulator", sentence: "This is missing." }]);
    const broken = changed((copy) => (copy["purposes"][0].channels = ["fax"]));
    expect(problems(broken, "json")[0]?.sentence).toMatch(/^Use one of: email, sms, call, post/);
  });

  test.each([
    ["contactBudget", { approaches: 0, window: "P30D" }, "Write a number that is at least 1."],
    ["contactBudget", { approaches: "two", window: "P30D" }, "Write a number."],
    ["contactBudget", { approaches: 1.5, window: "P30D" }, "Write a whole number."],
    ["promises", "We are kind.", "Write a list here."],
    ["purposes", [], "List at least 1."],
    ["purposes", Array.from({ length: 9 }, () => value["purposes"][0]), "List at most 8."],
    ["consentLife", 24, "Write words here, in quotes."],
    ["panel", "Citizens", "Write an entry with its parts here."],
  ] as const)("%s: %j is answered in plain words", (part, broken, sentence) => {
    const [problem] = problems(
      changed((copy) => (copy[part as "promises"] = broken as never)),
      "json",
    );
    expect(problem?.sentence).toBe(sentence);
  });

  test("a key twice, where the last would win in silence", () => {
    expect(problems('{"schemaVersion": 1,\n "schemaVersion": 2}', "json")).toEqual([
      { path: "line 2", sentence: '"schemaVersion" is here twice. Keep one.' },
    ]);
    expect(problems("promises: []\npromises: []", "yaml")).toEqual([
      { path: "line 2", sentence: '"promises" is here twice. Keep one.' },
    ]);
  });

  test.each(["", "[]", "null", "7", '"x"', "{", "\u0000"])("a file that is no policy at all: %j", (junk) => {
    for (const format of ["json", "yaml"] as const) expect(problems(junk, format).length).toBeGreaterThan(0);
  });
});

describe("a hostile file is refused at once", () => {
  test("10 MB", () => {
    const large = `{"promises": ["${"x".repeat(10_000_000)}"]}`;
    for (const format of ["json", "yaml"] as const) {
      expect(problems(large, format)).toEqual([{ path: "file", sentence: "This file is larger than 1 MB." }]);
    }
  });

  test("a hundred thousand parts, or as many unknown keys", () => {
    expect(problems("a: 1\n".repeat(190_000), "yaml")[0]?.sentence).toContain("more parts than can be read");
    const unknown = Object.fromEntries(Array.from({ length: 50_000 }, (_, place) => [`k${place}`, 1]));
    expect(problems(JSON.stringify(unknown), "json")).toHaveLength(100);
  });

  test("1 MB is counted in bytes", () => {
    expect(problems(`"${"é".repeat(600_000)}"`, "json")[0]?.sentence).toContain("larger than 1 MB");
  });

  test.each([
    ["json", "[".repeat(400_000)],
    ["json", '{"a":'.repeat(100_000)],
    ["yaml", "[".repeat(400_000)],
    ["yaml", "- ".repeat(400_000)],
    ["yaml", "? ".repeat(400_000)],
    ["yaml", Array.from({ length: 1_200 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ] as const)("%s nested without end", (format, deep) => {
    expect(problems(deep, format)[0]?.sentence).toContain("nested more than 32 deep");
  });

  test.each([
    ["a document that contains itself", "promises: &all\n  - *all\n"],
    ["one that unfolds to a thousand million lines", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"],
    ["an anchor nobody uses", "promises: &words x\n"],
  ])("%s", (_name, yaml) => {
    expect(problems(yaml, "yaml").map(({ sentence }) => sentence)).toContain(
      "Write it out: & and * (anchors, aliases) are not read here.",
    );
  });
});
