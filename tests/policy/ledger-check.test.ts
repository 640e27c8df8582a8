import { describe, expect, it } from "vitest";
import {
  isBeyond,
  judgeLedger,
  mayRelease,
  type LedgerFindings,
  type LedgerVerdict,
} from "@/lib/policy/ledger-check";
import { lastNight } from "@/lib/policy/nightly";

const good: LedgerFindings = {
  verdict: "intact",
  head: { epoch: 2, size: 300n },
  newestSigned: { epoch: 2, size: 300n },
  recordsDiffering: 0,
  anchorsCompared: 4,
  anchorsDiffering: 0,
  anchorsBadlySigned: 0,
};

type Row = readonly [what: string, found: Partial<LedgerFindings>, says: Partial<LedgerVerdict>];

const rows: readonly Row[] = [
  [
    "all is well",
    {},
    { integrity: "intact", completeness: "complete", anchored: "anchored", good: true, holds: [] },
  ],
  [
    "nothing was signed yet",
    { newestSigned: null, anchorsCompared: 0 },
    { anchored: "notAnchored", good: true },
  ],
  [
    "an entry was changed",
    { verdict: "altered" },
    { integrity: "altered", completeness: "complete", holds: ["altered"] },
  ],
  ["an entry is no entry", { verdict: "malformed" }, { integrity: "malformed", holds: ["altered"] }],
  [
    "columns say something else",
    { verdict: "projectionDiffers" },
    { integrity: "projectionDiffers", holds: ["altered"] },
  ],
  [
    "the end is cut off",
    { verdict: "truncated" },
    { integrity: "intact", completeness: "truncated", holds: ["altered"] },
  ],
  [
    "an older copy came back",
    { newestSigned: { epoch: 2, size: 301n } },
    { completeness: "behind", holds: ["behind"] },
  ],
  ["an epoch was forgotten", { newestSigned: { epoch: 3, size: 1n } }, { completeness: "behind" }],
  [
    "an older epoch was larger",
    { newestSigned: { epoch: 1, size: 900n } },
    { completeness: "complete", good: true },
  ],
  ["a record was changed", { recordsDiffering: 2 }, { completeness: "differs", holds: ["differs"] }],
  ["the past was rewritten", { anchorsDiffering: 1 }, { anchored: "inconsistent", holds: ["inconsistent"] }],
  ["a signature is wrong", { anchorsBadlySigned: 1 }, { anchored: "badlySigned", holds: ["inconsistent"] }],
  [
    "everything at once",
    { verdict: "altered", newestSigned: { epoch: 2, size: 301n }, anchorsDiffering: 1 },
    {
      integrity: "altered",
      completeness: "behind",
      anchored: "inconsistent",
      holds: ["behind", "altered", "inconsistent"],
    },
  ],
];

describe("what a check of the ledger comes to", () => {
  it.each(rows)("%s", (_what, found, says) => {
    const verdict = judgeLedger({ ...good, ...found });
    expect(verdict).toMatchObject(says);
    expect(verdict.good).toBe(verdict.holds.length === 0);
  });

  it.each([
    ["altered", null, "checkFirst"],
    ["altered", { at: 5, good: true }, "checkFirst"],
    ["altered", { at: 11, good: false }, "checkFirst"],
    ["altered", { at: 11, good: true }, "mayRelease"],
    ["differs", { at: 11, good: true }, "mayRelease"],
    ["behind", { at: 11, good: true }, "recoverFirst"],
  ] as const)("a hold for %s after a check %o: %s", (reason, last, says) => {
    expect(mayRelease({ reason, openedAt: 10 }, last)).toBe(says);
  });
});

describe("the last night", () => {
  it.each([
    ["2026-07-01T00:59:00Z", "2026-06-30"],
    ["2026-07-01T01:00:00Z", "2026-07-01"],
    ["2026-12-01T01:59:00Z", "2026-11-30"],
    ["2026-12-01T02:00:00Z", "2026-12-01"],
    // The clock goes back: 01:30 comes twice, the night once.
    ["2026-10-25T00:30:00Z", "2026-10-24"],
    ["2026-10-25T01:30:00Z", "2026-10-25"],
    ["2026-10-25T02:30:00Z", "2026-10-25"],
    // It goes on: 01:30 does not come at all.
    ["2027-03-28T01:59:00Z", "2027-03-27"],
    ["2027-03-28T02:00:00Z", "2027-03-28"],
  ])("at %s it is that of %s", (at, night) => {
    expect(lastNight(Date.parse(at)).night).toBe(night);
  });
});

describe("a tree is beyond another", () => {
  const tree = (epoch: number, size: bigint) => ({ epoch, size });
  it.each([
    [tree(1, 5n), tree(1, 4n), true],
    [tree(1, 4n), tree(1, 4n), false],
    [tree(2, 1n), tree(1, 900n), true],
    [tree(1, 900n), tree(2, 1n), false],
  ])("by epoch, then by size: %o and %o", (one, other, expected) => {
    expect(isBeyond(one, other)).toBe(expected);
  });
});
