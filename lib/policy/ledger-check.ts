// What a check of the ledger comes to: three results that are told apart, because each means something else and asks for
// something else (docs/decisions/0018). None of them hides another.

/** Do the entries there are say what they were written to say? */
export type Integrity = "intact" | "altered" | "malformed" | "projectionDiffers";
/** Is everything there: no entry cut off, nothing that was signed already, no decision without its entry? */
export type Completeness = "complete" | "truncated" | "behind" | "differs";
/** Does what left the house earlier agree with what is here? */
export type Anchored = "anchored" | "inconsistent" | "badlySigned" | "notAnchored";

/** How many entries of which epoch. */
export type TreeSize = { readonly epoch: number; readonly size: bigint };

export type LedgerFindings = {
  readonly verdict: Integrity | "truncated";
  readonly head: TreeSize;
  /** The largest tree that was signed or published; null before the first. */
  readonly newestSigned: TreeSize | null;
  /** Decisions whose record is not what their entry says, or that have one of the two alone. */
  readonly recordsDiffering: number;
  /** Checkpoints compared with the entries, of these with another root, and with a signature that is wrong. */
  readonly anchorsCompared: number;
  readonly anchorsDiffering: number;
  readonly anchorsBadlySigned: number;
};

export type HoldNeeded = "altered" | "behind" | "inconsistent" | "differs";

export type LedgerVerdict = {
  readonly integrity: Integrity;
  readonly completeness: Completeness;
  readonly anchored: Anchored;
  /** Nothing is wrong. Not anchored is not wrong: nothing was signed yet. */
  readonly good: boolean;
  /** What sending must be held for, the gravest first. */
  readonly holds: readonly HoldNeeded[];
};

/** Whether a tree is of a later epoch than the other, or larger in the same: who has seen it has seen more. */
export function isBeyond(one: TreeSize, other: TreeSize): boolean {
  return one.epoch === other.epoch ? one.size > other.size : one.epoch > other.epoch;
}

function completenessOf({ head, newestSigned, verdict, recordsDiffering }: LedgerFindings): Completeness {
  if (newestSigned !== null && isBeyond(newestSigned, head)) return "behind";
  if (verdict === "truncated") return "truncated";
  return recordsDiffering > 0 ? "differs" : "complete";
}

function anchoredOf({ anchorsCompared, anchorsDiffering, anchorsBadlySigned }: LedgerFindings): Anchored {
  if (anchorsDiffering > 0) return "inconsistent";
  if (anchorsBadlySigned > 0) return "badlySigned";
  return anchorsCompared > 0 ? "anchored" : "notAnchored";
}

/** The three results of a check, and what must be held because of them. */
export function judgeLedger(findings: LedgerFindings): LedgerVerdict {
  const integrity = findings.verdict === "truncated" ? "intact" : findings.verdict;
  const completeness = completenessOf(findings);
  const anchored = anchoredOf(findings);
  const holds: HoldNeeded[] = [];
  if (completeness === "behind") holds.push("behind");
  if (integrity !== "intact" || completeness === "truncated") holds.push("altered");
  if (anchored === "inconsistent" || anchored === "badlySigned") holds.push("inconsistent");
  if (completeness === "differs") holds.push("differs");
  return { integrity, completeness, anchored, good: holds.length === 0, holds };
}

/** A check: from when it read (epoch ms), and whether nothing was wrong. */
export type CheckMade = { readonly at: number; readonly good: boolean };

/**
 * Whether the officer may let sending go on: a good check was begun after it was held. One that is behind ends by the
 * recovery alone, which brings back what was lost.
 */
export function mayRelease(
  hold: { readonly reason: HoldNeeded; readonly openedAt: number },
  lastCheck: CheckMade | null,
): "mayRelease" | "recoverFirst" | "checkFirst" {
  if (hold.reason === "behind") return "recoverFirst";
  return lastCheck !== null && lastCheck.good && lastCheck.at > hold.openedAt ? "mayRelease" : "checkFirst";
}
