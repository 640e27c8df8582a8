import { z } from "zod";
import type { PolicyDocument } from "@/lib/policy/document";
import { channels } from "@/lib/policy/vocabulary";
import { gatherDate } from "./activity-date";
import { partNamed, partOf, policyParts, type PartInput, type PartName } from "./policy-parts-form";
import { answerOf, answerText } from "./policy-answer-input";

// From a posted form to an item of a policy document, and back into a form. Whether the item is right is asked of the
// document's own schema (policy-edit.ts).

type Typed = string | readonly string[];
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
    return { part, item, revision, typed: typed as Readonly<Record<string, Typed>> };
  });

export type PolicyItemForm = z.output<typeof policyItemSchema>;

/** The names under which an input posts. */
function namesOf({ name, as }: PartInput): readonly string[] {
  if (as === "day") return [`${name}-day`, `${name}-month`, `${name}-year`];
  if (as === "perChannel") return channels.map((channel) => `${name}.${channel}`);
  if (as === "answer") return [`${name}.type`, `${name}.options`];
  return [name];
}

/** Every name that the form of a part may post. */
export function inputNames(part: PartName): readonly string[] {
  return partOf(part).inputs.flatMap(namesOf);
}

const lists = ["choices", "keys"] as const;

/** The names that may come more than once, over all parts. */
export const listNames: readonly string[] = [
  ...new Set(
    (["purposes", "fields"] as const).flatMap((part) =>
      partOf(part).inputs.flatMap(({ name, as }) => (lists.some((one) => one === as) ? [name] : [])),
    ),
  ),
];

function text(typed: Typed | undefined): string {
  return (typeof typed === "string" ? typed : (typed?.[0] ?? "")).normalize("NFC").trim();
}

/** The lines of a text, without empty ones. */
function linesOf(typed: Typed | undefined): readonly string[] {
  return text(typed)
    .split(/\r?\n/u)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

function chosen(typed: Typed | undefined): readonly string[] {
  return (typeof typed === "string" ? [typed] : (typed ?? [])).filter((each) => each !== "");
}

function dayIn(name: string, typed: Readonly<Record<string, Typed>>): string {
  const gathered = gatherDate(name, typed) as Readonly<Record<string, unknown>>;
  const value = gathered[name];
  return typeof value === "string" ? value : "";
}

function perChannel(name: string, typed: Readonly<Record<string, Typed>>): Json {
  const asked = channels.map((channel) => [channel, text(typed[`${name}.${channel}`])] as const);
  return Object.fromEntries(asked.filter(([, question]) => question !== ""));
}

/** What an input says; undefined when nothing was typed. */
function valueOf(input: PartInput, typed: Readonly<Record<string, Typed>>, before: unknown): unknown {
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
      return chosen(own);
    case "number":
      return text(own) === "" ? undefined : Number(text(own));
    case "day":
      return dayIn(input.name, typed);
    case "tick":
      return text(own) === "on";
    case "yesNo":
      return text(own) === "" ? undefined : text(own) === "yes";
    case "perChannel":
      return perChannel(input.name, typed);
    case "answer":
      return answerOf(text(typed[`${input.name}.type`]), linesOf(typed[`${input.name}.options`]), before);
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
function withValue(item: Json, path: readonly string[], value: unknown): Json {
  const [first = "", ...rest] = path;
  const inner = rest.length === 0 ? value : withValue((item[first] ?? {}) as Json, rest, value);
  const { [first]: _gone, ...others } = item;
  return inner === undefined || (rest.length > 0 && isEmpty(inner)) ? others : { ...others, [first]: inner };
}

/** The item that a form describes: what it does not ask about stays as it was `before`. */
export function itemFromForm(part: PartName, typed: Readonly<Record<string, Typed>>, before: Json): Json {
  return partOf(part).inputs.reduce<Json>((item, input) => {
    const value = valueOf(input, typed, valueAt(before, input.name));
    const left = input.optional === true && isEmpty(value) ? undefined : value;
    return withValue(item, input.name.split("."), left);
  }, before);
}

function dayParts(name: string, value: unknown): Record<string, string> {
  const [year = "", month = "", date = ""] = typeof value === "string" ? value.split("-") : [];
  return {
    [`${name}-day`]: String(Number(date) || ""),
    [`${name}-month`]: String(Number(month) || ""),
    [`${name}-year`]: year,
  };
}

function filled(input: PartInput, value: unknown): Record<string, string | string[]> {
  const { name } = input;
  switch (input.as) {
    case "day":
      return dayParts(name, value);
    case "perChannel":
      return Object.fromEntries(
        channels.map((channel) => [`${name}.${channel}`, text(valueAt(value, channel) as Typed | undefined)]),
      );
    case "answer":
      return answerText(name, value);
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
  const { path, idName } = partOf(part);
  const found = path.reduce<unknown>((here, step) => (here as Json | undefined)?.[step], document);
  if (idName === undefined) return [{ id: "", item: (found ?? {}) as Json }];
  return ((found ?? []) as readonly Json[]).map((item) => ({ id: plain(item[idName]), item }));
}

/** Every name that any item's form may post: what may be shown back after an error. */
export const inputNamesOfAll: readonly string[] = [
  ...new Set((Object.keys(policyParts) as PartName[]).flatMap(inputNames)),
];
