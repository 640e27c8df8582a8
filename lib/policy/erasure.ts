/** Why somebody is erased: the grounds of UK GDPR Article 17(1)(a) to (e). */
export const erasureReasons = [
  "noLongerNeeded",
  "consentWithdrawn",
  "objected",
  "unlawful",
  "legalObligation",
] as const;

export type ErasureReason = (typeof erasureReasons)[number];
