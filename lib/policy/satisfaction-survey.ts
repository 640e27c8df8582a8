// Tenant satisfaction measures need a sample of all homes; who chose to be on a panel cannot stand for them (RSH, Tenant
// Satisfaction Measures; law.md RG-1, RG-3).

export type MeasureSurvey = {
  readonly forTenantSatisfactionMeasures: boolean;
  readonly audience: "panel" | "wholeTenantFrame";
};

/** Whether a survey may count towards the measures; a panel never may. */
export function mayMeasure({ forTenantSatisfactionMeasures, audience }: MeasureSurvey): boolean {
  return !forTenantSatisfactionMeasures || audience === "wholeTenantFrame";
}

/** What may license a marketing message under PECR. A regulator's wish is not on the list: it asks to offer, not to promote. */
export const pecrGrounds = [
  "consent",
  "softOptInSale",
  "softOptInCharity",
  "corporateSubscriber",
  "numberNotListed",
  "callsWelcome",
] as const;
export type PecrGround = (typeof pecrGrounds)[number];

/** The ground somebody chose, or null for what is none, such as "the regulator requires it". */
export function readPecrGround(chosen: string): PecrGround | null {
  return pecrGrounds.find((ground) => ground === chosen) ?? null;
}
