import type { FieldSpec, Option } from "@/components/form/field-spec";
import { debates, type SettablePoint } from "@/lib/policy/debated";
import { languageOf } from "@/lib/policy/languages";
import { renderNotice } from "@/lib/policy/notice";
import { requiredElements } from "@/lib/policy/notice-elements";
import { channels } from "@/lib/policy/vocabulary";
import type { PolicyDocument } from "@/lib/policy/document";
import type { ListOfDocument, PartInput } from "@/lib/schemas/policy-part-inputs";
import { hasShortName, partOf, type PartName } from "@/lib/schemas/policy-parts-form";
import { sectionNames } from "@/lib/schemas/policy-sections-input";
import { sectionFields } from "../../notices/_components/section-fields";
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
  art10Condition: "art10Condition",
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
  withoutConsent: "withoutConsent",
  "routes.joining": "route",
  "routes.withdrawing": "route",
  "representatives.kinds": "authority",
  format: "format",
};

function wordOf(words: PolicyWords, name: string, value: string): string {
  if (name === "transfer") return words.transfer(value);
  if (name === "language") return languageOf(value).english;
  if (name === "point") return debates[value as SettablePoint].question;
  const kind = lawful[name];
  return kind === undefined ? words.own(ours[name] ?? name, value) : words.law(kind, value);
}

function optionsOf(words: PolicyWords, name: string, values: readonly string[]): Option[] {
  return values.map((value) => ({ value, label: wordOf(words, name, value) }));
}

/** The options with what each of them means: for a debated point, both readings and where the debate is. */
function explained(words: PolicyWords, options: Option[]): Option[] {
  return options.map((option) => {
    const { safe, other, source } = debates[option.value as SettablePoint];
    return { ...option, hint: words.t("item.debate", { safe, other, source }) };
  });
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

/** A heading and words for each part of the notice that this draft makes. */
async function sections({ document }: Form, name: string): Promise<FieldSpec[]> {
  return sectionFields({
    sections: renderNotice(document),
    required: new Set(requiredElements(document, null).map(({ id }) => id)),
    inputsOf: (id) => ({ part: id, ...sectionNames(name, id) }),
  });
}

function fieldOf(form: Form, input: Exclude<PartInput, { as: "sections" }>): FieldSpec {
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
      const options = optionsOf(words, name, values);
      return input.explained === true
        ? { kind: "radios", ...shared, options: explained(words, options) }
        : { kind: "select", ...shared, options, emptyLabel };
    }
    case "choices":
      return { kind: "checkboxes", ...shared, options: optionsOf(words, name, input.of) };
    case "key":
      return { kind: "select", ...shared, options: keysOf(document, input.from), emptyLabel };
    case "keys":
      return { kind: "checkboxes", ...shared, options: keysOf(document, input.from) };
  }
}

/** The fields of an item's form. The short name of an item that exists is what records name, so it is not asked again. */
export async function itemFields(form: Form, isNew: boolean): Promise<FieldSpec[]> {
  const asked = partOf(form.part).inputs.filter(
    ({ name }) => isNew || name !== "key" || !hasShortName(form.part),
  );
  const fields = await Promise.all(
    asked.map(async (input) =>
      input.as === "sections" ? sections(form, input.name) : [fieldOf(form, input)],
    ),
  );
  return fields.flat();
}
