// Entries about disposal runs; a part of the catalogue. What went of a person as a whole is `subject.erased`.

const ofRun = { screen: "trail", dpoWork: true } as const;

export const disposalKinds = {
  "disposal.simulated": {
    proves: "What a disposal run would have done as of a day, and who looked: nothing was deleted yet.",
    required: ["runId", "asOf", "itemsHash", "items", "people", "kept"],
    ...ofRun,
  },
  "disposal.approved": {
    proves:
      "Which second person approved exactly these items, and how many people lose how much (Article 5(1)(e)).",
    required: ["runId", "itemsHash", "people"],
    ...ofRun,
  },
  "disposal.cancelled": {
    proves: "Who took a preview or an approved run back before anything was deleted.",
    required: ["runId"],
    ...ofRun,
  },
  "disposal.carriedOut": {
    proves:
      "What of a person was deleted because its day had come, and what stayed past its day and why (Articles 5(1)(e), 17(3), 18). Never the details.",
    required: ["runId"],
    optional: ["disposed", "held", "lapsed", "failed", "gone"],
    screen: "memberHistory",
  },
  "disposal.finished": {
    proves:
      "That a disposal run is over, and the hash of its certificate, which counts what became of everything due.",
    required: ["runId", "contentHash", "erased", "inPart", "kept"],
    screen: "trail",
  },
} as const;
