import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isPublishable, lintPolicy } from "@/lib/policy/lint";
import { policyDocumentSchema, schemaIsTheType } from "@/lib/schemas/policy-document";
import { readPolicy } from "@/lib/schemas/read-policy";
import { documents, presets } from "./presets";

describe("the presets of the four panels", () => {
  test.each(Object.entries(presets))("%s is a policy document", (_name, preset) => {
    expect(policyDocumentSchema.safeParse(preset).error?.issues ?? []).toEqual([]);
  });

  test("what the schema lets through is a policy document and nothing else", () => {
    expect(schemaIsTheType).toBe(true);
  });

  test("an unknown key is refused, so that a misspelt promise cannot go unenforced", () => {
    const misspelt = { ...presets.connect, promisses: [] };
    expect(policyDocumentSchema.safeParse(misspelt).success).toBe(false);
  });

  test.each(Object.entries(documents))(
    "%s says under which purpose focus groups and surveys run",
    (_name, document) => {
      const served = document.purposes.flatMap(({ activityKinds }) => activityKinds);
      expect(served).toEqual(expect.arrayContaining(["focusGroup", "survey"]));
    },
  );

  test("their colours differ and can be read on white (WCAG 1.4.3: 4.5 to 1)", () => {
    const accents = Object.values(documents).map(({ panel }) => panel.accent);
    expect(new Set(accents).size).toBe(accents.length);
    for (const accent of accents) expect(contrastOnWhite(accent)).toBeGreaterThanOrEqual(4.5);
  });
});

describe("the blank preset, for a new organisation", () => {
  const reading = readPolicy(readFileSync("prisma/presets/blank.json", "utf8"), "json");
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const blank = reading.document;

  test("says at each open place what the organisation has to write there, and breaks no other rule", () => {
    const refused = lintPolicy(blank, "2026-11-21").filter(({ severity }) => severity === "refuse");
    expect(new Set(refused.map(({ rule }) => rule))).toEqual(new Set(["fill in", "AC-2"]));
    expect(refused).toContainEqual({
      rule: "fill in",
      path: "organisation.dpoEmail",
      sentence: "Name your data protection officer's e-mail address.",
      severity: "refuse",
    });
  });

  test("may be published once they are filled in and the assessment is approved", () => {
    const filled = JSON.stringify(blank)
      .replaceAll(/\[\[[^\]]+e-mail address[^\]]*\]\]/gu, "people@homes.example")
      .replaceAll(/\[\[[^\]]+\]\]/gu, "Something true.")
      .replaceAll('"status":"draft"', '"status":"inForce"');
    const ready = readPolicy(filled, "json");
    expect(ready.ok && isPublishable(ready.document, "2026-11-21")).toBe(true);
  });
});

function contrastOnWhite(colour: string): number {
  const channel = (from: number): number => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 1.05 / (0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) + 0.05);
}
