// What may be sent to a member, for every purpose and channel of the panel: the gate asked once for each, with the
// purpose's own kind. Selection reads the packed answer; hand-over asks the gate again with `factsFor`.
import { ageGroupOfBand } from "./age";
import { isAboutApplications } from "./application-round";
import { earliest, londonDate } from "./civil";
import { nextSettling, settledOn } from "./debated";
import type { PolicyDocument, Purpose } from "./document";
import { decide } from "./gate/decide";
import { debatedPoints } from "./gate/settings";
import type {
  AddressFact,
  CallOverride,
  ConsentFact,
  GateDecision,
  GateFacts,
  GateRequest,
  ObjectionOutcome,
  PurposeFact,
  SoftOptInFact,
  SuppressionFact,
} from "./gate/types";
import { consentsCovered, noticeCovers, type PolicyInForce } from "./notice-cover";
import { packPermission, slotOf, type PackedPermission } from "./permission-slots";
import type { Channel, CivilDate } from "./vocabulary";

/** An address of the member and what was suppressed for it; suppressions of other people's addresses stay away. */
export type MemberAddress = AddressFact & { readonly suppressions: readonly SuppressionFact[] };

/** Everything the gate needs to know about one member, whatever the purpose and channel. */
export type MemberFacts = {
  readonly member: GateFacts["member"];
  /** The number of the newest notice the person was shown; null when none, absent where nobody counts them. */
  readonly newestNotice?: number | null;
  readonly addresses: Readonly<Record<Channel, MemberAddress | null>>;
  readonly consents: readonly ConsentFact[];
  readonly tpsScreenedOn: CivilDate | null;
  readonly softOptIn?: SoftOptInFact | null;
  /** What the person said about their age, where no date of birth is held. */
  readonly ageBand?: string | null;
  /** The person told us that calls to the number in use are welcome. */
  readonly callOverride?: CallOverride;
  /** What was decided about objections to any purpose; empty when nothing was: then they wait. Absent: there are none. */
  readonly objectionOutcomes?: readonly ObjectionOutcome[];
};

/** What is suppressed for the person on one channel: of themself, and of the address that is used. */
export function stopsOn(
  { member, addresses }: Pick<MemberFacts, "member" | "addresses">,
  channel: Channel | null,
): readonly SuppressionFact[] {
  const ofAddress = channel === null ? [] : (addresses[channel]?.suppressions ?? []);
  return [...(member.suppressions ?? []), ...ofAddress];
}

function purposeFact(document: PolicyDocument, purpose: Purpose): PurposeFact {
  const assessment = document.accountability.find(
    ({ kind, key, status }) => kind === "lia" && key === purpose.liaKey && status !== "draft",
  );
  return {
    key: purpose.key,
    messageKind: purpose.messageKind,
    lawfulBasis: purpose.lawfulBasis,
    channels: purpose.channels,
    softOptIn: purpose.softOptIn ?? "none",
    withinPublicTask: purpose.withinPublicTask ?? false,
    liaReviewOn: assessment?.reviewOn ?? null,
    legalSource: purpose.legalSource ?? null,
    promisedConsent: purpose.promisedConsent ?? [],
    ...(document.panel.joining === "round"
      ? { aboutApplications: isAboutApplications(document, purpose) }
      : {}),
  };
}

const adult = 18;

/**
 * What is known about the member, where being shown a notice means one that tells of this purpose as it is now (TR-3).
 * Their age is asked about only where the panel takes members under 18 (CN-7).
 */
function memberFor(document: PolicyInForce, facts: MemberFacts, purposeKey: string): GateFacts["member"] {
  const { member, newestNotice, ageBand } = facts;
  const told =
    !member.noticeShown || newestNotice === undefined || noticeCovers(document, purposeKey, newestNotice);
  const mayBeChild =
    document.membership.minimumAge < adult && ageBand !== undefined && member.age === undefined;
  if (told && !mayBeChild) return member;
  return {
    ...member,
    ...(mayBeChild ? { age: ageGroupOfBand(ageBand) } : {}),
    ...(told ? {} : { noticeShown: false }),
  };
}

/** The facts for a message that carries the notice in force itself: who gets it is told by it. */
export function withThisNotice(facts: MemberFacts): MemberFacts {
  return {
    ...facts,
    member: { ...facts.member, noticeShown: true },
    newestNotice: Number.MAX_SAFE_INTEGER,
  };
}

/** The debated points that are settled on the day of an instant; most policies settle none. */
function settingsAt(document: PolicyDocument, at: number): Pick<GateFacts, "settings"> {
  const today = document.settings === undefined ? null : londonDate(at);
  if (today === null) return {};
  const known = settledOn(document, today).flatMap(({ point, approvalId }) => {
    const debated = debatedPoints.find((one) => one === point);
    return debated === undefined ? [] : [{ point: debated, approvalId }];
  });
  return known.length === 0 ? {} : { settings: known };
}

function addressFact({ verified, bounced, subscriber }: MemberAddress): AddressFact {
  return subscriber === undefined ? { verified, bounced } : { verified, bounced, subscriber };
}

/** What hardly anybody has; about the purpose in question only, as the record of the decision keeps it. */
function recordedRarely(
  { callOverride, objectionOutcomes }: MemberFacts,
  purposeKey: string,
): Pick<GateFacts, "callOverride" | "objectionOutcomes"> {
  return {
    ...(callOverride === undefined ? {} : { callOverride }),
    ...(objectionOutcomes === undefined
      ? {}
      : { objectionOutcomes: objectionOutcomes.filter((outcome) => outcome.purposeKey === purposeKey) }),
  };
}

/** What the gate is told about a member and a purpose whatever the channel. */
type FactsOfPurpose = Omit<GateFacts, "address" | "suppressions">;

function factsOfPurpose(
  document: PolicyInForce,
  memberFacts: MemberFacts,
  purposeKey: string,
  at: number,
): FactsOfPurpose {
  const purpose = document.purposes.find((candidate) => candidate.key === purposeKey);
  return {
    organisation: {
      key: document.organisation.key,
      publicAuthority: document.organisation.publicAuthority,
      charity: document.organisation.charity,
    },
    purpose: purpose === undefined ? null : purposeFact(document, purpose),
    member: memberFor(document, memberFacts, purposeKey),
    consents: consentsCovered(document, memberFacts.consents),
    contactBudget: document.contactBudget,
    tpsScreenedOn: memberFacts.tpsScreenedOn,
    softOptIn: memberFacts.softOptIn ?? null,
    ...recordedRarely(memberFacts, purposeKey),
    ...(document.quietDates === undefined ? {} : { quietDates: document.quietDates }),
    ...settingsAt(document, at),
  };
}

function onChannel(facts: FactsOfPurpose, { addresses }: MemberFacts, channel: Channel): GateFacts {
  const address = addresses[channel];
  return {
    ...facts,
    address: address === null ? null : addressFact(address),
    suppressions: address?.suppressions ?? [],
  };
}

/**
 * The gate's facts for one purpose and channel at an instant (epoch ms), on which the points that the data protection
 * officer settled depend. An unknown purpose gives facts that the gate refuses.
 */
export function factsFor(
  document: PolicyInForce,
  memberFacts: MemberFacts,
  purposeKey: string,
  channel: Channel,
  at: number,
): GateFacts {
  return onChannel(factsOfPurpose(document, memberFacts, purposeKey, at), memberFacts, channel);
}

/**
 * The request that contact permission answers for a purpose: its own kind, words reviewed. Approaches count against
 * the contact budget; service messages are about what the member already takes part in and do not. Null for a
 * purpose that sends nothing.
 */
export function standardRequest(purpose: Purpose, channel: Channel): GateRequest | null {
  if (purpose.messageKind === null) return null;
  return {
    kind: purpose.messageKind,
    channel,
    purposeKey: purpose.key,
    contentReviewed: true,
    countsAsApproach: purpose.messageKind !== "service",
  };
}

/**
 * The instant to decide at (epoch ms), for someone whose clock says `now`. What was recorded is never in the future: a
 * clock that is behind the one that recorded a "no" must not make the gate overlook it.
 */
export function decisionInstant(facts: Pick<MemberFacts, "consents">, now: number): number {
  return Math.max(now, ...facts.consents.map(({ recordedAt }) => recordedAt));
}

/** Contact permission of one member under a policy document at an instant (epoch ms). */
export function decideContactPermission(
  document: PolicyInForce,
  facts: MemberFacts,
  at: number,
): PackedPermission {
  const decisions = new Map<number, GateDecision>();
  for (const purpose of document.purposes) {
    const ofPurpose = factsOfPurpose(document, facts, purpose.key, at);
    for (const channel of purpose.channels) {
      const request = standardRequest(purpose, channel);
      if (request === null) continue;
      const decision = decide(request, onChannel(ofPurpose, facts, channel), at);
      decisions.set(slotOf(purpose.slot, channel), decision);
    }
  }
  const packed = packPermission(decisions);
  return document.settings === undefined
    ? packed
    : { ...packed, validUntil: earliest(packed.validUntil, nextSettling(document, at)) };
}
