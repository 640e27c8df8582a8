import { describe, expect, test } from "vitest";
import { policyDocumentSchema } from "@/lib/schemas/policy-document";
import { presets } from "./presets";

describe("the presets of the four panels", () => {
  test.each(Object.entries(presets))("%s is a policy document", (_name, preset) => {
    expect(policyDocumentSchema.safeParse(preset).error?.issues ?? []).toEqual([]);
  });

  test("an unknown key is refused, so that a misspelt promise cannot go unenforced", () => {
    const misspelt = { ...presets.connect, promisses: [] };
    expect(policyDocumentSchema.safeParse(misspelt).success).toBe(false);
  });
});
