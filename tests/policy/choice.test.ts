import { describe, expect, it } from "vitest";
import { choiceStanding, choicesOf, decisionFor, mayStop } from "@/lib/policy/choice";
import type { Purpose } from "@/lib/policy/document";
import type { ConsentFact } from "@/lib/policy/gate/types";
import type { ConsentDecision } from "@/lib/policy/vocabulary";

const now = Date.UTC(2026, 10, 21);

function purpose(change: Partial<Purpose>): Purpose {
  return {
    key: "p",
    slot: 0,
    name: "P",
    why: "Why.",
    messageKind: "research",
    lawfulBasis: "consent",
    channels: ["email", "post"],
    activityKinds: [],
    dataCategories: [],
    recipients: [],
    retentionRuleKey: "r",
    stopping: "It stops.",
    ...change,
  };
}

function decided(decision: ConsentDecision, channel: ConsentFact["channel"] = "email"): ConsentFact {
  const at = now - 1_000;
  return {
    purposeKey: "p",
    channel,
    decision,
    method: "web",
    effectiveAt: at,
    recordedAt: at,
    validUntil: null,
    evidenced: true,
  };
}

const consent = purpose({});
const interests = purpose({ lawfulBasis: "legitimateInterests" });
const task = purpose({ lawfulBasis: "publicTask" });
const news = purpose({
  lawfulBasis: "legitimateInterests",
  messageKind: "directMarketing",
  softOptIn: "none",
});
const duty = purpose({ lawfulBasis: "legalObligation", messageKind: "service" });

describe("the answer in force", () => {
  it.each([
    ["consent nobody asked for", consent, [], "none"],
    ["consent given", consent, [decided("given")], "yes"],
    ["consent given for every channel", consent, [decided("given", null)], "yes"],
    ["consent refused", consent, [decided("refused")], "no"],
    ["interests, nothing said", interests, [], "yes"],
    ["interests, objected", interests, [decided("objected", null)], "no"],
    ["public task, nothing said", task, [], "yes"],
    ["news by e-mail under interests needs a yes", news, [], "none"],
    ["news: a yes for every channel is none for this one", news, [decided("given", null)], "none"],
    ["another purpose's yes", consent, [{ ...decided("given"), purposeKey: "q" }], "none"],
  ] as const)("%s", (_case, of, facts, answer) => {
    expect(choiceStanding(of, "email", facts, now).answer).toBe(answer);
  });

  it("says yes to news by post under interests, which PECR leaves alone", () => {
    expect(choiceStanding(news, "post", [], now).answer).toBe("yes");
  });
});

describe("the decision a new answer makes", () => {
  it.each([
    ["a yes after nothing", consent, [], "yes", "given"],
    ["a no after nothing is a refusal", consent, [], "no", "refused"],
    ["a no after a yes withdraws", consent, [decided("given")], "no", "withdrawn"],
    ["the same answer again is none", consent, [decided("given")], "yes", null],
    ["a no twice is one", consent, [decided("withdrawn")], "no", null],
    ["a no to interests is an objection", interests, [], "no", "objected"],
    ["a no to a public task is an objection", task, [], "no", "objected"],
    ["a yes after an objection", interests, [decided("objected", null)], "yes", "given"],
  ] as const)("%s", (_case, of, facts, answer, decision) => {
    expect(decisionFor(of, choiceStanding(of, "email", facts, now), answer)).toBe(decision);
  });

  it("offers no stop for what the law demands, and one for everything else", () => {
    expect([consent, interests, task, news, duty].map(mayStop)).toEqual([true, true, true, true, false]);
  });

  it("decides about a purpose that sends nothing as a whole", () => {
    expect(choicesOf(purpose({ messageKind: null, channels: [] }))).toEqual([null]);
  });
});
