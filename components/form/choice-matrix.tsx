import { Choice } from "./choice-fields";
import { FieldError, fieldId, valuesOf } from "./field-frame";
import type { ChoiceMatrixSpec, FieldContext, MatrixChoice, MatrixGroup } from "./field-spec";

/**
 * The consent question: each purpose apart, and within it each channel apart (UK GDPR recital 43, "separate consent").
 * Yes and no have the same size and the same distance, and neither is chosen beforehand (recital 32).
 */
export function ChoiceMatrixField({ spec, context }: { spec: ChoiceMatrixSpec; context: FieldContext }) {
  return spec.groups.map((group) => <PurposeGroup key={group.id} group={group} context={context} />);
}

function PurposeGroup({ group, context }: { group: MatrixGroup; context: FieldContext }) {
  const id = `${context.idPrefix}${group.id}`;
  return (
    <section id={id} className="purpose" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="purpose-title">
        {group.title}
      </h2>
      {group.description ? <div className="purpose-why">{group.description}</div> : null}
      <div className="purpose-choices">
        {group.choices.map((choice) => (
          <ChannelChoice key={choice.name} choice={choice} context={context} purposeTitle={group.title} />
        ))}
      </div>
      {group.footer}
    </section>
  );
}

type ChannelProps = { choice: MatrixChoice; context: FieldContext; purposeTitle: string };

function ChannelChoice({ choice, context, purposeTitle }: ChannelProps) {
  const id = fieldId(context, choice.name);
  const errors = context.errors[choice.name];
  const chosen = valuesOf(context, choice.name);
  const options =
    choice.input.type === "radios"
      ? choice.input.options
      : [{ value: choice.input.value, label: choice.input.label }];
  return (
    <fieldset
      className="channel"
      data-invalid={errors?.length ? "" : undefined}
      aria-describedby={errors?.length ? `${id}-error` : undefined}
    >
      <legend className="channel-label">
        {choice.label}
        <span className="sr-only">, {purposeTitle}</span>
      </legend>
      <FieldError id={id} errors={errors} label={context.words.errorLabel} />
      <div className="channel-options">
        {options.map((option, index) => (
          <Choice
            key={option.value}
            id={index === 0 ? id : `${id}-${option.value}`}
            type={choice.input.type === "radios" ? "radio" : "checkbox"}
            name={choice.name}
            option={option}
            checked={chosen.includes(option.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}
