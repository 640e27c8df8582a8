// The steps of a policy from its draft to its approval: the part of the catalogue (catalogue.ts) that is about them.

const step = { screen: "trail", dpoWork: true } as const;

export const policyDraftKinds = {
  "policy.drafted": {
    proves: "Who began a draft of the next policy, and from which version.",
    required: ["policyDraftId", "revision", "baseNumber"],
    ...step,
  },
  "policy.edited": {
    proves: "Who changed which part of the draft, and the hash of the whole afterwards.",
    required: ["policyDraftId", "revision", "part", "item", "documentHash"],
    ...step,
  },
  "policy.discarded": {
    proves: "Who threw a draft away.",
    required: ["policyDraftId", "revision"],
    ...step,
  },
  "policy.submitted": {
    proves: "Who handed exactly this document to a second person, for which first day in force.",
    required: ["policyDraftId", "revision", "documentHash", "change", "inForceOn"],
    ...step,
  },
  "policy.returned": {
    proves: "The second person did not approve the draft. The reason stands with the draft.",
    required: ["policyDraftId", "revision"],
    ...step,
  },
  "policy.recalled": {
    proves: "A draft was called back before it came into force.",
    required: ["policyDraftId", "revision"],
    ...step,
  },
  "policy.approved": {
    proves: "A second person, who had no hand in it, approved exactly this document (Articles 5(2) and 24).",
    required: ["policyDraftId", "revision", "documentHash", "inForceOn"],
    ...step,
  },
} as const;
