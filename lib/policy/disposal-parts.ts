// Where the kinds of information of a retention rule stand, so that a run deletes exactly those.
import { namedBy } from "./disposal";
import type { PolicyDocument } from "./document";

/** Details that have a column of their own, by the key of their field. */
export const detailColumns = ["address", "area", "tenure", "ageBand", "interests", "tenancyEndsOn"] as const;
export type DetailColumn = (typeof detailColumns)[number];

export type Parts = {
  readonly columns: readonly DetailColumn[];
  readonly phone: boolean;
  readonly adjustments: boolean;
  readonly attendance: boolean;
  /** Fields whose answers are kept by their key. */
  readonly answers: readonly string[];
  /** Purposes: what somebody took part in for them goes. */
  readonly purposes: readonly string[];
  /** ISO 8601. Only what was given that long ago is reached; null when everything is, whenever it was given. */
  readonly olderThan: string | null;
};

const elsewhereThanAnswers: ReadonlySet<string> = new Set([
  ...detailColumns,
  ...["phone", "adjustments", "attendance"],
]);

/** Everything that a rule which reaches parts is for. */
export function partsOf(document: PolicyDocument, ruleKey: string): Parts {
  const { fields, purposes } = namedBy(document, ruleKey);
  const keys = new Set(fields.map(({ key }) => key));
  const rule = document.retentionRules.find(({ key }) => key === ruleKey);
  const counts = rule?.trigger === "collected" || rule?.trigger === "recordingMade";
  return {
    columns: detailColumns.filter((column) => keys.has(column)),
    phone: keys.has("phone"),
    adjustments: keys.has("adjustments"),
    attendance: keys.has("attendance"),
    answers: [...keys].filter((key) => !elsewhereThanAnswers.has(key)),
    purposes: purposes.filter(({ activityKinds }) => activityKinds.length > 0).map(({ key }) => key),
    olderThan: counts ? rule.period : null,
  };
}
