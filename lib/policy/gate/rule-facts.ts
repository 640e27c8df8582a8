// What a rule looked at when it judged one message, as dated facts that a person can check (UK GDPR 5(2); law.md I6).
import type { RuleFinding } from "./explain";
import type { ConsentFact, GateFacts, GateRequest, SuppressionFact } from "./types";

/** The keys under `fact` in messages/en/why.json. */
export type FactKey =
  | "state"
  | "joined"
  | "restricted"
  | "restrictedUntil"
  | "noticeShown"
  | "noticeNotShown"
  | "notMatched"
  | "doNotVisit"
  | "age"
  | "decision"
  | "recordedLater"
  | "unproven"
  | "suppressedPerson"
  | "suppressedAddress"
  | "unusable"
  | "address"
  | "addressMissing"
  | "legalSource"
  | "assessmentCurrent"
  | "noAssessment"
  | "noBasisDetail"
  | "screened"
  | "notScreened"
  | "softOptIn"
  | "pausedUntil"
  | "quiet"
  | "quietYearly"
  | "budget"
  | "approached";

/** One fact: when it happened (epoch ms) or the civil day it is about, and a word of a closed vocabulary or a count. */
export type RuleFact = {
  readonly fact: FactKey;
  readonly at?: number;
  readonly day?: string;
  readonly value?: string;
};

type Look = (facts: GateFacts, request: GateRequest) => readonly RuleFact[];

const mostApproaches = 5;

function memberFacts({ member }: GateFacts): readonly RuleFact[] {
  const { state, joinedAt, restricted, restrictedUntil, noticeShown, matched } = member;
  const ends =
    restrictedUntil === undefined
      ? { fact: "restricted" as const }
      : { fact: "restrictedUntil" as const, at: restrictedUntil };
  return [
    { fact: "state", value: state },
    ...(joinedAt === null ? [] : [{ fact: "joined", at: joinedAt } as const]),
    ...(restricted ? [ends] : []),
    ...(matched === false ? [{ fact: "notMatched" } as const] : []),
    { fact: noticeShown ? "noticeShown" : "noticeNotShown" },
  ];
}

function about(request: GateRequest) {
  return ({ purposeKey, channel }: Pick<ConsentFact | SuppressionFact, "purposeKey" | "channel">): boolean =>
    (purposeKey === null || purposeKey === request.purposeKey) &&
    (channel === null || channel === request.channel);
}

function said(fact: ConsentFact): readonly RuleFact[] {
  const { decision, effectiveAt, recordedAt, evidenced } = fact;
  return [
    { fact: "decision", at: effectiveAt, value: decision },
    ...(recordedAt - effectiveAt > 60_000 ? [{ fact: "recordedLater", at: recordedAt } as const] : []),
    ...(decision === "given" && !evidenced ? [{ fact: "unproven" } as const] : []),
  ];
}

/** What the person decided about this purpose and channel, newest first. */
function decisions({ consents }: GateFacts, request: GateRequest): readonly RuleFact[] {
  const own = consents.filter(about(request));
  return own.toSorted((one, other) => other.effectiveAt - one.effectiveAt).flatMap(said);
}

function noes(facts: GateFacts, request: GateRequest): readonly RuleFact[] {
  const closed = (fact: FactKey, suppressions: readonly SuppressionFact[]): readonly RuleFact[] =>
    suppressions.filter(about(request)).map(({ recordedAt }) => ({ fact, at: recordedAt }));
  return [
    ...decisions(facts, request),
    ...closed("suppressedPerson", facts.member.suppressions ?? []),
    ...closed("suppressedAddress", facts.suppressions),
  ];
}

function addressFacts({ address }: GateFacts): readonly RuleFact[] {
  if (address === null) return [{ fact: "addressMissing" }];
  if (address.bounced) return [{ fact: "address", value: "bounced" }];
  return [{ fact: "address", value: address.verified ? "verified" : "unverified" }];
}

function basisFacts({ purpose }: GateFacts): readonly RuleFact[] {
  if (purpose === null) return [];
  const { lawfulBasis, legalSource, liaReviewOn } = purpose;
  if (lawfulBasis === "legitimateInterests") {
    return [
      liaReviewOn === null ? { fact: "noAssessment" } : { fact: "assessmentCurrent", day: liaReviewOn },
    ];
  }
  return legalSource === null ? [{ fact: "noBasisDetail" }] : [{ fact: "legalSource", value: legalSource }];
}

function permissionFacts(facts: GateFacts, request: GateRequest): readonly RuleFact[] {
  const { tpsScreenedOn, softOptIn } = facts;
  const call = request.channel === "call" && request.kind === "directMarketing";
  const screened: RuleFact =
    tpsScreenedOn === null ? { fact: "notScreened" } : { fact: "screened", day: tpsScreenedOn };
  return [
    ...decisions(facts, request),
    ...(call ? [screened] : []),
    ...(softOptIn === null || softOptIn === undefined
      ? []
      : [{ fact: "softOptIn", at: softOptIn.collectedAt } as const]),
  ];
}

function budgetFacts({ contactBudget, member }: GateFacts): readonly RuleFact[] {
  if (contactBudget === null) return [];
  const latest = member.approaches.toSorted((one, other) => other - one).slice(0, mostApproaches);
  return [
    { fact: "budget", value: String(contactBudget.approaches) },
    ...latest.map((at) => ({ fact: "approached", at }) as const),
  ];
}

const looks: Readonly<Record<RuleFinding["rule"], Look>> = {
  rightsReply: () => [],
  message: () => [],
  sender: () => [],
  member: memberFacts,
  age: ({ member }) => (member.age === undefined ? [] : [{ fact: "age", value: member.age.group }]),
  representative: () => [],
  no: noes,
  reach: ({ member }, { channel }) => [
    ...(member.unusableChannels?.includes(channel) === true ? [{ fact: "unusable" } as const] : []),
    ...(member.doNotVisit === true ? [{ fact: "doNotVisit" } as const] : []),
  ],
  address: addressFacts,
  basis: basisFacts,
  permission: permissionFacts,
  body: () => [],
  pause: ({ member }) =>
    member.pausedUntil === null ? [] : [{ fact: "pausedUntil", day: member.pausedUntil }],
  quiet: ({ quietDates }) =>
    (quietDates ?? []).map(({ from, to, yearly }) => ({
      fact: yearly === true ? "quietYearly" : "quiet",
      day: from,
      value: to,
    })),
  budget: (facts, { countsAsApproach }) => (countsAsApproach ? budgetFacts(facts) : []),
};

/** The facts that a rule looked at for a message, in the order in which they matter. Empty where it looks at none. */
export function factsOfRule(
  rule: RuleFinding["rule"],
  facts: GateFacts,
  request: GateRequest,
): readonly RuleFact[] {
  return looks[rule](facts, request);
}
