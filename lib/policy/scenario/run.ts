// Runs scenarios against a policy document: what the gate says, and where that is not what was expected.
import type { PolicyDocument } from "../document";
import { decide } from "../gate/decide";
import { explain, type RuleFinding } from "../gate/explain";
import type { GateDecision, GateRequest } from "../gate/types";
import { promotionalElements } from "../message-kind";
import { decidingInstant, instantOf, momentOf } from "./moment";
import { factsOf } from "./person";
import type { Scenario, ScenarioFile, ScenarioMessage } from "./types";

/** What a reviewer would find in the words. */
function found(message: ScenarioMessage): Partial<GateRequest> {
  const elements = promotionalElements(message.kind, message.words ?? "").map(({ element }) => element);
  const promotional = elements.some((element) => element !== "joinIn" && element !== "ownReward");
  return {
    ...(promotional ? { promotional } : {}),
    ...(elements.includes("joinIn") ? { recruits: true } : {}),
    ...(elements.includes("ownReward") ? { incentive: "rentCredit" as const } : {}),
  };
}

function requestOf(document: PolicyDocument, message: ScenarioMessage): GateRequest {
  const { kind, purpose, channel, words: _words, reviewed, approach, from, shows, ...content } = message;
  const signOff = document.purposes.find(({ key }) => key === purpose)?.publicTaskSignOff?.reason;
  const mayCount = kind !== "service" && kind !== "rightsReply";
  return {
    kind,
    channel,
    purposeKey: purpose,
    contentReviewed: reviewed ?? true,
    countsAsApproach: approach ?? mayCount,
    ...(signOff === undefined ? {} : { publicTaskSignOff: signOff }),
    ...found(message),
    ...content,
    ...(from === undefined ? {} : { senderKey: from }),
    ...(shows === undefined ? {} : { rendered: shows }),
  };
}

export type Outcome = {
  readonly scenario: Scenario;
  readonly passed: boolean;
  readonly decision: GateDecision;
  /** What was expected of the time it holds, and what came; null when nobody asked. */
  readonly until: { readonly expected: string; readonly got: string } | null;
  /** Every rule that was considered, in order. */
  readonly rules: readonly RuleFinding[];
};

function untilOf({ until }: Scenario, decision: GateDecision): Outcome["until"] {
  if (until === undefined) return null;
  const got = decision.validUntil === null ? "always" : momentOf(decision.validUntil);
  const instant = until === "always" ? null : instantOf(until);
  return { expected: instant === null ? until : momentOf(instant), got };
}

/** What the gate says about one scenario. Throws a RangeError for a moment that does not exist. */
export function runScenario(document: PolicyDocument, file: ScenarioFile, scenario: Scenario): Outcome {
  const at = decidingInstant(scenario.at);
  if (at === null) throw new RangeError(`There is no such moment: ${scenario.at}`);
  const request = requestOf(document, scenario.message);
  const person = file.people[scenario.person] ?? {};
  const facts = factsOf(document, person, scenario.events ?? [], scenario.message, at);
  const decision = decide(request, facts, at);
  const until = untilOf(scenario, decision);
  return {
    scenario,
    decision,
    until,
    passed: decision.code === scenario.expect && (until === null || until.expected === until.got),
    rules: explain(request, facts, at),
  };
}

/** A policy with some parts replaced, as JSON merge patch says (RFC 7396): null takes a part away. */
export function merged(value: unknown, changes: unknown): unknown {
  if (typeof changes !== "object" || changes === null || Array.isArray(changes)) return changes;
  const base = typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  const kept = Object.entries(base).filter(([key]) => (changes as Record<string, unknown>)[key] !== null);
  const put = Object.entries(changes)
    .filter(([, change]) => change !== null)
    .map(([key, change]) => [key, merged((base as Record<string, unknown>)[key], change)] as const);
  return { ...Object.fromEntries(kept), ...Object.fromEntries(put) };
}
