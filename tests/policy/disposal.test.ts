import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  atMost,
  cap,
  changedRules,
  heldElsewhere,
  needsNumber,
  planFor,
  reachOf,
  shortenedRules,
  type KeptReason,
  type Standing,
} from "@/lib/policy/disposal";
import { partsOf } from "@/lib/policy/disposal-parts";
import { suspensions as stored } from "@/lib/policy/legal-hold";
import type { DueItem } from "@/lib/policy/retention";
import { documents } from "./presets";

const suspensions = Object.values(stored);
const { connect, customerVoices, residentPanel, citizensTogether } = documents;

test.each([
  ["what is kept when somebody leaves, and no field names", customerVoices, "after-leaving", "person"],
  ["the same, for who leaves before the term is over", residentPanel, "early-leaver", "person"],
  ["the rule of names and addresses", connect, "panel-details", "person"],
  ["the rule of names and addresses, by the day they were given", customerVoices, "study-details", "person"],
  ["an application that was not chosen", residentPanel, "unsuccessful", "person"],
  ["answers about oneself", connect, "monitoring", "parts"],
  ["what somebody needs to take part", citizensTogether, "adjustments", "parts"],
  ["an entry in a prize draw", connect, "prize-draw", "parts"],
  ["when a tenancy ends", connect, "tenancy-limit", "parts"],
  ["the record of decisions", connect, "evidence", "evidence"],
  ["recordings", residentPanel, "recordings", "elsewhere"],
  ["when mails were opened", residentPanel, "analytics", "elsewhere"],
  ["photos", customerVoices, "pictures", "elsewhere"],
  ["a rule that the policy has no more", connect, "gone", "noRule"],
] as const)("%s: a rule reaches as far as it says", (_name, document, key, reach) => {
  expect(reachOf(document, key)).toBe(reach);
});

test("a rule of parts names exactly where they stand", () => {
  expect(partsOf(connect, "monitoring")).toMatchObject({
    answers: ["ethnicity", "religion"],
    olderThan: null,
  });
  expect(partsOf(connect, "adjustments")).toMatchObject({ adjustments: true, answers: [], columns: [] });
  expect(partsOf(connect, "tenancy-limit")).toMatchObject({ columns: ["tenancyEndsOn"], answers: [] });
  expect(partsOf(connect, "prize-draw")).toMatchObject({ purposes: ["prizeDraw"], olderThan: "P12M" });
});

test("what stands outside this product is named as the policy names it", () => {
  expect(heldElsewhere(residentPanel, ["recordings", "panel-term"])).toHaveLength(1);
  expect(heldElsewhere(connect, ["panel-details"])).toEqual([]);
});

const due = (ruleKey: string, action: DueItem["action"] = "delete"): DueItem => ({
  ...{ ruleKey, action },
  ...{ triggeredOn: "2025-11-01", dueOn: "2026-11-01" },
});
const over: Standing = { inForce: false, suspendedBy: null };
const inForce: Standing = { inForce: true, suspendedBy: null };
const whole = { whole: true, kept: null };
const part = { whole: false, kept: null };
const kept = (reason: KeptReason) => ({ whole: false, kept: reason });

describe("what a run does", () => {
  test.each([
    ["a person who left goes as a whole", connect, over, [due("panel-details")], [whole]],
    [
      "and takes everything else that is due",
      connect,
      over,
      [due("panel-details"), due("monitoring")],
      [whole, whole],
    ],
    [
      "the record of decisions stays",
      connect,
      over,
      [due("panel-details"), due("evidence")],
      [whole, kept("evidence")],
    ],
    ["a part goes from who is a member still", connect, inForce, [due("monitoring")], [part]],
    [
      "nobody is erased whose membership goes on",
      customerVoices,
      inForce,
      [due("study-details")],
      [kept("membership")],
    ],
    ["a term that is over ends it", residentPanel, inForce, [due("panel-term", "anonymise")], [whole]],
    ["a review is for a person", connect, over, [due("monitoring", "review")], [kept("review")]],
    ["nobody is erased by a review", connect, over, [due("panel-details", "review")], [kept("review")]],
    ["what is elsewhere is told of", residentPanel, inForce, [due("recordings")], [kept("elsewhere")]],
    ["a rule that is gone is told of", connect, over, [due("gone")], [kept("noRule")]],
  ] as const)("%s", (_name, document, standing, items, plan) => {
    expect(planFor(document, standing, items)).toEqual(plan);
  });

  test.each(suspensions)("RT-2, RR-8 T: %s keeps all that would be deleted, and says so", (suspendedBy) => {
    const plan = planFor(connect, { inForce: false, suspendedBy }, [due("panel-details"), due("monitoring")]);
    expect(plan).toEqual([kept(suspendedBy), kept(suspendedBy)]);
  });

  test("RT-4 T: who would be made anonymous is deleted, for a row without a name is still one person's", () => {
    const [plan] = planFor(residentPanel, over, [due("panel-term", "anonymise")]);
    expect(plan).toEqual(whole);
  });

  test("RT-5 T: the proof of a yes is nothing that a run deletes", () => {
    for (const document of Object.values(documents))
      for (const standing of [over, inForce])
        expect(planFor(document, standing, [due("evidence")])).toEqual([kept("evidence")]);
  });
});

describe("whatever is due about whomever", () => {
  const rules = Object.values(documents).flatMap((document) =>
    document.retentionRules.map(({ key }) => ({ document, key })),
  );
  const person = fc.record({
    document: fc.constantFrom(...Object.values(documents)),
    standing: fc.record({
      inForce: fc.boolean(),
      suspendedBy: fc.option(fc.constantFrom(...suspensions), { nil: null }),
    }),
    items: fc.array(
      fc.record({
        ruleKey: fc.constantFrom(...rules.map(({ key }) => key), "gone"),
        triggeredOn: fc.constant("2025-01-01"),
        dueOn: fc.constant("2026-01-01"),
        action: fc.constantFrom("delete" as const, "anonymise" as const, "review" as const),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  });

  test("nothing of a person whose deletion is suspended goes", () => {
    fc.assert(
      fc.property(person, ({ document, standing, items }) => {
        fc.pre(standing.suspendedBy !== null);
        expect(planFor(document, standing, items).every((plan) => plan.kept !== null)).toBe(true);
      }),
    );
  });

  test("each item has one answer, and one that stays has one reason", () => {
    fc.assert(
      fc.property(person, ({ document, standing, items }) => {
        const plans = planFor(document, standing, items);
        expect(plans).toHaveLength(items.length);
        for (const plan of plans) expect(plan.whole && plan.kept !== null).toBe(false);
      }),
    );
  });

  test("the shortest promise wins: another item never keeps what one of them takes", () => {
    fc.assert(
      fc.property(person, ({ document, standing, items }) => {
        items.forEach((item, place) => {
          const [alone] = planFor(document, standing, [item]);
          const [together] = planFor(document, standing, items).slice(place, place + 1);
          if (alone?.kept === null) expect(together?.kept).toBeNull();
        });
      }),
    );
  });

  test("nobody is erased for a review, nor without a rule that reaches everything", () => {
    fc.assert(
      fc.property(person, ({ document, standing, items }) => {
        if (!planFor(document, standing, items).some((plan) => plan.whole)) return;
        const reaches = items.some(
          (item) => item.action !== "review" && reachOf(document, item.ruleKey) === "person",
        );
        expect(reaches).toBe(true);
      }),
    );
  });
});

test("RT-1: a rule that was shortened since counts from the day it always counted from", () => {
  const longer = {
    ...connect,
    retentionRules: connect.retentionRules.map((rule) =>
      rule.key === "panel-details" ? { ...rule, period: "P2Y" } : rule,
    ),
  };
  expect(shortenedRules(connect, [longer, connect])).toMatchObject([
    { key: "panel-details", period: "P12M" },
  ]);
  expect(shortenedRules(connect, [connect])).toEqual([]);
});

describe("a rule that is another than it was", () => {
  const change = (ruleKey: string, trigger: "left" | "collected") => ({
    ...connect,
    retentionRules: connect.retentionRules.map((rule) =>
      rule.key === ruleKey ? { ...rule, trigger, period: "P2Y" } : rule,
    ),
  });
  const without = { ...connect, fields: [], purposes: [] };

  test("is known by its trigger, and by what it was for", () => {
    expect([...changedRules(connect, [change("panel-details", "collected"), connect])]).toEqual([
      ["panel-details", "otherTrigger"],
    ]);
    expect(changedRules(connect, [change("panel-details", "left"), connect]).size).toBe(0);
    expect(changedRules(without, [connect]).get("monitoring")).toBe("nothingLeft");
    expect(changedRules(without, [without]).size).toBe(0);
  });

  test("gives no shorter period to a day that was counted from something else", () => {
    expect(shortenedRules(connect, [change("panel-details", "collected"), connect])).toEqual([]);
  });

  test("is no promise that everything goes, where nothing is left that it is for", () => {
    expect(reachOf(without, "monitoring")).toBe("person");
    expect(planFor(without, over, [{ ...due("monitoring"), changed: "nothingLeft" }])).toEqual([
      kept("noRule"),
    ]);
    // What was counted from the day it was given never was about the person.
    expect(reachOf(without, "prize-draw")).toBe("noRule");
  });

  test("ends no membership on a day that may have been counted from something else", () => {
    const moved = { ...due("panel-term", "anonymise"), changed: "otherTrigger" } as const;
    expect(planFor(residentPanel, inForce, [moved])).toEqual([kept("membership")]);
    expect(planFor(residentPanel, over, [moved])).toEqual([whole]);
  });
});

test.each([
  ["a small panel", 300, 500],
  ["25,000 members", 25_000, 500],
  ["a million members", 1_000_000, 20_000],
])("a run over %s takes no more without being asked twice", (_name, ofPanel, most) => {
  expect(cap(ofPanel)).toBe(most);
  expect(needsNumber(most, ofPanel)).toBe(false);
  expect(needsNumber(most + 1, ofPanel)).toBe(true);
});

describe("what was approved is the most that is done", () => {
  const plans = [whole, part, kept("membership"), kept("review"), kept("legalHold")];
  test.each([
    ["nothing changed", whole, whole, whole],
    ["held since", whole, kept("openRequest"), kept("openRequest")],
    ["a member again", whole, part, kept("membership")],
    ["left since the preview: a part, as approved", part, whole, part],
    [
      "a hold that was released since stays a hold until the next run",
      kept("legalHold"),
      whole,
      kept("legalHold"),
    ],
  ] as const)("%s", (_name, approved, now, done) => {
    expect(atMost(approved, now)).toEqual(done);
  });
  test("in every case", () => {
    for (const approved of plans)
      for (const now of plans) {
        const done = atMost(approved, now);
        if (approved.kept !== null || now.kept !== null) expect(done.kept).not.toBeNull();
        if (done.whole) expect([approved, now]).toEqual([whole, whole]);
      }
  });
});
