import type {
  CaptureMethod,
  Channel,
  CivilDate,
  ConsentDecision,
  LawfulBasis,
  MemberState,
  MessageKind,
} from "../vocabulary";

// The gate's inputs and its answer. Everything a decision depends on is here, so that every permission can be
// reproduced from stored inputs (law.md I6).

/** One message to one person. */
export type GateRequest = {
  readonly kind: MessageKind;
  readonly channel: Channel;
  readonly purposeKey: string;
  /** A human reviewed what the message says and confirmed its kind (law.md PE-1..PE-4). */
  readonly contentReviewed: boolean;
  /** The message is an approach that counts against the contact budget. */
  readonly countsAsApproach: boolean;
};

/** A decision of the person about a purpose and channel, as recorded. Instants in epoch milliseconds, UTC. */
export type ConsentFact = {
  readonly purposeKey: string;
  readonly channel: Channel | null;
  readonly decision: ConsentDecision;
  readonly method: CaptureMethod;
  readonly effectiveAt: number;
  readonly recordedAt: number;
  readonly validUntil: number | null;
  /** False when there is no wording, notice or method behind it (law.md CN-2): never sendable. */
  readonly evidenced: boolean;
};

export type SuppressionFact = {
  readonly purposeKey: string | null;
  readonly channel: Channel | null;
  readonly recordedAt: number;
};

export type PurposeFact = {
  readonly key: string;
  readonly messageKind: Exclude<MessageKind, "rightsReply"> | null;
  readonly lawfulBasis: LawfulBasis;
  readonly channels: readonly Channel[];
  readonly softOptIn: "sale" | "charity" | "none";
  readonly withinPublicTask: boolean;
  /** Last day the legitimate interests assessment is current; null when there is none. */
  readonly liaReviewOn: CivilDate | null;
  readonly legalSource: string | null;
};

export type GateFacts = {
  readonly organisation: { readonly publicAuthority: boolean; readonly charity: boolean };
  readonly purpose: PurposeFact | null;
  readonly member: {
    readonly state: MemberState;
    readonly restricted: boolean;
    /** Last day of a pause, or null. */
    readonly pausedUntil: CivilDate | null;
    readonly joinedAt: number | null;
    /** The person was shown a notice that covers the purpose before this message (law.md section 5). */
    readonly noticeShown: boolean;
    /** Instants of approaches inside or near the budget window, any order. */
    readonly approaches: readonly number[];
  };
  /** The address for the channel; null when there is none. */
  readonly address: { readonly verified: boolean; readonly bounced: boolean } | null;
  readonly consents: readonly ConsentFact[];
  readonly suppressions: readonly SuppressionFact[];
  readonly contactBudget: { readonly approaches: number; readonly window: string } | null;
  /** Days since a TPS / CTPS screening came back clear; null when never screened (law.md PE-12). */
  readonly tpsScreenedOn: CivilDate | null;
};

/** Named reasons. Their sentences are in messages/en/policy.json under `reason.<code>`. */
export const gateCodes = [
  "permitted",
  "member.notJoined",
  "member.left",
  "member.ended",
  "member.erased",
  "member.restricted",
  "member.paused",
  "member.noticeNotShown",
  "member.askedRecently",
  "address.missing",
  "address.unverified",
  "address.bounced",
  "suppression.address",
  "objection.received",
  "consent.missing",
  "consent.refused",
  "consent.withdrawn",
  "consent.expired",
  "consent.unverified",
  "softOptIn.missing",
  "telephone.notScreened",
  "basis.notAvailable",
  "basis.assessmentOverdue",
  "purpose.unknown",
  "channel.notOffered",
  "message.notReviewed",
  "message.wrongKind",
] as const;
export type GateCode = (typeof gateCodes)[number];

export type GateDecision = {
  readonly permitted: boolean;
  readonly code: GateCode;
  readonly citation: string;
  /** The decision may differ from this instant on (epoch ms); null when only new facts can change it. */
  readonly validUntil: number | null;
};
