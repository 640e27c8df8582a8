import type {
  ConsentFact,
  GateFacts,
  GateRequest,
  PurposeFact,
  SoftOptInFact,
} from "@/lib/policy/gate/types";

// A member of an English housing association's panel for whom everything is in order; each test changes one thing.

/** Epoch ms of a UTC moment such as "2026-11-21T10:00". */
export function moment(utc: string): number {
  return Date.parse(utc.length === 10 ? `${utc}T00:00:00Z` : `${utc}Z`);
}

export const noon = moment("2026-11-21T12:00");

export function purpose(changes: Partial<PurposeFact> = {}): PurposeFact {
  return {
    key: "promotion",
    messageKind: "directMarketing",
    lawfulBasis: "legitimateInterests",
    channels: ["email", "sms", "call", "post"],
    softOptIn: "none",
    withinPublicTask: false,
    liaReviewOn: "2027-03-31",
    legalSource: null,
    ...changes,
  };
}

export function request(changes: Partial<GateRequest> = {}): GateRequest {
  return {
    kind: "directMarketing",
    channel: "email",
    purposeKey: "promotion",
    contentReviewed: true,
    countsAsApproach: true,
    ...changes,
  };
}

type FactChanges = Partial<Omit<GateFacts, "member">> & { readonly member?: Partial<GateFacts["member"]> };

export function facts({ member, ...changes }: FactChanges = {}): GateFacts {
  return {
    organisation: { publicAuthority: false, charity: false },
    purpose: purpose(),
    member: {
      state: "member",
      restricted: false,
      pausedUntil: null,
      joinedAt: moment("2026-03-01"),
      noticeShown: true,
      approaches: [],
      ...member,
    },
    address: { verified: true, bounced: false },
    consents: [],
    suppressions: [],
    contactBudget: null,
    tpsScreenedOn: null,
    ...changes,
  };
}

export function decision(
  what: ConsentFact["decision"],
  effectiveAt: string,
  changes: Partial<ConsentFact> = {},
): ConsentFact {
  return {
    purposeKey: "promotion",
    channel: "email",
    decision: what,
    method: "web",
    effectiveAt: moment(effectiveAt),
    recordedAt: moment(effectiveAt),
    validUntil: null,
    evidenced: true,
    ...changes,
  };
}

export function softOptIn(changes: Partial<SoftOptInFact> = {}): SoftOptInFact {
  return {
    collectedAt: moment("2026-03-01"),
    collectedByController: true,
    context: "support",
    optOutOffered: true,
    ...changes,
  };
}
