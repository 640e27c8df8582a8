import { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/form/field-spec";
import { trailReasons } from "@/lib/schemas/trail-forms";

/** Why evidence leaves the product: asked before every export and every pack. */
export async function reasonField(of: "export" | "pack"): Promise<FieldSpec> {
  const t = await getTranslations("trail");
  return {
    kind: "select",
    name: "reason",
    label: t(`${of}.reason`),
    hint: t(`${of}.reasonHint`),
    emptyLabel: t("chooseReason"),
    options: trailReasons.map((value) => ({ value, label: t(`reason.${value}`) })),
  };
}
