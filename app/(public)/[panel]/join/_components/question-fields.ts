import { getTranslations } from "next-intl/server";
import type { FieldSpec, Option } from "@/components/form/field-spec";
import type { Field, PolicyDocument } from "@/lib/policy/document";
import { agreeName, answerName, optionsOf, preferNotToSay, takesSeveral } from "@/lib/schemas/join-answers";

/** Up to this many plain answers are shown at once; more go into a list that opens. */
const mostRadios = 5;

function withWayOut(options: readonly Option[], label: string): Option[] {
  const offered = options.some(({ value }) => value === preferNotToSay);
  return offered ? [...options] : [...options, { value: preferNotToSay, label }];
}

async function questionField(document: PolicyDocument, field: Field): Promise<FieldSpec> {
  const t = await getTranslations("join.about");
  const options = [...optionsOf(document, field)];
  const shared = { name: answerName(field.key), label: field.label, hint: field.hint };
  if (field.input?.type === "text") {
    return field.category === "skills"
      ? { ...shared, kind: "textarea", rows: 4, maxLength: 500 }
      : { ...shared, kind: "text", maxLength: 500 };
  }
  if (takesSeveral(field))
    return { ...shared, kind: "checkboxes", hint: field.hint ?? t("several"), options };
  if (options.length > mostRadios && field.art9Condition === undefined)
    return { ...shared, kind: "select", options, emptyLabel: t("chooseOne") };
  return { ...shared, kind: "radios", options: withWayOut(options, t("preferNot")), orLast: true };
}

/** Plain optional questions. */
export function questionFields(document: PolicyDocument, fields: readonly Field[]): Promise<FieldSpec[]> {
  return Promise.all(fields.map((field) => questionField(document, field)));
}

/** Sensitive questions, each with the statement to affirm where the answer rests on explicit consent. */
export async function sensitiveFields(
  document: PolicyDocument,
  fields: readonly Field[],
): Promise<FieldSpec[]> {
  const t = await getTranslations("join.equality");
  const perField = await Promise.all(
    fields.map(async (field): Promise<FieldSpec[]> => {
      const question = await questionField(document, field);
      if (field.art9Condition !== "explicitConsent") return [question];
      const agree: FieldSpec = {
        kind: "singleCheckbox",
        name: agreeName(field.key),
        label: field.explicitConsent ?? "",
        hint: t("explicit"),
      };
      return [question, agree];
    }),
  );
  return perField.flat();
}
