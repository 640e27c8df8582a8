import { DataTable } from "@/components/content/data-table";
import type { Field, PolicyDocument } from "@/lib/policy/document";
import { RegisterSection, type RegisterContext } from "./register-item";

const columns = ["category", "required", "purposes", "source", "readableBy", "kept"] as const;

/** What makes a field sensitive, and on which condition it is held. */
function conditionOf(field: Field, { words }: RegisterContext) {
  const { specialCategory, art9Condition, art10Condition } = field;
  const parts = [
    specialCategory === undefined ? "" : words.own("specialCategory", specialCategory),
    art9Condition === undefined ? "" : words.law("art9Condition", art9Condition),
    art10Condition === undefined ? "" : words.law("art10Condition", art10Condition),
  ].filter((part) => part !== "");
  return parts.length === 0 ? null : <span className="block text-small text-muted">{parts.join(": ")}</span>;
}

function cellsOf(document: PolicyDocument, field: Field, context: RegisterContext) {
  const { words } = context;
  const named = (keys: readonly string[]) =>
    keys.map((key) => document.purposes.find((purpose) => purpose.key === key)?.name ?? key).join("; ");
  const rule = document.retentionRules.find(({ key }) => key === field.retentionRuleKey);
  return {
    label: (
      <span id={`fields.${field.key}`}>
        {field.label}
        {conditionOf(field, context)}
      </span>
    ),
    category: words.own("category", field.category),
    required: words.yesNo(field.required),
    purposes: named(field.purposes),
    source: words.own("source", field.source),
    readableBy: field.readableBy.map((role) => words.own("staffRole", role)).join(", "),
    kept: <a href={`#retentionRules.${field.retentionRuleKey}`}>{rule?.what ?? field.retentionRuleKey}</a>,
  };
}

/** What is held, one line each. */
export function RegisterFields({
  document,
  context,
}: {
  document: PolicyDocument;
  context: RegisterContext;
}) {
  const { words } = context;
  return (
    <RegisterSection id="fields" words={words}>
      <DataTable
        caption={words.t("section.fields")}
        hideCaption
        columns={[
          { key: "label", label: words.t("section.fields") },
          ...columns.map((key) => ({ key, label: words.t(`label.${key}`) })),
        ]}
        rows={document.fields.map((field) => ({ key: field.key, cells: cellsOf(document, field, context) }))}
      />
    </RegisterSection>
  );
}
