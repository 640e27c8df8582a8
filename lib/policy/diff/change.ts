// One difference between two policy documents, in words, and whether members must be told before it happens
// (UK GDPR 13(3), 14(4); WP260; law.md TR-3).
import { partWords } from "./words";

export const changeKinds = [
  "purpose",
  "basis",
  "recipient",
  "transfer",
  "retention",
  "category",
  "choice",
  "controller",
  "setting",
  "accountability",
  "wording",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export type PolicyChange = {
  /** Where, as the linter writes it, such as "recipients.mailchimp". */
  readonly path: string;
  readonly kind: ChangeKind;
  /** Members are told, and shown the new notice, before it takes effect. A minor change is only published. */
  readonly material: boolean;
  /** For the data protection officer, such as "adds recipient Mailchimp, USA". */
  readonly sentence: string;
  /** For members, in the notice's "what changed"; null where it does not touch them. */
  readonly forMembers: string | null;
};

export function material(path: string, kind: ChangeKind, sentence: string, forMembers: string): PolicyChange {
  return { path, kind, material: true, sentence, forMembers };
}

export function minor(
  path: string,
  kind: ChangeKind,
  sentence: string,
  forMembers: string | null = null,
): PolicyChange {
  return { path, kind, material: false, sentence, forMembers };
}

/** Whether two plain values are the same, whatever the order of their keys. */
export function same(first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (typeof first !== "object" || typeof second !== "object" || first === null || second === null)
    return false;
  if (Array.isArray(first) !== Array.isArray(second)) return false;
  const one = first as Readonly<Record<string, unknown>>;
  const two = second as Readonly<Record<string, unknown>>;
  const keys = new Set([...Object.keys(one), ...Object.keys(two)]);
  return [...keys].every((key) => key in one === key in two && same(one[key], two[key]));
}

/** The properties in which two things differ, those of the first before those that are new. */
export function differing<T extends object>(before: T, after: T): readonly (keyof T & string)[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof T & string>;
  return [...keys].filter((key) => !same(before[key], after[key]));
}

export type Compared<T> = {
  readonly added: readonly T[];
  readonly removed: readonly T[];
};

/** What a list gained and lost; the order does not matter. */
export function compared<T>(before: readonly T[] | undefined, after: readonly T[] | undefined): Compared<T> {
  const has = (list: readonly T[] | undefined, item: T) => (list ?? []).some((one) => same(one, item));
  return {
    added: (after ?? []).filter((item) => !has(before, item)),
    removed: (before ?? []).filter((item) => !has(after, item)),
  };
}

/** How one property of a thing changed, in words. */
export type Describe<T> = (before: T, after: T, path: string) => readonly PolicyChange[];
export type Descriptions<T> = Readonly<Partial<Record<keyof T & string, Describe<T>>>>;

type Keyed = { readonly key: string };

/** How a list of keyed things is compared. */
export type KeyedList<T extends Keyed> = {
  readonly place: string;
  readonly label: (item: T) => string;
  readonly added: (item: T, path: string) => PolicyChange;
  readonly removed: (item: T, path: string) => PolicyChange;
  readonly changed: Descriptions<T>;
};

function otherwise<T extends Keyed>(list: KeyedList<T>, item: T, part: string, path: string): PolicyChange {
  return minor(path, "wording", `changes ${partWords(part)} of ${list.label(item)}`);
}

function changedItem<T extends Keyed>(list: KeyedList<T>, before: T, after: T): readonly PolicyChange[] {
  return differing(before, after).flatMap((part) => {
    const path = `${list.place}.${after.key}.${part}`;
    const described = list.changed[part]?.(before, after, path) ?? [];
    return described.length > 0 ? described : [otherwise(list, after, part, path)];
  });
}

/** Everything that changed in a list whose things are known by their key. */
export function keyedChanges<T extends Keyed>(
  list: KeyedList<T>,
  before: readonly T[],
  after: readonly T[],
): readonly PolicyChange[] {
  const old = new Map(before.map((item) => [item.key, item]));
  const now = new Map(after.map((item) => [item.key, item]));
  const kept = (items: readonly T[], others: ReadonlyMap<string, T>) =>
    items.map(({ key }) => key).filter((key) => others.has(key));
  return [
    ...after.flatMap((item) => {
      const was = old.get(item.key);
      return was === undefined
        ? [list.added(item, `${list.place}.${item.key}`)]
        : changedItem(list, was, item);
    }),
    ...before
      .filter(({ key }) => !now.has(key))
      .map((item) => list.removed(item, `${list.place}.${item.key}`)),
    ...(same(kept(before, now), kept(after, old))
      ? []
      : [minor(list.place, "wording", `puts ${partWords(list.place)} in another order`)]),
  ];
}
