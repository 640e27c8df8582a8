// A new detail, a new use of one, a sensitive one, or one that must now be given, is told before it begins (TR-3).
import type { Field, PolicyDocument } from "../document";
import { compared, material, minor, type ChangeKind, type Describe, type KeyedList } from "./change";
import { isLonger } from "./period-words";

function quoted({ label }: Field): string {
  return `"${label}"`;
}

const sourceWords: Readonly<Record<Field["source"], string>> = {
  resident: "the member",
  housingSystem: "housing records",
  observed: "watching what the member does",
  staff: "staff",
};

function told(kind: ChangeKind, words: (field: Field) => string): Describe<Field> {
  return (_before, after, path) => [
    material(path, kind, `${quoted(after)} ${words(after)}`, `${after.label}: this ${words(after)}.`),
  ];
}

function uses(document: PolicyDocument): Describe<Field> {
  const nameOf = (key: string) => document.purposes.find((purpose) => purpose.key === key)?.name ?? key;
  return (before, after, path) => {
    const { added, removed } = compared(before.purposes, after.purposes);
    return [
      ...added.map((key) =>
        material(
          path,
          "purpose",
          `uses ${quoted(after)} for "${nameOf(key)}" too`,
          `${after.label}: we now use this for "${nameOf(key)}" too.`,
        ),
      ),
      ...removed.map((key) => minor(path, "purpose", `no longer uses ${quoted(after)} for "${nameOf(key)}"`)),
    ];
  };
}

const required: Describe<Field> = (_before, after, path) =>
  after.required
    ? [
        material(
          path,
          "choice",
          `makes ${quoted(after)} something one must tell in order to join`,
          `${after.label}: to join, you now have to tell us this.`,
        ),
      ]
    : [minor(path, "choice", `leaves it to the member whether to tell ${quoted(after)}`)];

const readableBy: Describe<Field> = (before, after, path) => {
  const { added, removed } = compared(before.readableBy, after.readableBy);
  return [
    ...added.map((role) => minor(path, "accountability", `lets the role ${role} read ${quoted(after)}`)),
    ...removed.map((role) => minor(path, "accountability", `hides ${quoted(after)} from the role ${role}`)),
  ];
};

function keeping(before: PolicyDocument, after: PolicyDocument): Describe<Field> {
  const periodOf = (document: PolicyDocument, key: string) =>
    document.retentionRules.find((rule) => rule.key === key)?.period;
  return (was, is, path) => {
    const words = `keeps ${quoted(is)} under the rule "${is.retentionRuleKey}" instead of "${was.retentionRuleKey}"`;
    return isLonger(periodOf(before, was.retentionRuleKey), periodOf(after, is.retentionRuleKey))
      ? [material(path, "retention", words, `${is.label}: we keep this longer.`)]
      : [minor(path, "retention", words)];
  };
}

/** How fields are compared; purposes and periods are named from the documents. */
export function fieldList(before: PolicyDocument, after: PolicyDocument): KeyedList<Field> {
  return {
    place: "fields",
    label: quoted,
    added: (field, path) =>
      material(
        path,
        "category",
        `holds ${quoted(field)}${field.specialCategory === undefined ? "" : ", which is special category data"}${field.category === "criminalOffence" ? ", which is about offences" : ""}, from ${sourceWords[field.source]}`,
        `We now also hold this: ${field.label}.`,
      ),
    removed: (field, path) =>
      minor(path, "category", `no longer holds ${quoted(field)}`, `We no longer hold this: ${field.label}.`),
    changed: {
      purposes: uses(after),
      required,
      readableBy,
      retentionRuleKey: keeping(before, after),
      source: told("category", ({ source }) => `now comes from ${sourceWords[source]}`),
      specialCategory: told("category", ({ specialCategory }) =>
        specialCategory === undefined ? "no longer counts as sensitive" : "now counts as sensitive",
      ),
      art9Condition: told("basis", () => "now rests on another condition for sensitive details"),
      art10Condition: told("basis", () => "now rests on another condition for details about offences"),
    },
  };
}
