import { expect, test } from "vitest";
import { decide } from "@/lib/policy/gate/decide";
import type { GateCode, GateFacts, GateRequest } from "@/lib/policy/gate/types";
import { decision, facts, moment, noon, purpose, request } from "./gate-makers";

// The gate on objections and what was decided about them (UK GDPR 18(1)(d), 18(3), 21; law.md LB-5, LB-6, RR-10).

type Case = readonly [name: string, GateRequest, GateFacts, GateCode];

const post = request({ channel: "post" });
const research = purpose({ key: "research", messageKind: "research" });
const survey = request({ kind: "research", purposeKey: "research" });
const objected = [decision("objected", "2026-06-01", { purposeKey: "research", channel: null })];
const overridden = {
  purposeKey: "research",
  decidedAt: moment("2026-06-20"),
  outcome: "overridden",
  reasons: "A court needs the answers.",
  toldAt: moment("2026-06-25"),
} as const;

const table: readonly Case[] = [
  [
    "LB-5 T: an objection that nobody decided yet",
    survey,
    facts({ purpose: research, consents: objected, objectionOutcomes: [] }),
    "objection.pending",
  ],
  [
    "LB-5: an accepted objection",
    survey,
    facts({
      purpose: research,
      consents: objected,
      objectionOutcomes: [{ ...overridden, outcome: "accepted", reasons: "" }],
    }),
    "objection.received",
  ],
  [
    "LB-5: an objection overridden with reasons",
    survey,
    facts({ purpose: research, consents: objected, objectionOutcomes: [overridden] }),
    "permitted",
  ],
  [
    "LB-5: an override without reasons is none",
    survey,
    facts({
      purpose: research,
      consents: objected,
      objectionOutcomes: [{ ...overridden, reasons: " " }],
    }),
    "objection.pending",
  ],
  [
    "LB-5: an objection after the override is a new one",
    survey,
    facts({
      purpose: research,
      consents: [...objected, decision("objected", "2026-07-01", { purposeKey: "research", channel: null })],
      objectionOutcomes: [overridden],
    }),
    "objection.pending",
  ],
  [
    "LB-5: an objection after one that was upheld, and a yes in between, is a new one",
    survey,
    facts({
      purpose: research,
      consents: [
        ...objected,
        decision("given", "2026-07-01", { purposeKey: "research" }),
        decision("objected", "2026-08-01", { purposeKey: "research" }),
      ],
      objectionOutcomes: [{ ...overridden, outcome: "accepted" }],
    }),
    "objection.pending",
  ],
  [
    "LB-6: an objection to marketing is never overridden",
    post,
    facts({
      consents: [decision("objected", "2026-06-01", { channel: null })],
      objectionOutcomes: [{ ...overridden, purposeKey: "promotion" }],
    }),
    "objection.received",
  ],
];

test.each(table)("%s", (_name, ask, known, expected) => {
  expect(decide(ask, known, noon).code).toBe(expected);
});

const answered = (outcome: typeof overridden | Omit<typeof overridden, "toldAt">) =>
  facts({ purpose: research, consents: objected, objectionOutcomes: [outcome] });

test("RR-10 (18(3)): an override counts three days after the person was told, not after it was decided", () => {
  const known = answered(overridden);
  const begins = overridden.toldAt + 3 * 86_400_000;
  for (const at of [overridden.decidedAt + 3 * 86_400_000, overridden.toldAt, begins - 1]) {
    expect(decide(survey, known, at)).toMatchObject({ code: "objection.pending", validUntil: begins });
  }
  expect(decide(survey, known, begins).code).toBe("permitted");
});

test("RR-10 (18(3)): an override of which nobody told the person never counts, however long ago it was decided", () => {
  const { toldAt: _, ...untold } = overridden;
  expect(decide(survey, answered(untold), noon + 3_650 * 86_400_000)).toMatchObject({
    ...{ code: "objection.pending", validUntil: null },
  });
});

test("RR-10 (18(3)): what was told before it was decided counts from the decision", () => {
  const early = { ...overridden, toldAt: moment("2026-06-01") };
  const known = answered(early);
  expect(decide(survey, known, overridden.decidedAt + 3 * 86_400_000 - 1).code).toBe("objection.pending");
});
