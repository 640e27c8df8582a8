import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { bitFlip, corrupted, type Files } from "./corruption";
import { happening } from "./honest";
import { makeLedger, type MadeLedger } from "./made-ledger";
import { eventful } from "./three-hundred";
import { Desk, judged, judgedByPython, type Found } from "./verifiers";

const desk = new Desk();
afterAll(() => desk.remove());

const one = makeLedger({ epochs: [eventful(40), eventful(12)], every: 25 });
const shape = fc.record({
  epochs: fc.array(fc.array(happening, { minLength: 6, maxLength: 20 }), { minLength: 1, maxLength: 3 }),
  every: fc.constant(10),
});
const several = [one, ...fc.sample(shape, 8).map(makeLedger)];

type Case = { readonly made: MadeLedger; readonly files: Files; readonly isHeld: boolean };

const cases = fc
  .constantFrom(...several)
  .chain((made): fc.Arbitrary<Case> =>
    fc.record({ made: fc.constant(made), files: corrupted(made), isHeld: fc.boolean() }),
  );

const codesOf = new Map([
  ["entries.ndjson", [1, 5, 6]],
  ["state.ndjson", [5, 6]],
  ["checkpoints.txt", [4, 6]],
  ["keys.txt", [4, 6]],
  ["ledger.json", [1, 6]],
]);

it("2,000 bits flipped at random, anywhere in the evidence: each is found, with a code that fits the file", async () => {
  for (const { name, files } of fc.sample(bitFlip(one), 2000)) {
    const { code } = await judged(desk.write(files), { checkpoints: [], keys: [] });
    expect(codesOf.get(name), `${name}: ${code}`).toContain(code);
  }
}, 300_000);

it("both verifiers, which share nothing but the specification, agree on 1,000 corrupted exports", async () => {
  const calls = fc.sample(cases, 1000).map(({ made, files, isHeld }, place) => {
    const held = isHeld
      ? { checkpoints: made.notes.slice(-1), keys: made.keys }
      : { checkpoints: [], keys: [] };
    return { folder: desk.write(files, `case-${place}`), ...desk.hold(held, `held-${place}.txt`) };
  });
  const byPython = judgedByPython(desk, calls);
  const byNode: Found[] = [];
  for (const { folder, ...held } of calls) byNode.push(await judged(folder, held));
  const differing = calls.flatMap(({ folder }, place) =>
    byPython[place]?.code === byNode[place]?.code
      ? []
      : [{ folder, python: byPython[place], node: byNode[place] }],
  );
  expect(differing).toEqual([]);
  const seen = new Set(byNode.map(({ code }) => code));
  expect([...seen].toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
}, 300_000);
