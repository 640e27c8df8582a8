import { expect, it } from "vitest";
import type { ObjectionOutcome } from "@/lib/policy/gate/types";
import { openObjection } from "@/lib/policy/open-objection";
import { purposeOf } from "@/lib/policy/purpose";
import { decision, moment } from "./gate-makers";
import { documents } from "./presets";

const { citizensTogether } = documents;
const at = moment("2026-11-21");

function objected(day: string, more: Partial<ReturnType<typeof decision>> = {}) {
  return decision("objected", day, { purposeKey: "research", channel: "email", ...more });
}

function outcome(day: string, word: ObjectionOutcome["outcome"]): ObjectionOutcome {
  return { purposeKey: "research", decidedAt: moment(day), outcome: word, reasons: "A court needs it." };
}

function standing(
  consents: readonly ReturnType<typeof decision>[],
  objectionOutcomes: readonly ObjectionOutcome[] = [],
  key = "research",
) {
  const purpose = purposeOf(citizensTogether, key);
  return purpose === null ? null : openObjection(purpose, { consents, objectionOutcomes }, at);
}

const letter = objected("2026-10-01", { recordedAt: moment("2026-10-12") });
const first = objected("2026-10-20");
const other = objected("2026-11-02", { channel: "post" });

it.each([
  ["nobody objected", [], [], null],
  [
    "a letter that was typed in later counts from the day it came",
    [letter],
    [],
    { since: letter.effectiveAt, standing: "waits" },
  ],
  [
    "of several that wait the first is the one to answer in time",
    [first, other],
    [],
    { since: first.effectiveAt, standing: "waits" },
  ],
  [
    "one that a later yes lifted waits no more",
    [
      objected("2026-05-01"),
      decision("given", "2026-06-01", { purposeKey: "research", channel: "email" }),
      first,
    ],
    [],
    { since: first.effectiveAt, standing: "waits" },
  ],
  [
    "only the one that was made since the decision waits",
    [first, other],
    [outcome("2026-10-25", "overridden")],
    { since: other.effectiveAt, standing: "waits" },
  ],
  [
    "a letter that became known after the decision waits, from the day it came",
    [letter],
    [outcome("2026-10-05", "overridden")],
    { since: letter.effectiveAt, standing: "waits" },
  ],
  [
    "all are decided",
    [first, other],
    [outcome("2026-11-03", "accepted")],
    { since: other.effectiveAt, standing: "accepted" },
  ],
  [
    "the last decision is the one that holds",
    [first],
    [outcome("2026-10-21", "overridden"), outcome("2026-10-30", "accepted")],
    { since: first.effectiveAt, standing: "accepted" },
  ],
] as const)("%s", (_what, consents, outcomes, expected) => {
  expect(standing(consents, outcomes)).toEqual(expected);
});

it("LB-6: to promotion it is absolute", () => {
  const said = decision("objected", "2026-10-01", { purposeKey: "promotion", channel: "email" });
  expect(standing([said], [], "promotion")).toEqual({ since: said.effectiveAt, standing: "absolute" });
});
