import { getTranslations } from "next-intl/server";
import { addressFields } from "@/app/_resident/address-fields";
import type { FieldSpec } from "@/components/form/field-spec";
import type { PolicyDocument } from "@/lib/policy/document";

/** The contact details the policy holds, as fields. What it does not hold is not asked. */
export async function detailsFields({ fields }: PolicyDocument): Promise<FieldSpec[]> {
  const t = await getTranslations("join.details");
  const email = fields.find(({ key }) => key === "email");
  const phone = fields.find(({ key }) => key === "phone");
  const address = fields.find(({ key }) => key === "address");
  return [
    { kind: "text", name: "givenName", label: t("givenName"), autoComplete: "given-name", width: "long" },
    { kind: "text", name: "familyName", label: t("familyName"), autoComplete: "family-name", width: "long" },
    { kind: "email", name: "email", label: t("email"), hint: email?.hint },
    ...(phone === undefined
      ? []
      : [
          {
            kind: "tel" as const,
            name: "phone",
            label: t("phone"),
            hint: t("phoneHint"),
            optional: !phone.required,
            autoComplete: "tel",
          },
        ]),
    ...(address === undefined ? [] : [await addressFieldset(!address.required)]),
  ];
}

async function addressFieldset(optional: boolean): Promise<FieldSpec> {
  const t = await getTranslations("join.details");
  const words = await getTranslations("form");
  return {
    kind: "fieldset",
    id: "address",
    legend: optional ? `${t("address")} (${words("optional")})` : t("address"),
    hint: t("addressHint"),
    fields: await addressFields(),
  };
}
