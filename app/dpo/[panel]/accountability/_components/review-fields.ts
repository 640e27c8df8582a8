import { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/form/field-spec";
import type { Assessment } from "@/lib/queries/accountability/get-assessment";
import { reviewParts, type AssessmentKind } from "@/lib/schemas/review";

/** What the form of a review asks: the parts of its kind, then who owns it and the two days. */
export async function reviewFields(kind: AssessmentKind): Promise<FieldSpec[]> {
  const t = await getTranslations("accountability");
  const parts = reviewParts[kind].map((part): FieldSpec => ({
    kind: "textarea",
    name: part,
    label: t(`part.${kind}.${part}`),
    hint: t(`hint.${kind}.${part}`),
    rows: 8,
  }));
  return [
    { kind: "text", name: "title", label: t("field.title"), width: "full", maxLength: 200 },
    ...parts,
    {
      kind: "text",
      name: "ownerRole",
      label: t("field.ownerRole"),
      hint: t("field.ownerRoleHint"),
      width: "long",
    },
    { kind: "date", name: "approvedOn", label: t("field.approvedOn"), hint: t("field.approvedOnHint") },
    { kind: "date", name: "reviewOn", label: t("field.reviewOn"), hint: t("field.reviewOnHint") },
  ];
}

/** What the fields hold at first: the newest review's words, to be looked at again; the days are new each time. */
export function reviewInitial({ record, reviews }: Assessment): Record<string, string> {
  const { balance } = record;
  const short =
    balance === undefined
      ? {}
      : { purpose: balance.purpose, necessity: balance.necessity, balance: balance.balancing };
  return { title: record.title, ownerRole: record.ownerRole, ...(reviews[0]?.content ?? short) };
}
