// The gate's inputs and its answer. Everything a decision depends on is here, so that every permission can be
// reproduced from stored inputs (law.md I6).
import type {
  CaptureMethod,
  Channel,
  CivilDate,
  ConsentDecision,
  LawfulBasis,
  MemberState,
  MessageKind,
} from "../vocabulary";

/** One message to one person. */
export type GateRequest = {
  readonly kind: MessageKind;
  readonly channel: Channel;
  readonly purposeKey: string;
  /** A human reviewed what the message says and confirmed its kind (law.md PE-1..PE-4). */
  readonly contentReviewed: boolean;
  /** The message is an approach that counts against the contact budget. */
  readonly countsAsApproach: boolean;
  /** The reviewed words also promote someone else or something else; no soft opt-in covers that (law.md PE-9). */
  readonly promotesOthers?: boolean;
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
  /** Channels on which the panel promised to ask first although the law does not demand it (law.md 12, row 8). */
  readonly promisedConsent?: readonly Channel[];
};

/** What is known about an address on one channel; verified means the person showed that it is theirs. */
export type AddressFact = { readonly verified: boolean; readonly bounced: boolean };

/** Evidence for a PECR soft opt-in, from the moment the details were taken (reg 22(3), 22(3A)). */
export type SoftOptInFact = {
  readonly collectedAt: number;
  /** The sender took the details itself, not a group company or a list. */
  readonly collectedByController: boolean;
  /** In a sale or its negotiation, or while the person offered or showed interest in the charity's work. */
  readonly context: "sale" | "support" | "other";
  /** A free and simple way to say no was offered then. */
  readonly optOutOffered: boolean;
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
  readonly address: AddressFact | null;
  /** The person's decisions about any purpose, in any order. */
  readonly consents: readonly ConsentFact[];
  /** Suppressions of the address that is used, not lifted. */
  readonly suppressions: readonly SuppressionFact[];
  readonly contactBudget: { readonly approaches: number; readonly window: string } | null;
  /** The day a TPS / CTPS screening of the number came back clear; null when never screened (law.md PE-12). */
  readonly tpsScreenedOn: CivilDate | null;
  /** Absent when there is no evidence: then no soft opt-in holds. */
  readonly softOptIn?: SoftOptInFact | null;
};

/**
 * Named reasons. Their sentences are in messages/en/policy.json under `reason.<code>`. Their places are stored in
 * the packed contact permission: only ever add at the end.
 */
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
  "facts.unreadable",
  "invitation.notThis",
  "invitation.answered",
] as const;
export type GateCode = (typeof gateCodes)[number];

export type GateDecision = {
  readonly permitted: boolean;
  readonly code: GateCode;
  readonly citation: string;
  /** The decision may differ from this instant on (epoch ms); null when only new facts can change it. */
  readonly validUntil: number | null;
};
