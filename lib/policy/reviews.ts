// Assessments are reviewed without a new policy: the newest approval of each counts, for the gate, the forms and the record
// alike (UK GDPR 5(2), 35; DPA 2018 Sch 1 paras 5, 39; law.md AC-2, AC-3, SC-4).
import type { AccountabilityRecord, Field, PolicyDocument } from "./document";
import { needsPolicyDocument } from "./guarded";
import { recordState, type RecordState } from "./lint/accountability";
import type { CivilDate } from "./vocabulary";

/** A review as recorded: the newest under its key. */
export type Review = Pick<
  AccountabilityRecord,
  "key" | "kind" | "title" | "ownerRole" | "approvedOn" | "reviewOn"
>;

function reviewed(record: AccountabilityRecord, reviews: readonly Review[]): AccountabilityRecord {
  const review = reviews.find(({ key, kind }) => key === record.key && kind === record.kind);
  if (review === undefined) return record;
  // A document approved after the review says the newer thing; on the same day the review does.
  if (record.status !== "draft" && record.approvedOn > review.approvedOn) return record;
  const { title, ownerRole, approvedOn, reviewOn } = review;
  return { ...record, title, ownerRole, approvedOn, reviewOn, status: "inForce" };
}

/**
 * The document as it counts now: each assessment with its newest approval. What the document does not name is not added:
 * nothing rests on it.
 */
export function withReviews<Document extends PolicyDocument>(
  document: Document,
  reviews: readonly Review[],
): Document {
  if (reviews.length === 0) return document;
  return { ...document, accountability: document.accountability.map((record) => reviewed(record, reviews)) };
}

export type Standing = {
  readonly record: AccountabilityRecord;
  readonly state: Exclude<RecordState, "missing">;
  /** Keys of the purposes that rest on it: a legitimate interests assessment past its review pauses them. */
  readonly purposes: readonly string[];
  /** Keys of the fields that rest on it: an appropriate policy document out of force closes them. */
  readonly fields: readonly string[];
};

const urgency: Readonly<Record<Standing["state"], number>> = { overdue: 0, draft: 1, inForce: 2 };

/** Every assessment of the document on a day, overdue first, then by the day of the next review. */
export function standingOf(document: PolicyDocument, on: CivilDate): readonly Standing[] {
  const all = document.accountability.map((record): Standing => {
    const state = recordState(document, record.kind, record.key, on);
    return {
      record,
      state: state === "missing" ? "draft" : state,
      purposes: document.purposes.filter(({ liaKey }) => liaKey === record.key).map(({ key }) => key),
      fields: document.fields
        .filter(({ appropriatePolicyDocumentKey }) => appropriatePolicyDocumentKey === record.key)
        .map(({ key }) => key),
    };
  });
  return all.toSorted(
    (one, other) =>
      urgency[one.state] - urgency[other.state] || (one.record.reviewOn < other.record.reviewOn ? -1 : 1),
  );
}

/**
 * Whether a field may be asked on a day: what rests on substantial public interest only while its appropriate policy
 * document is in force (law.md SC-4, I10).
 */
export function mayAsk(document: PolicyDocument, field: Field, on: CivilDate): boolean {
  if (!needsPolicyDocument(field)) return true;
  const { appropriatePolicyDocumentKey: key } = field;
  return recordState(document, "appropriatePolicyDocument", key, on) === "inForce";
}
