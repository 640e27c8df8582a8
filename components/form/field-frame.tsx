import type { ReactNode } from "react";
import type { FieldContext } from "./field-spec";

/** The id a field is reached by from the error summary. */
export function fieldId(context: FieldContext, name: string): string {
  return `${context.idPrefix}${name}`;
}

/** The ids of hint and error, for `aria-describedby`; undefined when there is neither. */
export function describedBy(id: string, hint: ReactNode, errors: string[] | undefined): string | undefined {
  const ids = [hint ? `${id}-hint` : "", errors?.length ? `${id}-error` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** One value of a field, or the empty string. */
export function valueOf(context: FieldContext, name: string): string {
  const value = context.values[name];
  return typeof value === "string" ? value : (value?.[0] ?? "");
}

/** Every value of a field that may be given more than once. */
export function valuesOf(context: FieldContext, name: string): string[] {
  const value = context.values[name];
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}

export function Optional({ show, words }: { show: boolean | undefined; words: FieldContext["words"] }) {
  return show ? <span className="font-normal text-muted"> ({words.optional})</span> : null;
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <div id={`${id}-hint`} className="field-hint">
      {children}
    </div>
  ) : null;
}

export function FieldError({
  id,
  errors,
  label,
}: {
  id: string;
  errors: string[] | undefined;
  label: string;
}) {
  return errors?.length ? (
    <p id={`${id}-error`} className="field-error">
      <span className="sr-only">{label} </span>
      {errors.join(" ")}
    </p>
  ) : null;
}

type FrameProps = {
  context: FieldContext;
  id: string;
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean | undefined;
  asHeading?: boolean | undefined;
  children: ReactNode;
};

/** Label, hint, error and one input, in the order a screen reader should meet them. */
export function LabelFrame({ context, id, name, label, hint, optional, asHeading, children }: FrameProps) {
  const errors = context.errors[name];
  const text = (
    <label htmlFor={id} className={asHeading ? undefined : "field-label"}>
      {label}
      <Optional show={optional} words={context.words} />
    </label>
  );
  return (
    <div className="field" data-invalid={errors?.length ? "" : undefined}>
      {asHeading ? <h1 className="page-title">{text}</h1> : text}
      <Hint id={id}>{hint}</Hint>
      <FieldError id={id} errors={errors} label={context.words.errorLabel} />
      {children}
    </div>
  );
}

/** The same for a group of inputs: a fieldset whose legend is the question. */
export function GroupFrame({ context, id, name, label, hint, optional, asHeading, children }: FrameProps) {
  const errors = context.errors[name];
  return (
    <fieldset
      className="field"
      data-invalid={errors?.length ? "" : undefined}
      aria-describedby={describedBy(id, hint, errors)}
    >
      <legend className={asHeading ? undefined : "field-label"}>
        {asHeading ? <h1 className="page-title">{label}</h1> : label}
        <Optional show={optional} words={context.words} />
      </legend>
      <Hint id={id}>{hint}</Hint>
      <FieldError id={id} errors={errors} label={context.words.errorLabel} />
      {children}
    </fieldset>
  );
}
