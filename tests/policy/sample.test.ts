import { expect, test } from "vitest";
import { drawnOf, lookedAt } from "@/lib/policy/sample";

test.each([
  { mayBeAsked: 700, wanted: 200, drawn: 200, notDrawn: 500 },
  { mayBeAsked: 150, wanted: 200, drawn: 150, notDrawn: 0 },
  { mayBeAsked: 0, wanted: 5, drawn: 0, notDrawn: 0 },
  { mayBeAsked: 700, wanted: undefined, drawn: 700, notDrawn: 0 },
])("of $mayBeAsked who may be asked, $wanted wanted: $drawn drawn, $notDrawn not", (row) => {
  const { mayBeAsked, wanted, ...books } = row;
  expect(drawnOf(mayBeAsked, wanted)).toEqual(books);
});

const mayBeAsked = (person: string) => person.startsWith("yes");

test.each([
  { wanted: 1, looked: ["yes1"] },
  { wanted: 2, looked: ["yes1", "no1", "yes2"] },
  { wanted: 3, looked: ["yes1", "no1", "yes2", "no2"] },
])("people are looked at in order until $wanted may be asked, and nobody after", ({ wanted, looked }) => {
  expect(lookedAt(["yes1", "no1", "yes2", "no2"], mayBeAsked, wanted)).toEqual(looked);
});
