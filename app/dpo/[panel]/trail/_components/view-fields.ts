import { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/form/field-spec";

/** What a view is called, and who may use it. */
export async function viewFields(): Promise<FieldSpec[]> {
  const t = await getTranslations("trail.views");
  return [
    { kind: "text", name: "name", label: t("name"), hint: t("nameHint"), width: "long", maxLength: 80 },
    { kind: "singleCheckbox", name: "shared", label: t("share") },
  ];
}
