// The gate's inputs and its answer. Everything a decision depends on is here, so that every permission can be
// reproduced from stored inputs (law.md I6).
import type { AgeFact } from "../age";
import type { QuietPromise } from "../quiet-dates";
import type { Representative } from "../representative";
import type {
  CaptureMethod,
  Channel,
  CivilDate,
  ConsentDecision,
  LawfulBasis,
  MemberState,
  MessageKind,
} from "../vocabulary";
import type { RenderedMessage, ReviewedContent } from "./message-facts";
import type { SettledPoint } from "./settings";

/** One message to one person. */
export type GateRequest = ReviewedContent & {
  readonly kind: MessageKind;
  readonly channel: Channel;
  readonly purposeKey: string;
  /** A human reviewed what the message says and confirmed its kind (law.md PE-1..PE-4). */
  readonly contentReviewed: boolean;
  /** The message is an approach that counts against the contact budget. */
  readonly countsAsApproach: boolean;
  /** The reviewed words also promote someone else or something else; no soft opt-in covers that (law.md PE-9). */
  readonly promotesOthers?: boolean;
  /** Nobody approved the message yet. Absent: it was approved, or needs no approval. */
  readonly unapproved?: boolean;
  /** The organisation it goes out from; absent: the panel's own. */
  readonly senderKey?: string;
  /** It goes to the member's representative instead. */
  readonly toRepresentative?: boolean;
  /** An unaddressed leaflet for every home of an area. Absent: homes were chosen, so it is judged as a letter. */
  readonly everyHome?: boolean;
  /** It is about something this person said yes to themselves, and runs it: when, where, changed, called off. */
  readonly joined?: boolean;
  /** What the finished message shows; absent while people are chosen, null at hand-over when nobody looked. */
  readonly rendered?: RenderedMessage | null;
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
  /** The organisation that was named when the person decided; absent: the panel's own (law.md CN-4). */
  readonly controllerKey?: string;
};

/** Something not to be used: all of it, or for one purpose, channel or kind of message. Null and absent: every one. */
export type SuppressionFact = {
  readonly purposeKey: string | null;
  readonly channel: Channel | null;
  readonly messageKind?: MessageKind | null;
  readonly recordedAt: number;
  /** The person themself asked for it, not somebody who shares the address. */
  readonly own?: boolean;
};

/** What the data protection officer decided about objections to a purpose up to an instant (UK GDPR 21(1)). */
export type ObjectionOutcome = {
  readonly purposeKey: string;
  readonly decidedAt: number;
  readonly outcome: "accepted" | "overridden";
  /** The compelling grounds, in words; an override without them is none. */
  readonly reasons: string;
  /** When the person was told of it (epoch ms); absent: not yet. */
  readonly toldAt?: number;
};

/** The person told us that calls to this number are welcome, whatever the register says (PECR reg 21(4)). */
export type CallOverride = { readonly toldAt: number; readonly withdrawnAt: number | null };

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
  /** Whether it is what applications are used for; absent where nobody applies. */
  readonly aboutApplications?: boolean;
};

/** What is known about an address on one channel; verified means the person showed that it is theirs. */
export type AddressFact = {
  readonly verified: boolean;
  readonly bounced: boolean;
  /** Whose the line or mailbox is in law; absent: an individual's (PECR reg 2, 22(1)). */
  readonly subscriber?: "individual" | "corporate";
};

/** Evidence for a PECR soft opt-in, from the moment the details were taken (reg 22(3), 22(3A)). */
export type SoftOptInFact = {
  readonly collectedAt: number;
  /** The sender took the details itself, not a group company or a list. */
  readonly collectedByController: boolean;
  /** In a sale or its negotiation, or while the person offered or showed interest in the charity's work. */
  readonly context: "sale" | "tenancy" | "support" | "beneficiary" | "other";
  /** A free and simple way to say no was offered then. */
  readonly optOutOffered: boolean;
  /** The person used it. */
  readonly optOutUsed?: boolean;
  /** Known before reg 22(3A), the person came back of their own accord at `collectedAt`. */
  readonly engagedAfresh?: boolean;
};

export type GateFacts = {
  readonly organisation: {
    /** The controller; absent: requests name none either. */
    readonly key?: string;
    readonly publicAuthority: boolean;
    readonly charity: boolean;
  };
  readonly purpose: PurposeFact | null;
  readonly member: {
    readonly state: MemberState;
    readonly restricted: boolean;
    /** From when the restriction is lifted (epoch ms), once that was announced; absent: it goes on. */
    readonly restrictedUntil?: number;
    /** Last day of a pause, or null. */
    readonly pausedUntil: CivilDate | null;
    readonly joinedAt: number | null;
    /** The person was shown a notice that covers the purpose before this message (law.md section 5). */
    readonly noticeShown: boolean;
    /** Instants of approaches inside or near the budget window, any order. */
    readonly approaches: readonly number[];
    readonly deceased?: boolean;
    /** False while it is not sure that the details belong to this person. */
    readonly matched?: boolean;
    /** Someone the panel knows but who never applied: from housing records, to be asked to join. */
    readonly prospect?: boolean;
    readonly age?: AgeFact;
    /** A parent's consent was given and checked, for a child under 13. */
    readonly parentAgreed?: boolean;
    /** Purposes that an Article 18 restriction is about, where it is not about all use. */
    readonly restrictedPurposes?: readonly string[];
    readonly doNotVisit?: boolean;
    /** Ways of contact that the person told us they cannot use. */
    readonly unusableChannels?: readonly Channel[];
    /** The format the person needs, such as "largePrint"; absent: standard. */
    readonly neededFormat?: string;
    /** What must not be sent to this person whatever the address (law.md PE-13). */
    readonly suppressions?: readonly SuppressionFact[];
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
  readonly callOverride?: CallOverride | null;
  /** The day a Mailing Preference Service screening of the home came back clear; only prospects need one. */
  readonly mpsScreenedOn?: CivilDate | null;
  /** Absent: nobody keeps such decisions, and an objection is never overridden. */
  readonly objectionOutcomes?: readonly ObjectionOutcome[];
  readonly quietDates?: readonly QuietPromise[];
  readonly representative?: Representative | null;
  /** Debated points that the data protection officer settled against the safe side. */
  readonly settings?: readonly SettledPoint[];
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
  "message.promotional",
  "message.unnecessary",
  "message.notApproved",
  "message.notRendered",
  "message.noIdentity",
  "message.noOptOut",
  "message.cannotReply",
  "message.noCallerLine",
  "message.noContactDetails",
  "message.wrongFormat",
  "controller.notSender",
  "member.deceased",
  "member.notMatched",
  "member.under18",
  "member.needsParent",
  "member.doNotVisit",
  "channel.notUsable",
  "suppression.person",
  "objection.pending",
  "representative.noAuthority",
  "representative.expired",
  "representative.outOfScope",
  "post.notScreened",
  "panel.quietDates",
] as const;
export type GateCode = (typeof gateCodes)[number];

export type GateDecision = {
  readonly permitted: boolean;
  readonly code: GateCode;
  readonly citation: string;
  /** The decision may differ from this instant on (epoch ms); null when only new facts can change it. */
  readonly validUntil: number | null;
};
