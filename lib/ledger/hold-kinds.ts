// Entries about legal holds, which keep details past their day; a part of the catalogue. Why stands with the hold and never
// here: reasons are words of one's own. What stops sending is another thing: `ledger.held` (keeping-kinds.ts).

const ofHold = { screen: "memberHistory", dpoWork: true } as const;

export const holdKinds = {
  "legalHold.placed": {
    proves:
      "From when this person's details, or everyone's of the panel, were kept past their day, on which ground, and until when somebody looks again (Article 17(3)(e)).",
    required: ["legalHoldId", "ground", "ownerId", "reviewOn"],
    ...ofHold,
  },
  "legalHold.reviewed": {
    proves:
      "Who looked whether a legal hold is still needed and kept it, who looks after it from then on, and until when.",
    required: ["legalHoldId", "ownerId", "reviewOn"],
    ...ofHold,
  },
  "legalHold.releaseProposed": {
    proves: "Who proposed that a legal hold ends; it holds until another person agrees.",
    required: ["legalHoldId"],
    ...ofHold,
  },
  "legalHold.releaseWithdrawn": {
    proves: "Who took the proposal back: the legal hold goes on.",
    required: ["legalHoldId"],
    ...ofHold,
  },
  "legalHold.released": {
    proves:
      "Which two people ended a legal hold, and when: who acts agreed, `proposedBy` proposed. What is overdue by then is deleted by the next run.",
    required: ["legalHoldId", "proposedBy", "heldSince"],
    ...ofHold,
  },
} as const;
