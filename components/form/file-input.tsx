/** A file that may be chosen in the place of what is typed above it. The browser's own input. */
export function FileInput({
  name,
  label,
  hint,
  accept,
}: {
  name: string;
  label: string;
  hint: string;
  accept: string;
}) {
  return (
    <>
      <label htmlFor={name} className="field-label">
        {label}
      </label>
      <div id={`${name}-hint`} className="field-hint">
        {hint}
      </div>
      <input
        id={name}
        name={name}
        type="file"
        accept={accept}
        aria-describedby={`${name}-hint`}
        className="file-input"
      />
    </>
  );
}
