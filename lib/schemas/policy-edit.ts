import type { PolicyDocument } from "@/lib/policy/document";
import { problemsOf } from "./problems";
import { policyDocumentSchema } from "./policy-document";
import { idOf, inputNames, itemsOf, withValue } from "./policy-item-form";
import { partOf, type PartName } from "./policy-parts-form";

// One change of a policy document, checked by the schema of the whole: all of it is right afterwards, or nothing is kept.

type Json = Record<string, unknown>;

/** What stands in the way: input name → sentences. The name is the input's, or "" for what belongs to none. */
export type EditProblems = Readonly<Record<string, readonly string[]>>;

export type Edited =
  | { readonly ok: true; readonly document: PolicyDocument; readonly id: string }
  | { readonly ok: false; readonly problems: EditProblems };

/** The steps of a path, where things in a list that have an id are named by it: "sections", "how-long", "heading". */
function steps(document: Json, path: readonly PropertyKey[]): readonly string[] {
  let here: unknown = document;
  return path.map((step) => {
    here = (here as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[step];
    const { id } = (here ?? {}) as { readonly id?: unknown };
    return typeof id === "string" ? id : String(step);
  });
}

/** The input that an issue of the schema is about: the longest name that its path begins with. */
function inputAt(names: readonly string[], path: readonly string[]): string {
  const dotted = path.join(".");
  const own = (name: string) => name.replace(/-(?:day|month|year)$/u, "");
  const fits = names
    .map((name) => own(name))
    .filter((name) => dotted === name || dotted.startsWith(`${name}.`) || name.startsWith(`${dotted}.`));
  return fits.toSorted((one, other) => other.length - one.length)[0] ?? "";
}

function checked(candidate: Json, part: PartName, at: number | null, id: string): Edited {
  const parsed = policyDocumentSchema.safeParse(candidate);
  if (parsed.success) return { ok: true, document: parsed.data, id };
  const { path } = partOf(part);
  const depth = path.length + (at === null ? 0 : 1);
  const names = inputNames(part);
  const sentences = problemsOf(parsed.error, candidate);
  const problems: Record<string, string[]> = {};
  for (const [place, issue] of parsed.error.issues.entries()) {
    const name = inputAt(names, steps(candidate, issue.path).slice(depth));
    const sentence = sentences[place]?.sentence ?? issue.message;
    problems[name] = [...new Set([...(problems[name] ?? []), sentence])];
  }
  return { ok: false, problems };
}

const taken = "Something else in this policy is named so already. Choose another.";

/**
 * The document with one item added or changed. `id`: the item's key as it is now; "" adds one. Keys are what records
 * name, so they are chosen once: a changed item keeps its own.
 */
export function withItem(document: PolicyDocument, part: PartName, id: string, item: Json): Edited {
  const { path, namedBy } = partOf(part);
  if (namedBy === undefined) return checked(withValue(document, path, item), part, null, "");
  const items = itemsOf(document, part);
  const at = id === "" ? items.length : items.findIndex((each) => each.id === id);
  const newId = idOf(part, item);
  if (items.some((each, place) => place !== at && each.id === newId)) {
    return { ok: false, problems: { [namedBy.at(-1) ?? ""]: [taken] } };
  }
  const next = items.map(({ item: each }) => each).toSpliced(at, id === "" ? 0 : 1, item);
  return checked(withValue(document, path, next), part, at, newId);
}

/** The document without one item, or why it cannot be spared: another part names it, or it is the last of its kind. */
export function withoutItem(document: PolicyDocument, part: PartName, id: string): Edited {
  const rest = itemsOf(document, part).filter((each) => each.id !== id);
  const { path, optional } = partOf(part);
  const next = rest.map(({ item }) => item);
  const value = next.length === 0 && optional === true ? undefined : next;
  return checked(withValue(document, path, value), part, null, id);
}
