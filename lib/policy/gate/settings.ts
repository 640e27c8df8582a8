// Where the law is debated or a rule is only prudence, the safe side holds until the data protection officer approved
// otherwise, on record (law.md, certainty [D] and [P]).

export const debatedPoints = [
  /** A tenancy is a sale in the sense of PECR reg 22(3) (PE-8). */
  "tenancyIsSale",
  /** Living in a charity's home is interest in its work in the sense of PECR reg 22(3A) (PE-9). */
  "beneficiaryIsSupporter",
  /** Rent credit for taking part is no promotion of the sponsor (PE-2). */
  "rentCreditIsNeutral",
  /** Strictly neutral words that ask people to join are no direct marketing (PE-6). */
  "recruitmentIsNeutral",
  /** Letters to people who are no members go out without the Mailing Preference Service (3.3, post). */
  "prospectsWithoutPreferenceService",
  /** Promotion reaches members under 18 (CN-7). */
  "marketingToUnder18",
  /** Recorded calls about research need no yes of their own (3.3, automated call). */
  "recordedResearchCalls",
] as const;
export type DebatedPoint = (typeof debatedPoints)[number];

/** A debated point that the data protection officer settled. Only those in force belong to the facts. */
export type SettledPoint = {
  readonly point: DebatedPoint;
  /** The record of the approval. Without one the point is not settled. */
  readonly approvalId: string;
};

/** Whether a debated point was settled against the safe side. */
export function isSettled(settings: readonly SettledPoint[] | undefined, point: DebatedPoint): boolean {
  return settings?.some((one) => one.point === point && one.approvalId.trim() !== "") === true;
}
