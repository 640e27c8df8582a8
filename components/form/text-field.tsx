"use client";
import { useState } from "react";
import { LabelFrame, describedBy, fieldId, valueOf } from "./field-frame";
import type { FieldContext, TextSpec, TextareaSpec } from "./field-spec";

const inputType = {
  text: "text",
  email: "email",
  tel: "tel",
  postcode: "text",
  number: "text",
  time: "time",
} as const;
const keyboard = {
  text: undefined,
  email: "email",
  tel: "tel",
  postcode: undefined,
  number: "numeric",
  time: undefined,
} as const;
const completion = {
  text: undefined,
  email: "email",
  tel: "tel",
  postcode: "postal-code",
  number: undefined,
  time: undefined,
};
const usualWidth = {
  text: "full",
  email: "full",
  tel: "medium",
  postcode: "short",
  number: "short",
  time: "short",
} as const;

/** Text, e-mail, phone, postcode, number, time: one line. A number is a text input, because spin buttons lose answers. */
export function TextField({ spec, context }: { spec: TextSpec; context: FieldContext }) {
  const id = fieldId(context, spec.name);
  const errors = context.errors[spec.name];
  return (
    <LabelFrame {...spec} id={id} context={context}>
      <div className="flex items-center gap-2">
        <input
          id={id}
          name={spec.name}
          type={inputType[spec.kind]}
          className="input"
          data-width={spec.width ?? usualWidth[spec.kind]}
          defaultValue={valueOf(context, spec.name)}
          autoComplete={spec.autoComplete ?? completion[spec.kind] ?? "off"}
          inputMode={spec.inputMode ?? keyboard[spec.kind]}
          maxLength={spec.maxLength}
          spellCheck={spec.kind === "text" ? undefined : false}
          aria-invalid={errors?.length ? true : undefined}
          aria-describedby={describedBy(id, spec.hint, errors)}
        />
        {spec.suffix ? <span className="text-muted">{spec.suffix}</span> : null}
      </div>
    </LabelFrame>
  );
}

/** Several lines. With JavaScript the room that is left is counted; the server has the last word on length. */
export function TextareaField({ spec, context }: { spec: TextareaSpec; context: FieldContext }) {
  const id = fieldId(context, spec.name);
  const errors = context.errors[spec.name];
  const [length, setLength] = useState(valueOf(context, spec.name).length);
  const left = spec.maxLength === undefined ? undefined : spec.maxLength - length;
  return (
    <LabelFrame {...spec} id={id} context={context}>
      <textarea
        id={id}
        name={spec.name}
        className="input"
        rows={spec.rows ?? 5}
        defaultValue={valueOf(context, spec.name)}
        onChange={(change) => setLength(change.target.value.length)}
        aria-invalid={errors?.length ? true : undefined}
        aria-describedby={
          [describedBy(id, spec.hint, errors), left === undefined ? "" : `${id}-left`]
            .filter(Boolean)
            .join(" ") || undefined
        }
      />
      {left === undefined ? null : (
        <p id={`${id}-left`} className="field-hint mt-1" data-over={left < 0 ? "" : undefined}>
          {context.words.charactersLeft.replace("{count}", String(left))}
        </p>
      )}
    </LabelFrame>
  );
}
