import fc from "fast-check";
import { expect, test } from "vitest";
import { decide } from "@/lib/policy/gate/decide";
import { explain } from "@/lib/policy/gate/explain";
import { kindByContent } from "@/lib/policy/gate/kind-by-content";
import { gateCodes, type ConsentFact, type GateFacts, type GateRequest } from "@/lib/policy/gate/types";
import { channels, type MessageKind } from "@/lib/policy/vocabulary";
import { consentFact, gateFacts, instant, request, suppressionFact } from "./arbitrary";

const runs = { numRuns: 1_000 };
const day = 86_400_000;

/** The change never turns a refusal into a permission. */
function neverOpens(before: GateFacts, after: GateFacts, ask: GateRequest, at: number): void {
  if (decide(ask, after, at).permitted) expect(decide(ask, before, at).permitted).toBe(true);
}

/** A leaflet to every home is about no person. */
const forEveryHome = ({ channel, everyHome }: GateRequest): boolean =>
  channel === "unaddressed" && everyHome === true;

const changed = (facts: GateFacts, changes: Partial<GateFacts>): GateFacts => ({ ...facts, ...changes });
const member = (facts: GateFacts, changes: Partial<GateFacts["member"]>): GateFacts =>
  changed(facts, { member: { ...facts.member, ...changes } });

test("total: no facts make it throw, and every answer has a known code and a citation", () => {
  fc.assert(
    fc.property(request, gateFacts, fc.oneof(instant, fc.double()), (ask, facts, at) => {
      const answer = decide(ask, facts, at);
      expect(gateCodes).toContain(answer.code);
      expect(answer.permitted).toBe(answer.code === "permitted");
      expect(answer.citation.length).toBeGreaterThan(0);
      if (answer.validUntil !== null) expect(answer.validUntil).toBeGreaterThan(at);
    }),
    runs,
  );
});

test("total: what is no request and no facts at all is refused, and nothing throws", () => {
  const garbage = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true });
  const wrecked = fc.tuple(gateFacts, fc.string(), garbage).map(([facts, key, junk]) => {
    const keys = Object.keys(facts);
    return { ...facts, [keys[key.length % keys.length] ?? "member"]: junk };
  });
  fc.assert(
    fc.property(
      fc.oneof(request, garbage),
      fc.oneof(wrecked, garbage),
      fc.oneof(instant, garbage),
      (ask, facts, at) => {
        const answer = decide(ask as GateRequest, facts as GateFacts, at as number);
        expect(gateCodes).toContain(answer.code);
        expect(explain(ask as GateRequest, facts as GateFacts, at as number).length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 5_000 },
  );
});

test("I4: more about the content never opens anything", () => {
  fc.assert(
    fc.property(request, gateFacts, instant, (ask, facts, at) => {
      const harder: readonly Partial<GateRequest>[] = [
        { promotional: true },
        { recruits: true },
        { sellsOrFundraises: true },
        { incentive: "ownGoods" },
        { unnecessary: true },
        { similarProducts: false },
        { publicTaskSignOff: null },
        { promotesOthers: true },
        { unapproved: true },
        { contentReviewed: false },
        { senderKey: "somebody else" },
        { rendered: null },
      ];
      const before = decide(ask, facts, at).permitted;
      for (const change of harder) {
        if (decide({ ...ask, ...change }, facts, at).permitted) expect(before).toBe(true);
      }
    }),
    runs,
  );
});

test("the explanation's first refusal is the gate's answer", () => {
  fc.assert(
    fc.property(request, gateFacts, instant, (ask, facts, at) => {
      const answer = decide(ask, facts, at);
      const decides = explain(ask, facts, at).filter((finding) => finding.decides);
      expect(decides.map(({ code }) => code)).toEqual(answer.permitted ? [] : [answer.code]);
      expect(decides.every(({ citation }) => citation === answer.citation)).toBe(true);
    }),
    runs,
  );
});

test("I6: the same inputs give the same answer, in whatever order the facts arrive", () => {
  fc.assert(
    fc.property(request, gateFacts, instant, (ask, facts, at) => {
      const shuffled = changed(facts, {
        consents: facts.consents.toReversed(),
        suppressions: facts.suppressions.toReversed(),
        member: { ...facts.member, approaches: facts.member.approaches.toReversed() },
      });
      expect(decide(ask, structuredClone(shuffled), at)).toEqual(decide(ask, facts, at));
    }),
    runs,
  );
});

test("I1: after a no that took effect by now, nothing but a rights reply goes out without a later, evidenced yes", () => {
  const stop = fc.constantFrom("refused", "withdrawn", "objected");
  fc.assert(
    fc.property(request, gateFacts, instant, stop, fc.boolean(), (ask, facts, at, decision, everyChannel) => {
      const no: ConsentFact = {
        purposeKey: "promotion",
        channel: everyChannel ? null : ask.channel,
        decision,
        method: "web",
        effectiveAt: at,
        recordedAt: at,
        validUntil: null,
        evidenced: true,
      };
      const after = decide(ask, changed(facts, { consents: [...facts.consents, no] }), at);
      if (forEveryHome(ask)) return;
      expect(after.permitted).toBe(kindByContent(ask, facts) === "rightsReply");
    }),
    runs,
  );
});

test("I1: after a person or an address is closed for everything, nothing but a rights reply goes out", () => {
  const everything = { purposeKey: null, channel: null };
  fc.assert(
    fc.property(request, gateFacts, instant, fc.boolean(), (ask, facts, at, byPerson) => {
      if (forEveryHome(ask)) return;
      const suppressions = [{ ...everything, recordedAt: at }];
      const closed = byPerson ? member(facts, { suppressions }) : changed(facts, { suppressions });
      expect(decide(ask, closed, at).permitted).toBe(kindByContent(ask, facts) === "rightsReply");
    }),
    runs,
  );
});

test("I2: a re-import never opens what a no closed, whatever it claims", () => {
  const stop = fc.constantFrom("refused", "withdrawn", "objected");
  fc.assert(
    fc.property(
      request,
      gateFacts,
      consentFact,
      instant,
      stop,
      fc.nat(900),
      (ask, facts, claimed, at, decision, age) => {
        const effectiveAt = at - age * day;
        const no: ConsentFact = { ...claimed, purposeKey: "promotion", channel: null, decision, effectiveAt };
        const stopped = changed(facts, { consents: [...facts.consents, no] });
        const imported: ConsentFact = { ...claimed, decision: "given", method: "import" };
        neverOpens(stopped, changed(stopped, { consents: [...stopped.consents, imported] }), ask, at);
      },
    ),
    runs,
  );
});

test("I2: merging in another record's stops and suppressions never opens anything", () => {
  const others = fc.array(
    consentFact.map((fact): ConsentFact => ({
      ...fact,
      decision: fact.decision === "given" ? "refused" : fact.decision,
    })),
  );
  fc.assert(
    fc.property(
      request,
      gateFacts,
      others,
      fc.array(suppressionFact),
      instant,
      (ask, facts, stops, suppressions, at) => {
        const merged = changed(facts, {
          consents: [...facts.consents, ...stops],
          suppressions: [...facts.suppressions, ...suppressions],
        });
        neverOpens(facts, merged, ask, at);
      },
    ),
    runs,
  );
});

test("I4: taking away a consent never opens anything", () => {
  fc.assert(
    fc.property(request, gateFacts, fc.nat(), instant, (ask, facts, which, at) => {
      const yes = facts.consents.filter(({ decision }) => decision === "given");
      const gone = yes[which % Math.max(1, yes.length)];
      neverOpens(
        facts,
        changed(facts, { consents: facts.consents.filter((fact) => fact !== gone) }),
        ask,
        at,
      );
    }),
    runs,
  );
});

test("I4: doubting a consent, or ending it sooner, never opens anything", () => {
  fc.assert(
    fc.property(request, gateFacts, instant, instant, (ask, facts, sooner, at) => {
      const doubted = facts.consents.map((fact) => ({ ...fact, evidenced: false }));
      const shorter = facts.consents.map((fact) => ({
        ...fact,
        validUntil: Math.min(sooner, fact.validUntil ?? sooner),
      }));
      neverOpens(facts, changed(facts, { consents: doubted }), ask, at);
      neverOpens(facts, changed(facts, { consents: shorter }), ask, at);
    }),
    runs,
  );
});

test("I4: hardening the kind never opens anything", () => {
  const byHardness: readonly MessageKind[] = ["rightsReply", "service", "research", "directMarketing"];
  fc.assert(
    fc.property(request, gateFacts, instant, (ask, facts, at) => {
      const answers = byHardness.map((kind) => decide({ ...ask, kind }, facts, at).permitted);
      for (const [place, permitted] of answers.entries()) {
        if (permitted) expect(answers.slice(0, place).every(Boolean)).toBe(true);
      }
    }),
    runs,
  );
});

test("I4: restricting, pausing, unverifying, an overdue assessment and one more approach never open anything", () => {
  fc.assert(
    fc.property(request, gateFacts, instant, (ask, facts, at) => {
      const harder: readonly GateFacts[] = [
        member(facts, { restricted: true }),
        member(facts, { noticeShown: false }),
        member(facts, { state: "left" }),
        member(facts, { pausedUntil: "2040-01-01" }),
        member(facts, { approaches: [...facts.member.approaches, at] }),
        changed(facts, { address: null }),
        changed(facts, { tpsScreenedOn: null }),
        changed(facts, { softOptIn: null }),
        changed(facts, { callOverride: null }),
        changed(facts, { mpsScreenedOn: null }),
        changed(facts, { objectionOutcomes: [] }),
        changed(facts, { representative: null }),
        changed(facts, { settings: [] }),
        changed(facts, { quietDates: [{ from: "2000-01-01", to: "2999-12-31" }] }),
        member(facts, { deceased: true }),
        member(facts, { matched: false }),
        member(facts, { doNotVisit: true }),
        member(facts, { prospect: false }),
        member(facts, { parentAgreed: false }),
        member(facts, { age: { group: "under13", until: null } }),
        member(facts, { age: { group: "unknown", until: null } }),
        member(facts, { unusableChannels: channels }),
        member(facts, { suppressions: [{ purposeKey: null, channel: null, recordedAt: at }] }),
        changed(facts, {
          purpose: facts.purpose === null ? null : { ...facts.purpose, liaReviewOn: "2000-01-01" },
        }),
      ];
      for (const after of harder) neverOpens(facts, after, ask, at);
      const reply: GateRequest = { ...ask, kind: "rightsReply" };
      if (kindByContent(reply, facts) !== "rightsReply") return;
      expect(decide(reply, member(facts, { restricted: true }), at).permitted).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test("an answer is the same at every instant before validUntil", () => {
  fc.assert(
    fc.property(
      request,
      gateFacts,
      instant,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (ask, facts, at, part) => {
        const now = decide(ask, facts, at);
        const end = now.validUntil ?? at + 800 * day;
        const later = Math.min(end - 1, Math.floor(at + (end - at) * part));
        expect(decide(ask, facts, later).code).toBe(now.code);
      },
    ),
    { numRuns: 1_500 },
  );
});
