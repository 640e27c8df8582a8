// Whom to ask may be chosen by what people told us, but never by what was asked for something else: no sensitive answers
// of equality monitoring, no survey answers for promotion, nobody who objected (UK GDPR 5(1)(b), 9, 21(2); DPA 2018 Sch 1
// para 8(3); law.md PE-2, PE-7, LB-6, SC-5, SC-6).
import type { Art9Condition } from "./document";
import type { MessageKind } from "./vocabulary";

/** Something people can be chosen by. */
export type SegmentField = {
  readonly key: string;
  readonly art9Condition: Art9Condition | null;
  /** Answers that were given to a survey or a study. */
  readonly gatheredAs: "profile" | "research";
};

export type SegmentRefusal = "equalityMonitoring" | "sensitiveWithoutConsent" | "researchAnswers";

/** The consents a segment may rest on: "use my ethnicity to invite me to relevant groups", for each field. */
export type SegmentGrounds = { readonly explicitTargetingConsent: boolean };

/** Why a field may not choose people for a kind of message; null when it may. */
export function segmentRefusal(
  kind: MessageKind,
  field: SegmentField,
  { explicitTargetingConsent }: SegmentGrounds,
): SegmentRefusal | null {
  if (kind === "directMarketing" && field.gatheredAs === "research") return "researchAnswers";
  if (field.art9Condition === null || explicitTargetingConsent) return null;
  return field.art9Condition === "explicitConsent" ? "sensitiveWithoutConsent" : "equalityMonitoring";
}

/** The fields that may be offered for choosing people for a kind of message; the others are not shown. */
export function segmentFields<T extends SegmentField>(kind: MessageKind, fields: readonly T[]): readonly T[] {
  return fields.filter((field) => segmentRefusal(kind, field, { explicitTargetingConsent: false }) === null);
}

/** Those who may be chosen by a sensitive field: only who agreed, in words of their own, to be chosen by it (SC-6). */
export function choosable<T extends { readonly agreedToTargeting: readonly string[] }>(
  fieldKey: string,
  members: readonly T[],
): readonly T[] {
  return members.filter(({ agreedToTargeting }) => agreedToTargeting.includes(fieldKey));
}

export type MonitoringQuery = {
  /** Only numbers about groups come out. */
  readonly aggregate: boolean;
  /** Persons come out: a list, a choice, a score. */
  readonly listsPersons: boolean;
};

/** Whether equality monitoring answers may be asked this: how groups compare, never who is in one (para 8(3)). */
export function mayQueryMonitoring({ aggregate, listsPersons }: MonitoringQuery): boolean {
  return aggregate && !listsPersons;
}
