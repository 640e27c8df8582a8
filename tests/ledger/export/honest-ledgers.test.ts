import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { happening } from "./honest";
import { filesOf, makeLedger, type MadeLedger } from "./made-ledger";
import { Desk, judged, judgedByPython } from "./verifiers";

const desk = new Desk();
afterAll(() => desk.remove());

const shape = fc.record({
  epochs: fc.array(fc.array(happening, { maxLength: 14 }), { minLength: 1, maxLength: 3 }),
  every: fc.integer({ min: 4, max: 20 }),
});

const lastOf = ({ notes, keys }: MadeLedger) => ({ checkpoints: notes.slice(-1), keys });

describe("1,000 random ledgers that nobody touched", () => {
  it("raise no false alarm: intact and anchored", async () => {
    await fc.assert(
      fc.asyncProperty(shape, async (given) => {
        const made = makeLedger(given);
        const folder = desk.write(filesOf(made));
        const isEmpty = made.rows.length === 0;
        const found = await judged(folder, desk.hold(lastOf(made)));
        expect(found).toMatchObject({ code: isEmpty ? 7 : 0 });
      }),
      { numRuns: 1000 },
    );
  }, 120_000);

  it("nor with the second verifier, on 25 of them", () => {
    const calls = fc.sample(shape, 25).map((given, place) => {
      const made = makeLedger(given);
      const folder = desk.write(filesOf(made), `honest-${place}`);
      return { isEmpty: made.rows.length === 0, folder, ...desk.hold(lastOf(made), `held-${place}.txt`) };
    });
    const found = judgedByPython(desk, calls);
    expect(found.map(({ code }) => code)).toEqual(calls.map(({ isEmpty }) => (isEmpty ? 7 : 0)));
  }, 120_000);
});
