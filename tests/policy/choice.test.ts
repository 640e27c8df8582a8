import { describe, expect, it } from "vitest";
import {
  choiceStanding,
  choicesOf,
  concernedChannels,
  decisionFor,
  mayStop,
  noReachesTheRest,
  reachableBy,
  yesEnds,
  type Answer,
} from "@/lib/policy/choice";
import type { Purpose } from "@/lib/policy/document";
import type { ConsentFact } from "@/lib/policy/gate/types";
import type { Channel, ConsentDecision } from "@/lib/policy/vocabulary";

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

const given = (since: number, until: number | null): ConsentFact => ({
  ...decided("given"),
  effectiveAt: since,
  recordedAt: since,
  validUntil: until,
});

describe("until when a yes counts", () => {
  const day = 86_400_000;

  it("is the end of the newest yes, although an older one runs out sooner", () => {
    const facts = [given(now - 240 * day, now + 490 * day), given(now - 1_000, now + 730 * day)];
    expect(yesEnds(consent, "email", facts, now)).toBe(now + 730 * day);
  });

  it.each([
    ["a yes without an end", [given(now - 1_000, null)]],
    ["no yes", []],
    ["a yes that was taken back", [given(now - 5_000, now + day), decided("withdrawn")]],
  ])("is nothing for %s", (_case, facts) => {
    expect(yesEnds(consent, "email", facts, now)).toBeNull();
  });
});

describe("LB-6: a no to every way that was asked about", () => {
  const answers = (...said: [Channel | null, Answer][]) => new Map(said);

  it.each([
    ["ends the letters that would start with an address", interests, answers(["email", "no"]), true],
    ["is none while one way stays", interests, answers(["email", "no"], ["post", "yes"]), false],
    ["is none before anything was said", interests, answers(), false],
    ["adds nothing where all were asked", interests, answers(["email", "no"], ["post", "no"]), false],
    ["adds nothing where each way needs its own yes", consent, answers(["email", "no"]), false],
  ] as const)("%s", (_case, of, said, reaches) => {
    expect(noReachesTheRest(of, said)).toBe(reaches);
  });
});

describe("the ways that concern a person", () => {
  const phoneOnly = reachableBy(
    { email: true, phone: true, home: false, account: true, socialNetwork: false },
    false,
  );
  const every = purpose({ channels: ["email", "sms", "call", "post"] });

  it("leaves out letters without a home address and texts to a landline", () => {
    expect(concernedChannels(every, [], phoneOnly)).toEqual(["email", "call"]);
  });

  it("keeps a way that was decided about, although the number is gone", () => {
    expect(concernedChannels(every, [decided("given", "post")], phoneOnly)).toEqual([
      "email",
      "call",
      "post",
    ]);
  });
});
