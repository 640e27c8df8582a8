import {
  FieldError,
  GroupFrame,
  Hint,
  LabelFrame,
  Optional,
  describedBy,
  fieldId,
  valueOf,
  valuesOf,
} from "./field-frame";
import type {
  CheckboxesSpec,
  FieldContext,
  Option,
  RadiosSpec,
  ScaleSpec,
  SelectSpec,
  SingleCheckboxSpec,
} from "./field-spec";

type ChoiceProps = {
  id: string;
  type: "radio" | "checkbox";
  name: string;
  option: Option;
  checked: boolean;
};

/** One tick or dot with its label; the whole row is the target, never smaller than 44 px. */
export function Choice({ id, type, name, option, checked }: ChoiceProps) {
  return (
    <div className="choice">
      <input
        id={id}
        type={type}
        name={name}
        value={option.value}
        defaultChecked={checked}
        aria-describedby={option.hint ? `${id}-hint` : undefined}
      />
      <label htmlFor={id}>{option.label}</label>
      {option.hint ? (
        <div id={`${id}-hint`} className="choice-hint">
          {option.hint}
        </div>
      ) : null}
    </div>
  );
}

/** Radios (one answer) or checkboxes (any number). The first input carries the field's own id, for the error summary. */
export function ChoicesField({
  spec,
  context,
}: {
  spec: RadiosSpec | CheckboxesSpec;
  context: FieldContext;
}) {
  const id = fieldId(context, spec.name);
  const chosen = valuesOf(context, spec.name);
  return (
    <GroupFrame {...spec} id={id} context={context}>
      <div className="choices" data-inline={spec.kind === "radios" && spec.inline ? "" : undefined}>
        {spec.options.map((option, index) => (
          <div key={option.value} className="contents">
            {spec.orLast && index === spec.options.length - 1 ? (
              <p className="choice-or">{context.words.or}</p>
            ) : null}
            <Choice
              id={index === 0 ? id : `${id}-${index + 1}`}
              type={spec.kind === "radios" ? "radio" : "checkbox"}
              name={spec.name}
              option={option}
              checked={chosen.includes(option.value)}
            />
          </div>
        ))}
      </div>
    </GroupFrame>
  );
}

/** One box that stands for one statement. Never ticked beforehand. */
export function SingleCheckboxField({ spec, context }: { spec: SingleCheckboxSpec; context: FieldContext }) {
  const id = fieldId(context, spec.name);
  const errors = context.errors[spec.name];
  return (
    <div className="field" data-invalid={errors?.length ? "" : undefined}>
      <FieldError id={id} errors={errors} label={context.words.errorLabel} />
      <div className="choice">
        <input
          id={id}
          type="checkbox"
          name={spec.name}
          value="on"
          defaultChecked={valueOf(context, spec.name) === "on"}
          aria-invalid={errors?.length ? true : undefined}
          aria-describedby={describedBy(id, spec.hint, errors)}
        />
        <label htmlFor={id}>
          {spec.label}
          <Optional show={spec.optional} words={context.words} />
        </label>
        {spec.hint ? (
          <div className="choice-hint">
            <Hint id={id}>{spec.hint}</Hint>
          </div>
        ) : null}
      </div>
    </div>
  );
}

export function SelectField({ spec, context }: { spec: SelectSpec; context: FieldContext }) {
  const id = fieldId(context, spec.name);
  const errors = context.errors[spec.name];
  return (
    <LabelFrame {...spec} id={id} context={context}>
      <select
        id={id}
        name={spec.name}
        className="input select"
        defaultValue={valueOf(context, spec.name)}
        aria-invalid={errors?.length ? true : undefined}
        aria-describedby={describedBy(id, spec.hint, errors)}
      >
        {spec.emptyLabel === undefined ? null : <option value="">{spec.emptyLabel}</option>}
        {spec.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </LabelFrame>
  );
}

/** A row of numbered answers with words at both ends, e.g. 1 to 5 or 0 to 10. */
export function ScaleField({ spec, context }: { spec: ScaleSpec; context: FieldContext }) {
  const id = fieldId(context, spec.name);
  const steps = Array.from({ length: spec.max - spec.min + 1 }, (_, index) => String(spec.min + index));
  return (
    <GroupFrame {...spec} id={id} context={context}>
      <div className="scale" data-steps={steps.length > 7 ? "many" : "few"}>
        {steps.map((step, index) => (
          <label key={step} className="scale-step">
            <input
              id={index === 0 ? id : `${id}-${step}`}
              type="radio"
              name={spec.name}
              value={step}
              defaultChecked={valueOf(context, spec.name) === step}
            />
            <span>
              {step}
              {index === 0 ? <span className="sr-only"> {spec.minLabel}</span> : null}
              {index === steps.length - 1 ? <span className="sr-only"> {spec.maxLabel}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <div className="scale-ends" aria-hidden="true">
        <span>{`${spec.min} – ${spec.minLabel}`}</span>
        <span>{`${spec.max} – ${spec.maxLabel}`}</span>
      </div>
    </GroupFrame>
  );
}
