/** A quiet row of houses, for pages that have nothing else to show. */
export function Houses() {
  return (
    <svg viewBox="0 0 96 56" className="empty-sign" aria-hidden="true" focusable="false">
      <path d="M4 54V28L20 14l16 14v26zM36 54V20L54 4l18 16v34zM72 54V32l10-9 10 9v22z" />
      <path className="empty-door" d="M15 54V40h10v14M49 54V36h10v18M79 54V43h7v11" />
      <path d="M0 54h96" />
    </svg>
  );
}
