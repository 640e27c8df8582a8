import type { FieldSpec } from "@/components/form/field-spec";
import type { Field, PolicyDocument } from "@/lib/policy/document";
import type { MemberView } from "@/lib/queries/member/get-member";
import { answerName, optionsOf, takesSeveral } from "@/lib/schemas/join-answers";

/** One of the panel's own questions as an input. */
export function aboutField(document: PolicyDocument, field: Field): FieldSpec {
  const asked = { name: answerName(field.key), label: field.label, hint: field.hint, optional: true };
  if (field.input?.type === "text") return { ...asked, kind: "textarea", rows: 3, maxLength: 500 };
  const options = optionsOf(document, field).map(({ value, label }) => ({ value, label }));
  return takesSeveral(field)
    ? { ...asked, kind: "checkboxes", options }
    : { ...asked, kind: "radios", options };
}

/** What a member answered to one of the panel's questions, wherever it is kept. */
export function aboutAnswer(member: MemberView, key: string): string | readonly string[] | null {
  switch (key) {
    case "area":
    case "tenure":
    case "ageBand":
    case "interests":
      return member[key];
    default:
      return member.attributes[key] ?? null;
  }
}
