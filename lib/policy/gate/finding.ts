// What one rule says about one message. Rules are asked in order; the first that refuses names the reason
// (law.md 13 decide_send).
import type { GateCode, GateFacts, GateRequest, PurposeFact } from "./types";
import type { ConsentStanding } from "../consent-standing";

/** Everything a rule may look at. */
export type Situation = {
  /** The request, with the kind that its content gives it. */
  readonly request: GateRequest;
  /** The content made it direct marketing although it was not called that. */
  readonly hardened: boolean;
  readonly facts: GateFacts;
  readonly purpose: PurposeFact;
  readonly standing: ConsentStanding;
  readonly at: number;
};

export type Finding = {
  /** Null when the rule has nothing against the message. */
  readonly code: Exclude<GateCode, "permitted"> | null;
  readonly citation: string;
  /** First instant at which this rule may answer otherwise by time alone (epoch ms). */
  readonly until: number | null;
};

export type Rule = (situation: Situation) => Finding;

const nothingAgainst: Finding = { code: null, citation: "", until: null };

export function pass(until: number | null = null): Finding {
  return until === null ? nothingAgainst : { code: null, citation: "", until };
}

export function refuse(
  code: Exclude<GateCode, "permitted">,
  citation: string,
  until: number | null = null,
): Finding {
  return { code, citation, until };
}
