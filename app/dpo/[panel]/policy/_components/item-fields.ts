import type { FieldSpec, Option } from "@/components/form/field-spec";
import { channels } from "@/lib/policy/vocabulary";
import type { PolicyDocument } from "@/lib/policy/document";
import { partOf, type ListOfDocument, type PartInput, type PartName } from "@/lib/schemas/policy-parts-form";
import type { PolicyWords } from "./policy-words";

/** Where the words of a closed list are: the whole product's, or this register's own. */
const lawful: Readonly<Record<string, string>> = {
  lawfulBasis: "basisForStaff",
  "compatibility.collectedOn": "basisForStaff",
  channels: "channel",
  promisedConsent: "channel",
  activityKinds: "activityKind",
  messageKind: "kind",
  trigger: "retentionTrigger",
  action: "retentionAction",
  art9Condition: "art9Condition",
};
const ours: Readonly<Record<string, string>> = {
  softOptIn: "softOptIn",
  "annex1.condition": "annex1",
  readableBy: "staffRole",
  category: "category",
  specialCategory: "specialCategory",
  source: "source",
  role: "role",
  kind: "kind",
  status: "status",
  nation: "nation",
  "panel.joining": "joining",
  surveyLinks: "surveyLinks",
};

function wordOf(words: PolicyWords, name: string, value: string): string {
  if (name === "transfer") return words.transfer(value);
  const kind = lawful[name];
  return kind === undefined ? words.own(ours[name] ?? name, value) : words.law(kind, value);
}

function optionsOf(words: PolicyWords, name: string, values: readonly string[]): Option[] {
  return values.map((value) => ({ value, label: wordOf(words, name, value) }));
}

function keysOf(document: PolicyDocument, from: ListOfDocument): Option[] {
  switch (from) {
    case "purposes":
      return document.purposes.map(({ key, name }) => ({ value: key, label: name }));
    case "retentionRules":
      return document.retentionRules.map(({ key, what }) => ({ value: key, label: what }));
    case "recipients":
      return document.recipients.map(({ key, name }) => ({ value: key, label: name }));
    case "lia":
    case "appropriatePolicyDocument":
      return document.accountability
        .filter(({ kind }) => kind === from)
        .map(({ key, title }) => ({ value: key, label: title }));
  }
}

type Form = { readonly part: PartName; readonly document: PolicyDocument; readonly words: PolicyWords };

function said({ part, words }: Form, name: string) {
  const key = `form.${part}.${name.replaceAll(".", "_")}`;
  const hint = words.t.has(`${key}.hint`) ? words.t(`${key}.hint`) : undefined;
  return { label: words.t(`${key}.label`), ...(hint === undefined ? {} : { hint }) };
}

function fieldset(form: Form, name: string, fields: FieldSpec[]): FieldSpec {
  const { label, hint } = said(form, name);
  return { kind: "fieldset", id: name, legend: label, hint, fields };
}

function perChannel(form: Form, name: string): FieldSpec {
  const fields = channels.map((channel): FieldSpec => ({
    kind: "text",
    name: `${name}.${channel}`,
    label: form.words.law("channel", channel),
    optional: true,
  }));
  return fieldset(form, name, fields);
}

function answer(form: Form, name: string): FieldSpec {
  const { words } = form;
  const types = ["text", "choice", "choices"].map((value) => ({
    value,
    label: words.own("answerType", value),
  }));
  return fieldset(form, name, [
    {
      kind: "select",
      name: `${name}.type`,
      label: words.t("label.kind"),
      options: types,
      optional: true,
      emptyLabel: words.t("value.none"),
    },
    { kind: "textarea", name: `${name}.options`, ...said(form, `${name}.options`), optional: true },
  ]);
}

function fieldOf(form: Form, input: PartInput): FieldSpec {
  const { words, document } = form;
  const { name, optional } = input;
  if (input.as === "perChannel") return perChannel(form, name);
  if (input.as === "answer") return answer(form, name);
  const shared = { name, ...said(form, name), optional };
  const emptyLabel = words.t("value.none");
  switch (input.as) {
    case "line":
      return { kind: "text", ...shared };
    case "words":
      return { kind: "textarea", ...shared, rows: 3 };
    case "lines":
      return { kind: "textarea", ...shared, rows: 5 };
    case "number":
      return { kind: "number", ...shared };
    case "day":
      return { kind: "date", ...shared };
    case "tick":
      return { kind: "singleCheckbox", ...shared };
    case "yesNo":
      return {
        kind: "radios",
        ...shared,
        inline: true,
        options: [
          { value: "yes", label: words.yesNo(true) },
          { value: "no", label: words.yesNo(false) },
        ],
      };
    case "choice": {
      const values = input.none === true ? [...input.of, "none"] : input.of;
      return { kind: "select", ...shared, options: optionsOf(words, name, values), emptyLabel };
    }
    case "choices":
      return { kind: "checkboxes", ...shared, options: optionsOf(words, name, input.of) };
    case "key":
      return { kind: "select", ...shared, options: keysOf(document, input.from), emptyLabel };
    case "keys":
      return { kind: "checkboxes", ...shared, options: keysOf(document, input.from) };
  }
}

/**
 * The fields of an item's form. The short name of an item that exists is what records name, so it is not asked again; nor
 * is a regulator's or a quiet time's first day, which names it.
 */
export function itemFields(form: Form, isNew: boolean): FieldSpec[] {
  const { inputs, idName } = partOf(form.part);
  return inputs
    .filter(({ name }) => isNew || name !== idName || idName !== "key")
    .map((input) => fieldOf(form, input));
}
