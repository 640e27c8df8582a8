/** One measured promise: what was measured, what it is compared with in the same run, and the target. */
export type Row = {
  readonly name: string;
  readonly measured: string;
  readonly baseline: string;
  /** Measured ÷ baseline, or null where the target is a figure of its own. */
  readonly ratio: number | null;
  readonly target: string;
  readonly met: boolean;
  /** How it was measured, in one sentence. */
  readonly method: string;
};

/** A bench: some rows from one set-up. */
export type Bench = { readonly name: string; readonly run: () => Promise<readonly Row[]> };

/** The middle one; of an even number the lower middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** The value below which this share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Runs two things in turn, so that whatever else the machine does touches both. Medians of the rates. */
export async function alternating(
  rounds: number,
  measured: () => Promise<number>,
  baseline: () => Promise<number>,
): Promise<{ measured: number; baseline: number; ratio: number }> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    theirs.push(await baseline());
    ours.push(await measured());
  }
  const [one, other] = [median(ours), median(theirs)];
  return { measured: one, baseline: other, ratio: one / other };
}

/** Calls `work` from this many callers for so many seconds; calls per second, and each call's milliseconds. */
export async function load(
  callers: number,
  seconds: number,
  work: (caller: number) => Promise<void>,
): Promise<{ perSecond: number; latencies: readonly number[] }> {
  const latencies: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      while (performance.now() < end) {
        const before = performance.now();
        await work(caller);
        latencies.push(performance.now() - before);
      }
    }),
  );
  return { perSecond: latencies.length / ((performance.now() - started) / 1000), latencies };
}
