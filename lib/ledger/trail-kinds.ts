// Entries about the trail itself: who read, took out and checked it; a part of the catalogue.

export const trailKinds = {
  "trail.exported": {
    proves: "Who took which part of the trail out of the product, in which form, and why (Article 32).",
    required: ["format", "reasonCode"],
    optional: ["purpose", "event", "actor", "channel", "from", "to"],
    screen: "trail",
    dpoWork: true,
  },
  "checkpoint.compared": {
    proves: "Who compared a checkpoint that was kept outside with the entries, and what came of it.",
    required: ["outcome"],
    optional: ["anchorSize"],
    screen: "verify",
    dpoWork: true,
  },
  "evidence.packed": {
    proves:
      "Who had the evidence about one person, one activity or everyone put together, and why (Article 32).",
    required: ["evidencePackId", "reasonCode"],
    optional: ["activityId"],
    screen: "trail",
    dpoWork: true,
  },
} as const;
