import { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/form/field-spec";
import type { QuestionType } from "@/lib/schemas/survey-definition";

/** The form for a new question of one kind. */
export async function questionFields(type: QuestionType): Promise<FieldSpec[]> {
  const t = await getTranslations("staff.questions");
  const title: FieldSpec = {
    kind: "text",
    name: "title",
    label: t("question"),
    hint: t("questionHint"),
    maxLength: 250,
  };
  const required: FieldSpec = {
    kind: "singleCheckbox",
    name: "required",
    label: t("mustAnswer"),
    hint: t("mustAnswerHint"),
  };
  switch (type) {
    case "radiogroup":
      return [
        title,
        { kind: "textarea", name: "choices", label: t("choices"), hint: t("choicesHint"), rows: 6 },
        required,
      ];
    case "rating":
      return [
        title,
        {
          kind: "text",
          name: "minLabel",
          label: t("minLabel"),
          hint: t("minLabelHint"),
          optional: true,
          width: "medium",
          maxLength: 40,
        },
        {
          kind: "text",
          name: "maxLabel",
          label: t("maxLabel"),
          hint: t("maxLabelHint"),
          optional: true,
          width: "medium",
          maxLength: 40,
        },
        required,
      ];
    case "comment":
      return [title, required];
  }
}
