// A new detail, a new use of one, a sensitive one, or one that must now be given, is told before it begins (TR-3).
import type { Field, PolicyDocument } from "../document";
import { compared, material, minor, type ChangeKind, type Describe, type KeyedList } from "./change";
import { isLonger } from "./period-words";
import { roleWords } from "./words";

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

/** A purpose that ended has its name in the document before. */
function uses(before: PolicyDocument, after: PolicyDocument): Describe<Field> {
  const named = [...after.purposes, ...before.purposes];
  const nameOf = (key: string) => named.find((purpose) => purpose.key === key)?.name ?? key;
  return (was, is, path) => {
    const { added, removed } = compared(was.purposes, is.purposes);
    return [
      ...added.map((key) =>
        material(
          path,
          "purpose",
          `uses ${quoted(is)} for "${nameOf(key)}" too`,
          `${is.label}: we now use this for "${nameOf(key)}" too.`,
        ),
      ),
      ...removed.map((key) => minor(path, "purpose", `no longer uses ${quoted(is)} for "${nameOf(key)}"`)),
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
    ...added.map((role) => minor(path, "accountability", `lets ${roleWords[role]} read ${quoted(after)}`)),
    ...removed.map((role) => minor(path, "accountability", `hides ${quoted(after)} from ${roleWords[role]}`)),
  ];
};

function keeping(before: PolicyDocument, after: PolicyDocument): Describe<Field> {
  const ruleOf = (document: PolicyDocument, key: string) =>
    document.retentionRules.find((rule) => rule.key === key);
  return (was, is, path) => {
    const old = ruleOf(before, was.retentionRuleKey);
    const now = ruleOf(after, is.retentionRuleKey);
    const words = `keeps ${quoted(is)} under the rule for "${now?.what ?? is.retentionRuleKey}" instead of "${old?.what ?? was.retentionRuleKey}"`;
    return isLonger(old?.period, now?.period)
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
      purposes: uses(before, after),
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
