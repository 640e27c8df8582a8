/** A house with the panel's initial: the panel's sign, in the panel's colour, drawn and never downloaded. */
export function HouseMark({ name }: { name: string }) {
  return (
    <svg viewBox="0 0 40 40" className="mark" aria-hidden="true" focusable="false">
      <path
        className="fill-brand"
        d="M18.1 2.7a3 3 0 0 1 3.8 0l14 11.6A3 3 0 0 1 37 16.6V35a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V16.6a3 3 0 0 1 1.1-2.3z"
      />
      <text x="20" y="30.5" textAnchor="middle" className="fill-brand-ink text-[1.125rem] font-bold">
        {name.slice(0, 1)}
      </text>
    </svg>
  );
}

/** A shield: the data protection side of the product. */
export function ShieldMark() {
  return (
    <svg viewBox="0 0 40 40" className="mark" aria-hidden="true" focusable="false">
      <path className="fill-focus" d="M20 2 35 7.2v11.3c0 9-6.2 16-15 19.5C11.2 34.5 5 27.5 5 18.5V7.2z" />
      <path className="fill-none stroke-focus-ink stroke-[3.5]" d="m13 19.5 5 5 9.5-10" />
    </svg>
  );
}
