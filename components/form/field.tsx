import { ChoiceMatrixField } from "./choice-matrix";
import { ChoicesField, ScaleField, SelectField, SingleCheckboxField } from "./choice-fields";
import { DateField } from "./date-field";
import { FieldError, Hint, describedBy } from "./field-frame";
import type { FieldContext, FieldSpec, FieldsetSpec } from "./field-spec";
import { TextField, TextareaField } from "./text-field";

/** One field by its kind. A kind without a case does not compile. */
export function Field({ spec, context }: { spec: FieldSpec; context: FieldContext }) {
  switch (spec.kind) {
    case "text":
    case "email":
    case "tel":
    case "postcode":
    case "number":
    case "time":
      return <TextField spec={spec} context={context} />;
    case "textarea":
      return <TextareaField spec={spec} context={context} />;
    case "date":
      return <DateField spec={spec} context={context} />;
    case "select":
      return <SelectField spec={spec} context={context} />;
    case "radios":
    case "checkboxes":
      return <ChoicesField spec={spec} context={context} />;
    case "singleCheckbox":
      return <SingleCheckboxField spec={spec} context={context} />;
    case "scale":
      return <ScaleField spec={spec} context={context} />;
    case "choiceMatrix":
      return <ChoiceMatrixField spec={spec} context={context} />;
    case "fieldset":
      return <FieldsetField spec={spec} context={context} />;
    case "content":
      return <div className="field">{spec.content}</div>;
    case "hidden":
      return <input type="hidden" name={spec.name} value={spec.value} />;
  }
}

function FieldsetField({ spec, context }: { spec: FieldsetSpec; context: FieldContext }) {
  const id = `${context.idPrefix}${spec.id}`;
  const errors = context.errors[spec.id];
  return (
    <fieldset id={id} className="fieldset" aria-describedby={describedBy(id, spec.hint, errors)}>
      <legend className={spec.asHeading ? undefined : "fieldset-legend"}>
        {spec.asHeading ? <h1 className="page-title">{spec.legend}</h1> : spec.legend}
      </legend>
      <Hint id={id}>{spec.hint}</Hint>
      <FieldError id={id} errors={errors} label={context.words.errorLabel} />
      {spec.fields.map((field) => (
        <Field key={fieldKey(field)} spec={field} context={context} />
      ))}
    </fieldset>
  );
}

/** A stable key for a field in a list. */
export function fieldKey(spec: FieldSpec): string {
  if (spec.kind === "choiceMatrix") return spec.groups.map((group) => group.id).join();
  return spec.kind === "fieldset" || spec.kind === "content" ? spec.id : spec.name;
}
