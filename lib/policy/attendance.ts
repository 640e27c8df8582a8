// Whether it may be noted that somebody came. Some panels promised to ask first: then a purpose of theirs is about it, and
// who said no, or nothing, is not noted (UK GDPR 5(1)(b), 6(1)(a), 7; DESIGN section 5, Attendance).
import { consentStanding } from "./consent-standing";
import type { PolicyDocument, Purpose } from "./document";
import type { ConsentFact } from "./gate/types";

/** The category of data by which a purpose says that it is about who came. */
const category = "attendance";

/** The purpose that is about who came; null where attendance is noted as part of taking part. */
export function attendancePurpose({ purposes }: PolicyDocument): Purpose | null {
  return purposes.find(({ dataCategories }) => dataCategories.includes(category)) ?? null;
}

/**
 * Whether it may be noted, at an instant (epoch ms), that a person with these decisions came or did not. Where the purpose
 * rests on consent, only a yes in force counts; otherwise whoever has not objected. What runs as part of taking part is
 * noted of whoever took part.
 */
export function mayNoteAttendance(
  document: PolicyDocument,
  consents: readonly ConsentFact[],
  at: number,
): boolean {
  const purpose = attendancePurpose(document);
  if (purpose === null) return true;
  const { state, stop } = consentStanding(consents, purpose.key, "email", at, "thisOrEveryChannel");
  return purpose.lawfulBasis === "consent" ? state === "given" : stop === null;
}
