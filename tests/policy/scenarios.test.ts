import { describe, expect, test } from "vitest";
import { presets as presetFiles } from "./presets";
import { runScenario } from "@/lib/policy/scenario/run";
import { readScenarios } from "@/lib/schemas/scenario";
import { loadScenarios, scenarioFiles } from "@/scripts/policy/files";

const files = scenarioFiles("prisma/presets/scenarios").map((name) => ({ name, ...loadScenarios(name) }));

describe.each(files)("$name", ({ file, document }) => {
  test.each(file.scenarios.map((scenario) => [scenario.name, scenario.law.join(", "), scenario] as const))(
    "%s [%s]",
    (_name, _law, scenario) => {
      const { passed, decision, until } = runScenario(document, file, scenario);
      expect({ code: decision.code, until }).toEqual({
        code: scenario.expect,
        until: until === null ? null : { expected: until.expected, got: until.expected },
      });
      expect(passed).toBe(true);
    },
  );
});

test("at least 60 scenarios ship, over the four presets and the blank one", () => {
  expect(files.flatMap(({ file }) => file.scenarios).length).toBeGreaterThanOrEqual(60);
  const policies = new Set(files.map(({ document }) => document.panel.key));
  for (const preset of [...Object.values(presetFiles), { panel: { key: "blank" } }]) {
    expect(policies).toContain(preset.panel.key);
  }
});

test("they reach most reasons that the gate can give", () => {
  const reached = new Set(files.flatMap(({ file }) => file.scenarios.map((one) => one.expect)));
  expect(reached.size).toBeGreaterThanOrEqual(35);
});

test("every scenario's rules end in the decision it got", () => {
  for (const { file, document } of files) {
    for (const scenario of file.scenarios) {
      const { decision, rules } = runScenario(document, file, scenario);
      expect(rules.find(({ decides }) => decides)?.code ?? "permitted").toBe(decision.code);
    }
  }
});

const good = `
policy: blank
people: { una: { events: [{ on: 2026-11-01, joined: true }] } }
scenarios:
  - name: one
    law: [PE-1]
    person: una
    message: { kind: research, purpose: research, channel: email }
    at: 2026-11-21
    expect: permitted
`;

function problems(from: string, to: string) {
  const reading = readScenarios(good.replace(from, to), "yaml");
  return reading.ok ? [] : reading.problems;
}

describe("a scenario file that is wrong is refused, with the place", () => {
  test("as written it is fine", () => expect(problems("", "")).toEqual([]));

  test.each([
    ["joined: true", "joinde: true", "people.una.events.1.joinde", /There is no "joinde"/],
    ["joined: true", "joined: true, left: true", "people.una.events.1", /exactly one thing/],
    ["{ on: 2026-11-01, joined: true }", "{ on: 2026-11-01 }", "people.una.events.1", /exactly one thing/],
    ["at: 2026-11-21", "at: 2026-02-30", "scenarios.one.at", /day or moment that exists/],
    ["at: 2026-11-21", 'at: "2026-11-21T25:00"', "scenarios.one.at", /day or moment that exists/],
    ["person: una", "person: bob", "scenarios.one.person", /Nobody here is called "bob"/],
    ["expect: permitted", "expect: allowed", "scenarios.one.expect", /Use one of: permitted/],
    ["channel: email", "channel: fax", "scenarios.one.message.channel", /Use one of: email, sms/],
  ])("%s becomes %s", (from, to, path, sentence) => {
    expect(problems(from, to)).toContainEqual({ path, sentence: expect.stringMatching(sentence) });
  });
});
