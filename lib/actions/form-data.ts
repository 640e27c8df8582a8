import type { FormState } from "./form-state";

function matches(name: string, pattern: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** The posted fields as a plain object. Lists keep every value; React's own `$ACTION` fields are left out. */
export function readForm(form: FormData, lists: readonly string[]): Record<string, string | string[]> {
  const read: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const values = form.getAll(name).filter((value) => typeof value === "string");
    if (lists.some((pattern) => matches(name, pattern))) read[name] = values;
    else if (values[0] !== undefined) read[name] = values[0];
  }
  for (const name of lists) if (!name.endsWith("*")) read[name] ??= [];
  return read;
}

/** What may be shown back after an error: of what was posted the named fields only. A name ending in * stands for all that start so. */
export function valuesToKeep(posted: FormState["values"], keep: readonly string[]): FormState["values"] {
  const kept = Object.entries(posted).filter(([name]) => keep.some((pattern) => matches(name, pattern)));
  return Object.fromEntries(kept);
}
