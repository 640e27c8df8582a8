/** How far long work has come. The numbers are said in words beside it; the bar is the browser's own. */
export function ProgressBar({
  label,
  done,
  total,
  note,
}: {
  label: string;
  done: number;
  total: number;
  note?: string | undefined;
}) {
  return (
    <div className="progress">
      <p className="progress-label">
        <label htmlFor={`progress-${label.replaceAll(/\W+/g, "-")}`}>{label}</label>
        {note ? <span className="text-muted">{note}</span> : null}
      </p>
      <progress id={`progress-${label.replaceAll(/\W+/g, "-")}`} value={done} max={Math.max(total, 1)} />
    </div>
  );
}
