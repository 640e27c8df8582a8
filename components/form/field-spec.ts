import type { ReactNode } from "react";

/** Every word here was translated on the server: the form itself knows no language. */
type Described = {
  /** The name posted, and the key of this field's errors in `FormState.fields`. */
  name: string;
  label: string;
  hint?: ReactNode;
  /** Adds "(optional)" to the label. Required fields carry no marker. */
  optional?: boolean | undefined;
  /** On a page that asks one thing, the label is the page's h1. */
  asHeading?: boolean | undefined;
};

export type TextSpec = Described & {
  kind: "text" | "email" | "tel" | "postcode" | "number" | "time";
  autoComplete?: string | undefined;
  inputMode?: "text" | "numeric" | "decimal" | "email" | "tel" | undefined;
  /** The width tells how long an answer is expected to be. */
  width?: "short" | "medium" | "long" | "full" | undefined;
  maxLength?: number | undefined;
  suffix?: string | undefined;
};

export type TextareaSpec = Described & {
  kind: "textarea";
  rows?: number | undefined;
  maxLength?: number | undefined;
};

/** Posts `name-day`, `name-month`, `name-year`; errors are keyed by `name`. */
export type DateSpec = Described & { kind: "date"; birthday?: boolean | undefined };

export type Option = { value: string; label: string; hint?: ReactNode };

export type SelectSpec = Described & { kind: "select"; options: Option[]; emptyLabel?: string | undefined };

export type RadiosSpec = Described & {
  kind: "radios";
  options: Option[];
  inline?: boolean | undefined;
  /** Puts the word "or" before the last option ("Prefer not to say"). */
  orLast?: boolean | undefined;
};

export type CheckboxesSpec = Described & {
  kind: "checkboxes";
  options: Option[];
  orLast?: boolean | undefined;
};

/** Posts `on` when ticked. */
export type SingleCheckboxSpec = Described & { kind: "singleCheckbox" };

export type ScaleSpec = Described & {
  kind: "scale";
  min: number;
  max: number;
  minLabel: string;
  maxLabel: string;
};

/** One decision: yes and no of the same size, or a box that starts empty. */
export type MatrixChoice = {
  name: string;
  /** What is decided, e.g. "By e-mail". */
  label: string;
  input: { type: "radios"; options: Option[] } | { type: "checkbox"; value: string; label: string };
};

/** One purpose with its decisions, one per channel. Nothing is ticked beforehand unless it was decided before. */
export type MatrixGroup = {
  id: string;
  title: string;
  description?: ReactNode;
  choices: MatrixChoice[];
  footer?: ReactNode;
};

export type ChoiceMatrixSpec = { kind: "choiceMatrix"; groups: MatrixGroup[] };

export type FieldsetSpec = {
  kind: "fieldset";
  id: string;
  legend: string;
  hint?: ReactNode;
  asHeading?: boolean | undefined;
  fields: FieldSpec[];
};

export type ContentSpec = { kind: "content"; id: string; content: ReactNode };

export type HiddenSpec = { kind: "hidden"; name: string; value: string };

export type FieldSpec =
  | TextSpec
  | TextareaSpec
  | DateSpec
  | SelectSpec
  | RadiosSpec
  | CheckboxesSpec
  | SingleCheckboxSpec
  | ScaleSpec
  | ChoiceMatrixSpec
  | FieldsetSpec
  | ContentSpec
  | HiddenSpec;

/** The form's own words, fetched by the server component `Form`. */
export type FormWords = {
  errorTitle: string;
  errorPrefix: string;
  errorLabel: string;
  optional: string;
  day: string;
  month: string;
  year: string;
  or: string;
  sending: string;
  charactersLeft: string;
};

/** What every field needs from the form around it. */
export type FieldContext = {
  values: Record<string, string | string[]>;
  errors: Record<string, string[]>;
  words: FormWords;
  /** Keeps ids apart when a page has two forms. Empty for the only form. */
  idPrefix: string;
};
