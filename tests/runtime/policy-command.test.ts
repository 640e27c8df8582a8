import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";

// npm run policy, as a person at a terminal uses it.

// Each command is a process of its own.
vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(path.join(tmpdir(), "policy-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, words: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, words);
  return file;
}

async function policy(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "tsx", "scripts/policy.ts", ...args],
      { encoding: "utf8" },
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code ?? 1), out, err }),
    );
  });
}

describe("lint", () => {
  test("a preset may be published", async () => {
    expect(await policy("lint", "resident-panel", "--on", "2026-11-21")).toMatchObject({
      code: 0,
      out: expect.stringContaining("May be published."),
    });
  });

  test("the blank one says what to fill in, as rule, place, sentence, and ends with 1", async () => {
    const { code, out } = await policy("lint", "blank");
    expect(code).toBe(1);
    expect(out).toContain(
      "fill in  organisation.dpoEmail  Name your data protection officer's e-mail address.",
    );
    expect(out).toContain("AC-2  purposes.membership.liaKey  The assessment named here is not approved yet.");
  });

  test("a file that cannot be read is told apart from one that breaks a rule", async () => {
    const { code, err } = await policy("lint", write("broken.yaml", "promises: &all [*all]\n"));
    expect(code).toBe(1);
    expect(err).toContain("cannot be used");
    expect(err).not.toContain("    at ");
  });

  test("10 MB are refused in a sentence", async () => {
    const { code, err } = await policy("lint", write("large.json", `["${"x".repeat(10_000_000)}"]`));
    expect(code).toBe(1);
    expect(err).toContain("larger than 1 MB");
  });
});

test("diff says what members must be told first", async () => {
  const { code, out } = await policy("diff", "citizens-together", "connect");
  expect(code).toBe(0);
  expect(out).toContain(
    "MATERIAL  recipient  recipients.surveymonkey  adds recipient SurveyMonkey, United States",
  );
  expect(out).toContain("Members must be told first.");
});

test("render prints the notice as Markdown or as text, and says when an edition is not there", async () => {
  expect((await policy("render", "connect")).out).toMatch(/^# Privacy notice: Connect Voices\n\n## In short/);
  expect((await policy("render", "connect", "--as", "text")).out).toContain("COMPLAINING TO US");
  expect(await policy("render", "connect", "--format", "easyRead")).toMatchObject({
    code: 1,
    err: expect.stringContaining("has no notice"),
  });
});

test("scenarios: what differed is said, expected and got with their sentences, and it ends with 1", async () => {
  const file = write(
    "one.yaml",
    `policy: connect
people: { una: { reach: { email: confirmed }, events: [{ on: 2026-11-01, shownNotice: true }, { on: 2026-11-01, joined: true }] } }
scenarios:
  - name: news without a yes
    law: [LB-12]
    person: una
    message: { kind: directMarketing, purpose: promotion, channel: email }
    at: 2026-11-21
    expect: permitted
`,
  );
  const { code, out } = await policy("test", file);
  expect(code).toBe(1);
  expect(out).toContain("news without a yes [LB-12]");
  expect(out).toContain("expected  permitted: This message may be sent.");
  expect(out).toContain("got       consent.missing: This needs a yes");
  expect(out).toContain("0 as expected, 1 not.");

  const explained = await policy("explain", file);
  expect(explained.code).toBe(0);
  expect(explained.out).toMatch(/ {2}1\. Does the message fit.* nothing against it/);
  expect(explained.out).toMatch(/=> \d+\. Was there a yes where one is needed\? consent\.missing/);
});
