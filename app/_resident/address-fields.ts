import { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/form/field-spec";

/** A home address, line by line: the same while joining and afterwards. */
export async function addressFields(): Promise<FieldSpec[]> {
  const t = await getTranslations("join.details");
  return [
    { kind: "text", name: "addressLine1", label: t("addressLine1"), autoComplete: "address-line1" },
    {
      kind: "text",
      name: "addressLine2",
      label: t("addressLine2"),
      autoComplete: "address-line2",
      optional: true,
    },
    { kind: "text", name: "town", label: t("town"), autoComplete: "address-level2", width: "medium" },
    { kind: "postcode", name: "postcode", label: t("postcode"), width: "short" },
  ];
}
