import { GroupFrame, fieldId, valueOf } from "./field-frame";
import type { DateSpec, FieldContext } from "./field-spec";

const parts = ["day", "month", "year"] as const;

/** Three short inputs: a remembered date is typed faster than it is picked, and it works in every browser. */
export function DateField({ spec, context }: { spec: DateSpec; context: FieldContext }) {
  const id = fieldId(context, spec.name);
  return (
    <GroupFrame {...spec} id={id} context={context}>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        {parts.map((part, index) => (
          <div key={part}>
            <label htmlFor={index === 0 ? id : `${id}-${part}`} className="field-sublabel">
              {context.words[part]}
            </label>
            <input
              id={index === 0 ? id : `${id}-${part}`}
              name={`${spec.name}-${part}`}
              className="input"
              data-width={part === "year" ? "year" : "day"}
              inputMode="numeric"
              maxLength={part === "year" ? 4 : 2}
              autoComplete={spec.birthday ? `bday-${part}` : "off"}
              defaultValue={valueOf(context, `${spec.name}-${part}`)}
              aria-invalid={context.errors[spec.name]?.length ? true : undefined}
            />
          </div>
        ))}
      </div>
    </GroupFrame>
  );
}
