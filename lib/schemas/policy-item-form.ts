import { z } from "zod";
import type { PolicyDocument } from "@/lib/policy/document";
import type { PartInput } from "./policy-part-inputs";
import { partNamed, partOf, policyParts, type PartName } from "./policy-parts-form";
import { isSeveral, several } from "./policy-several-inputs";
import { linesOf, text, type Typed, type TypedForm } from "./typed-form";

// From a posted form to an item of a policy document, and back into a form. Whether the item is right is asked of the
// document's own schema (policy-edit.ts).

type Json = Record<string, unknown>;

/** What the form of an item posts: the draft's revision, which item, and its inputs by their places. */
export const policyItemSchema = z
  .looseObject({
    part: z.string().transform((name, context) => {
      const part = partNamed(name);
      if (part === null) context.addIssue({ code: "custom", message: "form.unreadable" });
      return part ?? "general";
    }),
    /** Empty for a new item and for a part there is one of. */
    item: z.string().max(64).default(""),
    revision: z.coerce.number().int().positive(),
  })
  .transform(({ part, item, revision, ...typed }, context) => {
    const known = new Set(inputNames(part));
    for (const [name, value] of Object.entries(typed)) {
      // A list that the form does not have arrives empty.
      const absent = Array.isArray(value) && value.length === 0;
      if (!known.has(name) && !absent)
        context.addIssue({ code: "custom", message: "form.unreadable", path: [name] });
    }
    return { part, item, revision, typed: typed as TypedForm };
  });

export type PolicyItemForm = z.output<typeof policyItemSchema>;

/** The names under which an input posts. */
function namesOf({ name, as }: PartInput): readonly string[] {
  return isSeveral(as) ? several[as].names(name) : [name];
}

/** Every name that the form of a part may post. */
export function inputNames(part: PartName): readonly string[] {
  return partOf(part).inputs.flatMap(namesOf);
}

const allParts = Object.keys(policyParts) as PartName[];

/** The names that may come more than once, over all parts. */
export const listNames: readonly string[] = [
  ...new Set(
    allParts
      .flatMap((part) => partOf(part).inputs)
      .filter(({ as }) => as === "choices" || as === "keys")
      .map(({ name }) => name),
  ),
];

function chosen(typed: Typed | undefined): readonly string[] {
  return (typeof typed === "string" ? [typed] : (typed ?? [])).filter((each) => each !== "");
}

/** What is ticked, as it stood before: a page shows ticks in an order of its own, and that changes no policy. */
function inOrderOf(before: unknown, ticked: readonly string[]): readonly string[] {
  const stood = ((before ?? []) as readonly string[]).filter((each) => ticked.includes(each));
  return [...stood, ...ticked.filter((each) => !stood.includes(each))];
}

/** What an input says; undefined when nothing was typed. */
function valueOf(input: PartInput, typed: TypedForm, before: unknown): unknown {
  if (isSeveral(input.as)) return several[input.as].read(input.name, typed, before);
  const own = typed[input.name];
  switch (input.as) {
    case "line":
      return text(own).replaceAll(/\s+/gu, " ");
    case "words":
      return text(own).replaceAll("\r\n", "\n");
    case "key":
      return text(own);
    case "choice":
      return input.none === true && text(own) === "none" ? null : text(own);
    case "lines":
      return linesOf(own);
    case "choices":
    case "keys":
      return inOrderOf(before, chosen(own));
    case "number":
      return text(own) === "" ? undefined : Number(text(own));
    case "tick":
      return text(own) === "on" || (input.optional === true ? undefined : false);
    case "yesNo":
      return text(own) === "" ? undefined : text(own) === "yes";
  }
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === "") return true;
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** A simple value as text; "" for none and for what is no simple value. */
export function plain(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** The value at a place within an item: "balance.purpose". */
export function valueAt(item: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((here, step) => (here as Json | null | undefined)?.[step], item);
}

/** The item with another value at a place; undefined takes it out, and what is left empty with it. */
export function withValue(item: Json, path: readonly string[], value: unknown): Json {
  const [first, ...rest] = path;
  if (first === undefined) return value as Json;
  const inner = rest.length === 0 ? value : withValue((item[first] ?? {}) as Json, rest, value);
  const { [first]: _gone, ...others } = item;
  return inner === undefined || (rest.length > 0 && isEmpty(inner)) ? others : { ...others, [first]: inner };
}

/** The item that a form describes: what it does not ask about stays as it was `before`. */
export function itemFromForm(part: PartName, typed: TypedForm, before: Json): Json {
  return partOf(part).inputs.reduce<Json>((item, input) => {
    const value = valueOf(input, typed, valueAt(before, input.name));
    const left = input.optional === true && isEmpty(value) ? undefined : value;
    return withValue(item, input.name.split("."), left);
  }, before);
}

function filled(input: PartInput, value: unknown): Record<string, string | string[]> {
  const { name } = input;
  if (isSeveral(input.as)) return several[input.as].fill(name, value);
  switch (input.as) {
    case "tick":
      return value === true ? { [name]: "on" } : {};
    case "yesNo":
      return value === undefined ? {} : { [name]: value === true ? "yes" : "no" };
    case "lines":
      return { [name]: ((value ?? []) as string[]).join("\n") };
    case "choices":
    case "keys":
      return { [name]: [...((value ?? []) as string[])] };
    case "choice":
      return { [name]: value === null ? "none" : plain(value) };
    case "line":
    case "words":
    case "key":
    case "number":
      return { [name]: plain(value) };
  }
}

/** What the form of an item holds before anybody types. */
export function formFromItem(part: PartName, item: unknown): Record<string, string | string[]> {
  return Object.assign(
    {},
    ...partOf(part).inputs.map((input) => filled(input, valueAt(item, input.name))),
  ) as Record<string, string | string[]>;
}

/** The items of a part, with the keys they are addressed by; one without a key where the part is no list. */
export function itemsOf(
  document: PolicyDocument,
  part: PartName,
): readonly { readonly id: string; readonly item: Json }[] {
  const { path, namedBy } = partOf(part);
  const found = path.length === 0 ? document : valueAt(document, path.join("."));
  if (namedBy === undefined) return [{ id: "", item: (found ?? {}) as Json }];
  return ((found ?? []) as readonly Json[]).map((item) => ({ id: idOf(part, item), item }));
}

/** What an item is addressed by, as the linter and the diff write it: its key, its first day, "cy-easyRead". */
export function idOf(part: PartName, item: Json): string {
  const names = partOf(part).namedBy ?? [];
  return names.map((name) => plain(item[name])).join("-");
}

/** Every name that any item's form may post: what may be shown back after an error. */
export const inputNamesOfAll: readonly string[] = [...new Set(allParts.flatMap(inputNames))];
