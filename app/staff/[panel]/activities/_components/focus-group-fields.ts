import { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/form/field-spec";

/** What may be shown again of a focus group's form after an error. */
export const typedDetails = [
  "title",
  "summary",
  "date-*",
  "startsAt",
  "endsAt",
  "place",
  "joinLink",
  "capacity",
  "adjustmentsAsked",
] as const;

/** A focus group's details. `purpose` is asked only of a new one, after what it is about. */
export async function focusGroupFields(purpose: readonly FieldSpec[] = []): Promise<FieldSpec[]> {
  const t = await getTranslations("staff.newActivity");
  const fields: FieldSpec[] = [
    { kind: "text", name: "title", label: t("name"), hint: t("nameHint"), maxLength: 120 },
    {
      kind: "textarea",
      name: "summary",
      label: t("summary"),
      hint: t("summaryHint"),
      rows: 5,
      maxLength: 1500,
    },
    ...purpose,
    { kind: "date", name: "date", label: t("date"), hint: t("dateHint") },
    { kind: "time", name: "startsAt", label: t("startsAt"), hint: t("timeHint") },
    { kind: "time", name: "endsAt", label: t("endsAt") },
    { kind: "text", name: "place", label: t("place"), hint: t("placeHint"), optional: true },
    { kind: "text", name: "joinLink", label: t("joinLink"), hint: t("joinLinkHint"), optional: true },
    { kind: "number", name: "capacity", label: t("capacity"), hint: t("capacityHint"), suffix: t("people") },
    {
      kind: "text",
      name: "adjustmentsAsked",
      label: t("adjustmentsAsked"),
      hint: t("adjustmentsHint"),
      maxLength: 300,
    },
  ];
  return fields;
}
