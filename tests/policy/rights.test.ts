import { describe, expect, test } from "vitest";
import { rightApplies, rights, rightsFor, type RightApplies } from "@/lib/policy/rights";
import { lawfulBases } from "@/lib/policy/vocabulary";

// law.md 1, the matrix, typed again by hand: columns are the bases in the order of the vocabulary.

const y = "yes";
const n = "no";
const c = "conditional";

const matrix: Readonly<Record<(typeof rights)[number], readonly RightApplies[]>> = {
  access: [y, y, y, y, y, y, y],
  rectification: [y, y, y, y, y, y, y],
  erasure: [y, c, n, y, c, y, y],
  restriction: [y, y, y, y, y, y, y],
  portability: [y, y, n, n, n, n, n],
  object: [n, n, n, n, y, y, y],
  objectToMarketing: [y, y, y, y, y, y, y],
  objectToResearch: [c, c, c, c, c, y, y],
  withdraw: [y, n, n, n, n, n, n],
  humanDecision: [y, y, y, y, y, y, y],
};

const cells = rights.flatMap((right) =>
  lawfulBases.map((basis, column) => [right, basis, matrix[right][column]] as const),
);

test.each(cells)("%s on %s: %s", (right, basis, expected) => {
  expect(rightApplies(right, basis)).toBe(expected);
});

describe("the rights of a purpose", () => {
  test("T: portability is not engaged by a public task", () => {
    expect(rightsFor("publicTask", "research")).toContainEqual({
      right: "portability",
      applies: "no",
      citation: "UK GDPR 20",
    });
  });
  test("objecting to marketing is named only where there is marketing", () => {
    const named = (kind: "research" | "directMarketing" | null) =>
      rightsFor("consent", kind).map(({ right }) => right);
    expect(named("directMarketing")).toContain("objectToMarketing");
    expect(named("research")).not.toContain("objectToMarketing");
    expect(named(null)).not.toContain("objectToResearch");
  });
});
