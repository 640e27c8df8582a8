// A recognised legitimate interest is a closed list, needs no balancing, and is never a public authority's for its tasks
// (UK GDPR 6(1)(ea), Annex 1, 22B(4); law.md LB-2, LB-8).
import type { Annex1Condition } from "./document-parts";
import { inForceAt } from "./law-in-force";

export type RecognisedUse = {
  readonly condition: Annex1Condition | null;
  /** Why nothing less would do, in words. */
  readonly necessity: string;
  readonly publicAuthorityTask: boolean;
  /** It is what a message is sent under: none of the conditions is about asking people things. */
  readonly forMessages: boolean;
  readonly solelyAutomated: boolean;
  readonly at: number;
};

export type RecognisedAnswer =
  "accepted" | "notInForce" | "publicTask" | "noCondition" | "noNecessity" | "automated";

/** Whether a use may rest on Article 6(1)(ea) at an instant, or the first thing that is wrong with it. */
export function recognisedInterest(use: RecognisedUse): RecognisedAnswer {
  if (!inForceAt("recognisedInterests", use.at)) return "notInForce";
  if (use.publicAuthorityTask) return "publicTask";
  if (use.condition === null || use.forMessages) return "noCondition";
  if (use.necessity.trim() === "") return "noNecessity";
  return use.solelyAutomated ? "automated" : "accepted";
}
