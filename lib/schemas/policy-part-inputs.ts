// How the inputs of a policy's forms are asked, and what becomes of each.

/** Where the choices of an input come from: the document's own lists, by key. */
export type ListOfDocument =
  "purposes" | "retentionRules" | "recipients" | "lia" | "appropriatePolicyDocument";

/** How an input is asked, and what becomes of it. An optional one that is left empty is left out of the document. */
export type PartInput = {
  /** The place within the item: "balance.purpose". Also the input's name. */
  readonly name: string;
  readonly optional?: true;
} & (
  | { readonly as: "line" | "words" | "lines" | "number" | "day" | "tick" | "yesNo" }
  /** One of a list; `none`: the value "none" stands for null; `explained`: each is said in full, all at once. */
  | { readonly as: "choice"; readonly of: readonly string[]; readonly none?: true; readonly explained?: true }
  | { readonly as: "choices"; readonly of: readonly string[] }
  | { readonly as: "key" | "keys"; readonly from: ListOfDocument }
  /** One line of words for each channel. */
  | { readonly as: "perChannel" }
  /** The kind of answer and, for a choice, its options, one a line. */
  | { readonly as: "answer" }
  /** A heading and words for each part of a notice. */
  | { readonly as: "sections" }
);

export type Part = {
  readonly inputs: readonly PartInput[];
  /** Where the part stands in the document. */
  readonly path: readonly string[];
  /** The part is a list of items, each named by what these inputs say; otherwise there is one. */
  readonly namedBy?: readonly string[];
  /** A list that not every policy has: it goes with its last item. */
  readonly optional?: true;
};

export const line = (name: string) => ({ name, as: "line" }) as const;
export const words = (name: string) => ({ name, as: "words" }) as const;
export const maybeLine = (name: string) => ({ name, as: "line", optional: true }) as const;
export const maybeWords = (name: string) => ({ name, as: "words", optional: true }) as const;
export const lines = (name: string) => ({ name, as: "lines" }) as const;
export const maybeLines = (name: string) => ({ name, as: "lines", optional: true }) as const;
export const number = (name: string) => ({ name, as: "number" }) as const;
export const day = (name: string) => ({ name, as: "day" }) as const;
export const maybeDay = (name: string) => ({ name, as: "day", optional: true }) as const;
export const tick = (name: string) => ({ name, as: "tick" }) as const;
export const choice = (name: string, of: readonly string[]) => ({ name, as: "choice", of }) as const;
export const maybeChoice = (name: string, of: readonly string[]) =>
  ({ name, as: "choice", of, optional: true }) as const;
export const choices = (name: string, of: readonly string[]) => ({ name, as: "choices", of }) as const;
export const maybeChoices = (name: string, of: readonly string[]) =>
  ({ name, as: "choices", of, optional: true }) as const;
