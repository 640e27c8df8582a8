// What a rule sees of one request: the kind its content gives it, and where the person stands.
import { isInstant } from "../civil";
import { consentScope, consentStanding } from "../consent-standing";
import type { Situation } from "./finding";
import { kindByContent, mayPromote } from "./kind-by-content";
import { standingDecisions } from "./objection-outcome";
import { haveShape, isRequest } from "./readable";
import type { ConsentFact, GateCode, GateFacts, GateRequest, PurposeFact } from "./types";
import { channels, messageKinds, type MessageKind } from "../vocabulary";

/** A request the rules can judge, one that goes out whatever stands, or one that is refused before any rule. */
export type Asked =
  | { readonly is: "judged"; readonly situation: Situation; readonly everyHome: boolean }
  | { readonly is: "rightsReply" }
  | { readonly is: "refused"; readonly code: Exclude<GateCode, "permitted">; readonly citation: string };

const unreadable: Asked = { is: "refused", code: "facts.unreadable", citation: "UK GDPR 5(2)" };

/** A "yes" given to another controller is none to this one; its "no" stays (law.md CN-4, I2). */
function counts({ decision, controllerKey }: ConsentFact, key: string | undefined): boolean {
  return decision !== "given" || controllerKey === undefined || controllerKey === key;
}

function toThisController(consents: readonly ConsentFact[], key: string | undefined): readonly ConsentFact[] {
  return consents.every((fact) => counts(fact, key))
    ? consents
    : consents.filter((fact) => counts(fact, key));
}

function situationOf(
  request: GateRequest,
  kind: MessageKind,
  facts: GateFacts,
  purpose: PurposeFact,
  at: number,
): Situation {
  const hardened = kind !== request.kind;
  const decisions = toThisController(standingDecisions(facts, purpose, kind, at), facts.organisation.key);
  const scope = consentScope(kind, request.channel);
  const standing = consentStanding(decisions, purpose.key, request.channel, at, scope);
  return { request: hardened ? { ...request, kind } : request, hardened, facts, purpose, standing, at };
}

/** Reads a request and its facts. Never throws. */
export function ask(request: GateRequest, facts: GateFacts, at: number): Asked {
  if (!isRequest(request)) return unreadable;
  if (!messageKinds.includes(request.kind) || !channels.includes(request.channel)) return unreadable;
  if (request.kind === "rightsReply" && !mayPromote(request)) return { is: "rightsReply" };
  if (!haveShape(facts)) return unreadable;
  const kind = kindByContent(request, facts);
  if (kind === "rightsReply") return { is: "rightsReply" };
  const { purpose } = facts;
  if (purpose === null) return { is: "refused", code: "purpose.unknown", citation: "UK GDPR 5(1)(b)" };
  if (!isInstant(at)) return unreadable;
  const everyHome = request.channel === "unaddressed" && request.everyHome === true;
  return { is: "judged", situation: situationOf(request, kind, facts, purpose, at), everyHome };
}
