import { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/form/field-spec";

/** A survey's details. `purpose` is asked only of a new one, after what it is about. */
export async function surveyFields(purpose: readonly FieldSpec[] = []): Promise<FieldSpec[]> {
  const t = await getTranslations("staff.newSurvey");
  return [
    { kind: "text", name: "title", label: t("name"), hint: t("nameHint"), maxLength: 120 },
    { kind: "textarea", name: "summary", label: t("summary"), hint: t("summaryHint"), maxLength: 1500 },
    ...purpose,
    { kind: "date", name: "closesOn", label: t("closesOn"), hint: t("closesOnHint") },
  ];
}
