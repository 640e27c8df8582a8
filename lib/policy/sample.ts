/**
 * A random sample of an audience. Each person's lot is the SHA-256 of the seed, a colon and their reference; people are
 * looked at from the lowest lot up until as many may be asked as are wanted. So everybody who may be asked has the same
 * chance, and whoever has the seed can draw again.
 */
export type RandomSample = {
  /** How many people are wanted. */
  readonly size: number;
  readonly seed: string;
};

/** How many of those who may be asked are drawn, and how many are not; all are where no sample is wanted. */
export function drawnOf(mayBeAsked: number, wanted: number | undefined) {
  const drawn = Math.min(mayBeAsked, wanted ?? mayBeAsked);
  return { drawn, notDrawn: mayBeAsked - drawn };
}

/** Of people in the order of their lots, those who are looked at before `wanted` of them were found who may be asked. */
export function lookedAt<Person>(
  inOrder: readonly Person[],
  mayBeAsked: (person: Person) => boolean,
  wanted: number,
): readonly Person[] {
  let found = 0;
  const end = inOrder.findIndex((person) => mayBeAsked(person) && ++found >= wanted);
  return end === -1 ? inOrder : inOrder.slice(0, end + 1);
}
