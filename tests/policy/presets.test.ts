import { describe, expect, test } from "vitest";
import { policyDocumentSchema, schemaIsTheType } from "@/lib/schemas/policy-document";
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

function contrastOnWhite(colour: string): number {
  const channel = (from: number): number => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 1.05 / (0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) + 0.05);
}
