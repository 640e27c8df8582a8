// What may be sent to a member, for every purpose and channel of the panel: the gate asked once for each, with the
// purpose's own kind. Selection reads the packed answer; hand-over asks the gate again with `factsFor`.
import type { PolicyDocument, Purpose } from "./document";
import { decide } from "./gate/decide";
import type {
  AddressFact,
  ConsentFact,
  GateDecision,
  GateFacts,
  GateRequest,
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
};

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
  };
}

/** What is known about the member, where being shown a notice means one that tells of this purpose as it is now (TR-3). */
function memberFor(
  document: PolicyInForce,
  { member, newestNotice }: MemberFacts,
  purposeKey: string,
): GateFacts["member"] {
  const told =
    !member.noticeShown || newestNotice === undefined || noticeCovers(document, purposeKey, newestNotice);
  return told ? member : { ...member, noticeShown: false };
}

/** The facts for a message that carries the notice in force itself: who gets it is told by it. */
export function withThisNotice(facts: MemberFacts): MemberFacts {
  return {
    ...facts,
    member: { ...facts.member, noticeShown: true },
    newestNotice: Number.MAX_SAFE_INTEGER,
  };
}

/** The gate's facts for one purpose and channel. An unknown purpose gives facts that the gate refuses. */
export function factsFor(
  document: PolicyInForce,
  memberFacts: MemberFacts,
  purposeKey: string,
  channel: Channel,
): GateFacts {
  const purpose = document.purposes.find((candidate) => candidate.key === purposeKey);
  const address = memberFacts.addresses[channel];
  return {
    organisation: {
      publicAuthority: document.organisation.publicAuthority,
      charity: document.organisation.charity,
    },
    purpose: purpose === undefined ? null : purposeFact(document, purpose),
    member: memberFor(document, memberFacts, purposeKey),
    address: address === null ? null : { verified: address.verified, bounced: address.bounced },
    consents: consentsCovered(document, memberFacts.consents),
    suppressions: address?.suppressions ?? [],
    contactBudget: document.contactBudget,
    tpsScreenedOn: memberFacts.tpsScreenedOn,
    softOptIn: memberFacts.softOptIn ?? null,
    ...(document.quietDates === undefined ? {} : { quietDates: document.quietDates }),
  };
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
    for (const channel of purpose.channels) {
      const request = standardRequest(purpose, channel);
      if (request === null) continue;
      const decision = decide(request, factsFor(document, facts, purpose.key, channel), at);
      decisions.set(slotOf(purpose.slot, channel), decision);
    }
  }
  return packPermission(decisions);
}
