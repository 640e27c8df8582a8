import { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/form/field-spec";
import type { Purpose } from "@/lib/policy/document";

/** Which purpose of the panel's policy this serves. Shown even when there is only one: the gate judges by it. */
export async function purposeField(purposes: readonly Purpose[]): Promise<FieldSpec> {
  const t = await getTranslations("staff");
  const options = purposes.map(({ key, name, lawfulBasis }) => ({
    value: key,
    label: name,
    hint: t("purpose.basis", { basis: t(`basis.${lawfulBasis}`) }),
  }));
  return { kind: "radios", name: "purposeKey", label: t("purpose.label"), hint: t("purpose.hint"), options };
}
