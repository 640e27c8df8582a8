// Restriction of processing at a person's request: stored and not used, until it is lifted (UK GDPR 18; law.md RR-10).

/** They say it is wrong; it is unlawful and they want it kept; they need it for a claim; their objection is being weighed (18(1)(a)-(d)). */
export const restrictionGrounds = ["accuracyContested", "unlawful", "legalClaims", "objection"] as const;
export type RestrictionGround = (typeof restrictionGrounds)[number];

/** Whether a restriction still holds at an instant; `liftsAt`: from when it is lifted, once that was announced (all epoch ms). */
export function stillRestricts(restricted: boolean, liftsAt: number | null | undefined, at: number): boolean {
  return restricted && !(typeof liftsAt === "number" && liftsAt <= at);
}

/** The same of a stored row. */
export function isRestricted(
  row: { readonly restrictedAt: Date | null; readonly restrictionLiftsAt: Date | null },
  at: Date,
): boolean {
  return stillRestricts(row.restrictedAt !== null, row.restrictionLiftsAt?.getTime(), at.getTime());
}
