// Sensitive questions are asked only while what they rest on is in force (DPA 2018 Sch 1 para 5; law.md SC-4, I10).
import type { Field, PolicyDocument } from "./document";
import { optionalFields } from "./join-choices";
import { mayAsk } from "./reviews";
import type { CivilDate } from "./vocabulary";

/** The sensitive questions that may be asked, and whose answers may be kept, on a day (civil, Europe/London). */
export function sensitiveQuestions(document: PolicyDocument, on: CivilDate): readonly Field[] {
  return optionalFields(document).sensitive.filter((field) => mayAsk(document, field, on));
}
