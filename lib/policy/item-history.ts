// Since when each part of a policy says what it says: found by comparing the versions, not remembered beside them.
import type { PolicyDocument } from "./document";

export type NumberedDocument = { readonly number: number; readonly document: PolicyDocument };

/** The lists of a document whose items have a key. */
export const keyedLists = ["purposes", "fields", "retentionRules", "recipients", "accountability"] as const;

const singles = ["organisation", "membership", "panel", "promises", "regulator", "contactBudget"] as const;

/** The same whatever the order of keys. */
function written(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

function partsOf(document: PolicyDocument): ReadonlyMap<string, string> {
  const listed = keyedLists.flatMap((list) =>
    document[list].map((item) => [`${list}.${item.key}`, written(item)] as const),
  );
  return new Map([...listed, ...singles.map((part) => [part, written(document[part])] as const)]);
}

/**
 * For each part ("purposes.research", "membership") the numbers of the versions that brought or changed it, oldest first.
 * The last is since when it says what it says now. `versions`: oldest first.
 */
export function itemHistory(versions: readonly NumberedDocument[]): ReadonlyMap<string, readonly number[]> {
  const changed = new Map<string, readonly number[]>();
  let before: ReadonlyMap<string, string> = new Map();
  for (const { number, document } of versions) {
    const parts = partsOf(document);
    for (const [path, text] of parts) {
      if (before.get(path) !== text) changed.set(path, [...(changed.get(path) ?? []), number]);
    }
    before = parts;
  }
  return changed;
}
