import { describe, expect, test } from "vitest";
import {
  liftsSuppression,
  suppressionReach,
  type AskedBefore,
  type LaterYes,
  type NoFrom,
} from "@/lib/policy/suppression";

describe("PE-13: whose use of an address a no ends", () => {
  test.each<[string, NoFrom, "address" | "asker"]>([
    ["a press about a number that was only typed", { method: "web", shown: false }, "asker"],
    ["a link sent elsewhere, about a number that was only typed", { method: "link", shown: false }, "asker"],
    ["a press about an address that was confirmed", { method: "web", shown: true }, "address"],
    ["a link that was sent to the address itself", { method: "link", shown: true }, "address"],
    ["a call that staff wrote down", { method: "phone", shown: false }, "address"],
    ["a letter that staff wrote down", { method: "paper", shown: false }, "address"],
    ["a word in person that staff wrote down", { method: "inPerson", shown: false }, "address"],
    ["a list that was imported", { method: "import", shown: false }, "address"],
  ])("%s", (_name, from, reach) => {
    expect(suppressionReach(from)).toBe(reach);
  });
});

const left: AskedBefore = { source: "web", recordedAt: 1_000, asker: "earlierSelf" };
const yes: LaterYes = {
  decision: "given",
  method: "web",
  evidenced: true,
  effectiveAt: 2_000,
  verified: true,
  sharedNow: false,
};

describe("I3: which yes opens an address again", () => {
  test.each<[string, Partial<LaterYes>, Partial<AskedBefore>, boolean]>([
    ["back after leaving, with a new yes from the confirmed address", {}, {}, true],
    ["back after a stop link", {}, { source: "link" }, true],
    ["their own record, whoever wrote the no down", {}, { asker: "self", source: "phone" }, true],
    ["their own record, by an import", { method: "import" }, { asker: "self" }, false],
    ["back, without a yes", { decision: "refused" }, {}, false],
    ["back, with a yes from before the no", { effectiveAt: 900 }, {}, false],
    ["back, with a yes of the same instant", { effectiveAt: 1_000 }, {}, false],
    ["back, with a yes nobody can prove", { evidenced: false }, {}, false],
    ["back, with an imported yes", { method: "import" }, {}, false],
    ["back, at an address that was only typed", { verified: false }, {}, false],
    ["back, at an address that somebody else shares now", { sharedNow: true }, {}, false],
    ["back, after a call that staff wrote down", {}, { source: "phone" }, false],
    ["back, after a letter that staff wrote down", {}, { source: "paper" }, false],
    ["back, after a word in person", {}, { source: "inPerson" }, false],
    ["back, after an imported no", {}, { source: "import" }, false],
    ["somebody else", {}, { asker: "other" }, false],
  ])("%s", (_name, changedYes, changedNo, lifts) => {
    expect(liftsSuppression({ ...yes, ...changedYes }, { ...left, ...changedNo })).toBe(lifts);
  });
});
