// The content decides what a message is, not its label: promotion, a request to join, or the sponsor's own goods as a
// reward make the whole of it direct marketing (UK GDPR 4(1)(15A); PECR reg 2(1); law.md PE-1 to PE-6).
import type { MessageKind } from "../vocabulary";
import { isSettled } from "./settings";
import type { GateFacts, GateRequest } from "./types";

function rewardsWithOwnGoods(request: GateRequest, facts: GateFacts): boolean {
  if (request.incentive === "ownGoods") return true;
  return request.incentive === "rentCredit" && !isSettled(facts.settings, "rentCreditIsNeutral");
}

/** A public authority may promote what its task needs, once its data protection officer signed that off (PE-5). */
function needsPublicTask(request: GateRequest, { organisation, purpose }: GateFacts): boolean {
  const signedOff = (request.publicTaskSignOff ?? "").trim() !== "";
  const withinTask = purpose?.lawfulBasis === "publicTask" && purpose.withinPublicTask;
  return signedOff && withinTask && organisation.publicAuthority;
}

/** Whether the reviewer found anything that may promote, before any debated point is looked at. */
export function mayPromote({ promotional, recruits, sellsOrFundraises, incentive }: GateRequest): boolean {
  const ownReward = incentive === "ownGoods" || incentive === "rentCredit";
  return promotional === true || recruits === true || sellsOrFundraises === true || ownReward;
}

/** The kind a message has by its content: its own, or direct marketing. */
export function kindByContent(request: GateRequest, facts: GateFacts): MessageKind {
  if (!mayPromote(request)) return request.kind;
  if (request.sellsOrFundraises === true || rewardsWithOwnGoods(request, facts)) return "directMarketing";
  const recruits = request.recruits === true && !isSettled(facts.settings, "recruitmentIsNeutral");
  if (request.promotional !== true && !recruits) return request.kind;
  return needsPublicTask(request, facts) ? request.kind : "directMarketing";
}
