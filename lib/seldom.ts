/** An answer that is good is kept for a while; one that is not is asked for again soon, so that health mends at once. */
const freshMs = { good: 15_000, bad: 1_000 };

/**
 * Asks at most every 15 seconds while the answer is good, and every second while it is not, however often health is read.
 * @param ask never throws
 * @param limitMs how long it may take: meanwhile everybody waits for the same answer
 */
export function seldom<Of extends readonly unknown[]>(
  ask: (...of: Of) => Promise<boolean>,
  limitMs: number,
): (...of: Of) => Promise<boolean> {
  let last: { readonly until: number; readonly answer: Promise<boolean> } | undefined;
  return async (...of) => {
    if (last !== undefined && performance.now() < last.until) return last.answer;
    const answer = ask(...of);
    last = { until: performance.now() + limitMs, answer };
    const isGood = await answer;
    last = { until: performance.now() + (isGood ? freshMs.good : freshMs.bad), answer };
    return isGood;
  };
}
