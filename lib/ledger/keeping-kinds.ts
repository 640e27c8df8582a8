// Entries about the keeping of the ledger itself, and about what is erased; a part of the catalogue.
import { disposalKinds } from "./disposal-kinds";

export const keepingKinds = {
  "ledger.read": {
    proves: "Who read this person's trail or what they asked for, and on which page.",
    required: ["view"],
    screen: "memberHistory",
    dpoWork: true,
  },
  "ledger.verified": {
    proves:
      "Who checked the ledger, what was checked, and the three results: integrity, completeness, anchored.",
    required: ["verdict", "checked", "headSeq", "root", "durationMs"],
    optional: [
      ...(["firstBadSeq", "integrity", "completeness", "anchored", "decisions", "differing"] as const),
      ...(["anchorsCompared", "anchorEpoch", "anchorSize"] as const),
    ],
    screen: "verify",
    dpoWork: true,
  },
  "ledger.held": {
    proves: "From when nothing was sent because something about the ledger was wrong, and what it was.",
    required: ["ledgerHoldId", "reason"],
    screen: "verify",
  },
  "ledger.released": {
    proves: "Who looked into it, what it was, and that they let sending go on.",
    required: ["ledgerHoldId", "reason"],
    optional: ["because"],
    screen: "verify",
    dpoWork: true,
  },
  "epoch.opened": {
    proves:
      "Where the epoch before ended, why, and the last that was published of it: the first entry of an epoch.",
    required: ["previousEpoch", "previousLastSeq", "previousRoot", "reason"],
    optional: ["checkpoint"],
    screen: "verify",
  },
  "epoch.retired": {
    proves:
      "Since when the entries of an epoch whose time was over are deleted, and which they were; its checkpoints stay.",
    required: ["retiredEpoch", "firstSeq", "lastSeq"],
    screen: "verify",
  },
  "ledger.recovered": {
    proves:
      "After an older copy of the database came back: which stops and erasures were done again before anything was sent.",
    required: ["publishedSize", "stopsRepeated", "erasuresRepeated"],
    screen: "verify",
  },
  "keys.rotated": {
    proves: "When how many keys of persons were wrapped anew, and by which key-encryption key.",
    required: ["keyVersion", "keys"],
    screen: "verify",
  },
  "subject.erased": {
    proves:
      "The person's rows are gone and their key is destroyed; what the trail still says names nobody (Article 17).",
    required: ["reasonCode", "stopsKept", "gone"],
    optional: ["runId", "disposed"],
    screen: "memberHistory",
    dpoWork: true,
  },
  ...disposalKinds,
} as const;
