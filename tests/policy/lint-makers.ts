import { expect, test } from "vitest";
import type { AccountabilityRecord, Field, PolicyDocument, Purpose, Recipient } from "@/lib/policy/document";
import { isPublishable, lintPolicy } from "@/lib/policy/lint";
import type { CivilDate } from "@/lib/policy/vocabulary";

// A preset with one thing broken, and what the linter must say about it.

/** What is wrong, the document, the rule and the place that the linter must name, and the day it is asked about. */
export type Broken = readonly [
  what: string,
  document: PolicyDocument,
  rule: string,
  path: string,
  on?: CivilDate,
];

export function edited<T extends { readonly key: string }>(
  items: readonly T[],
  key: string,
  changes: Partial<T>,
): readonly T[] {
  if (!items.some((one) => one.key === key)) throw new Error(`no ${key}`);
  return items.map((one) => (one.key === key ? { ...one, ...changes } : one));
}

export function purpose(document: PolicyDocument, key: string, changes: Partial<Purpose>): PolicyDocument {
  return { ...document, purposes: edited(document.purposes, key, changes) };
}

export function field(document: PolicyDocument, key: string, changes: Partial<Field>): PolicyDocument {
  return { ...document, fields: edited(document.fields, key, changes) };
}

export function recipient(
  document: PolicyDocument,
  key: string,
  changes: Partial<Recipient>,
): PolicyDocument {
  return { ...document, recipients: edited(document.recipients, key, changes) };
}

export function record(
  document: PolicyDocument,
  key: string,
  changes: Partial<AccountabilityRecord>,
): PolicyDocument {
  return { ...document, accountability: edited(document.accountability, key, changes) };
}

export function membership(
  document: PolicyDocument,
  changes: Partial<PolicyDocument["membership"]>,
): PolicyDocument {
  return { ...document, membership: { ...document.membership, ...changes } };
}

export function promising(document: PolicyDocument, promise: string): PolicyDocument {
  return { ...document, promises: [...document.promises, promise] };
}

export function without<T extends object, K extends keyof T>(thing: T, ...keys: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(thing).filter(([key]) => !keys.includes(key as K))) as Omit<T, K>;
}

export function purposeWithout(
  document: PolicyDocument,
  key: string,
  ...parts: (keyof Purpose)[]
): PolicyDocument {
  return {
    ...document,
    purposes: document.purposes.map((one) => (one.key === key ? (without(one, ...parts) as Purpose) : one)),
  };
}

/** Each broken document is refused by its rule at its place. */
export function refuses(cases: readonly Broken[]): void {
  const named = cases.map(([what, document, rule, path, on]) => ({
    what,
    document,
    rule,
    path,
    on: on ?? null,
  }));
  test.each(named)("$what", ({ document, rule, path, on }) => {
    expect(lintPolicy(document, on)).toContainEqual(
      expect.objectContaining({ rule, path, severity: "refuse" }),
    );
    expect(isPublishable(document, on)).toBe(false);
  });
}
