import fc from "fast-check";
import { ageGroupAt } from "@/lib/policy/age";
import { incentives, lastingOccasions, type RenderedMessage } from "@/lib/policy/gate/message-facts";
import { debatedPoints } from "@/lib/policy/gate/settings";
import { authorities } from "@/lib/policy/representative";
import { documents } from "./presets";
import type { MemberFacts } from "@/lib/policy/contact-permission";
import type {
  ConsentFact,
  GateFacts,
  GateRequest,
  PurposeFact,
  SuppressionFact,
} from "@/lib/policy/gate/types";
import {
  captureMethods,
  channels,
  consentDecisions,
  lawfulBases,
  memberStates,
  messageKinds,
} from "@/lib/policy/vocabulary";
import { noon } from "./gate-makers";

// Random gate questions. Few purposes, channels and days, so that facts meet; and junk among them.

const day = 86_400_000;
export const instant = fc
  .integer({ min: -900, max: 900 })
  .map((days) => noon + days * day + ((days * 7_919) % day));
const civil = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .integer({ min: -400, max: 400 })
      .map((days) => new Date(noon + days * day).toISOString().slice(0, 10)),
  },
  { weight: 1, arbitrary: fc.constantFrom("2026-02-30", "", "soon", "9999-99-99") },
);
const oddInstant = fc.oneof(
  { weight: 19, arbitrary: instant },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Infinity, -Infinity, 1e300, 0.5) },
);
const purposeKey = fc.constantFrom("promotion", "research");
const channel = fc.constantFrom(...channels);
const anyChannel = fc.option(channel, { nil: null });

export const consentFact: fc.Arbitrary<ConsentFact> = fc.record({
  purposeKey,
  channel: anyChannel,
  decision: fc.oneof(fc.constant("given" as const), fc.constantFrom(...consentDecisions)),
  method: fc.constantFrom(...captureMethods),
  effectiveAt: oddInstant,
  recordedAt: oddInstant,
  validUntil: fc.option(oddInstant, { nil: null }),
  evidenced: fc.boolean(),
});

export const suppressionFact: fc.Arbitrary<SuppressionFact> = fc.record({
  purposeKey: fc.option(purposeKey, { nil: null }),
  channel: anyChannel,
  messageKind: fc.option(fc.constantFrom(...messageKinds), { nil: null }),
  recordedAt: oddInstant,
});

/** Something with extra facts one time in three; most messages and members have none. */
function sometimes<T, U>(plain: fc.Arbitrary<T>, extra: fc.Arbitrary<U>): fc.Arbitrary<T & Partial<U>> {
  const added: fc.Arbitrary<Partial<U>> = fc.oneof(
    { weight: 2, arbitrary: fc.constant<Partial<U>>({}) },
    { weight: 1, arbitrary: extra },
  );
  return fc.tuple(plain, added).map(([one, more]) => ({ ...one, ...more }));
}

const rendered: fc.Arbitrary<RenderedMessage> = fc.record({
  identityShown: fc.boolean(),
  optOutOffered: fc.boolean(),
  optOutByReply: fc.boolean(),
  senderReplyable: fc.boolean(),
  callerLineShown: fc.boolean(),
  contactDetailsShown: fc.boolean(),
});

const content = fc.record(
  {
    promotional: fc.boolean(),
    recruits: fc.boolean(),
    sellsOrFundraises: fc.boolean(),
    incentive: fc.constantFrom(...incentives),
    unnecessary: fc.boolean(),
    similarProducts: fc.boolean(),
    occasion: fc.constantFrom(...lastingOccasions),
    publicTaskSignOff: fc.constantFrom("record-1", "", null),
    promotesOthers: fc.boolean(),
    unapproved: fc.boolean(),
    senderKey: fc.constantFrom("landlord", "group"),
    toRepresentative: fc.boolean(),
    everyHome: fc.boolean(),
    rendered: fc.option(rendered, { nil: null }),
  },
  { requiredKeys: [] },
);

export const request: fc.Arbitrary<GateRequest> = sometimes(
  fc.record({
    kind: fc.constantFrom(...messageKinds),
    channel,
    purposeKey: fc.constant("promotion"),
    contentReviewed: fc.oneof(
      { weight: 9, arbitrary: fc.constant(true) },
      { weight: 1, arbitrary: fc.constant(false) },
    ),
    countsAsApproach: fc.boolean(),
  }),
  content,
);

const purpose: fc.Arbitrary<PurposeFact> = fc.record({
  key: fc.constant("promotion"),
  messageKind: fc.constantFrom("directMarketing", "directMarketing", "research", "service", null),
  lawfulBasis: fc.oneof(
    fc.constantFrom("consent" as const, "legitimateInterests" as const),
    fc.constantFrom(...lawfulBases),
  ),
  channels: fc.constantFrom(channels, channels, ["email"] as const),
  softOptIn: fc.constantFrom("none", "charity", "sale"),
  withinPublicTask: fc.boolean(),
  liaReviewOn: fc.option(civil, { nil: null, freq: 9 }),
  legalSource: fc.constantFrom("An Act", null),
  promisedConsent: fc.constantFrom([], [], ["post"] as const),
});

const moreAboutMember = fc.record(
  {
    deceased: fc.boolean(),
    matched: fc.boolean(),
    prospect: fc.boolean(),
    age: instant.map((born) => ageGroupAt(new Date(born - 6_000 * day).toISOString().slice(0, 10), noon)),
    parentAgreed: fc.boolean(),
    restrictedPurposes: fc.constantFrom([], ["research"], ["promotion"]),
    restrictedUntil: oddInstant,
    doNotVisit: fc.boolean(),
    unusableChannels: fc.constantFrom([], ["email"] as const),
    suppressions: fc.array(suppressionFact, { maxLength: 1 }),
  },
  { requiredKeys: [] },
);

const moreFacts = fc.record(
  {
    callOverride: fc.record({ toldAt: oddInstant, withdrawnAt: fc.option(oddInstant, { nil: null }) }),
    mpsScreenedOn: fc.option(civil, { nil: null }),
    objectionOutcomes: fc.array(
      fc.record(
        {
          purposeKey,
          decidedAt: oddInstant,
          outcome: fc.constantFrom("accepted" as const, "overridden" as const),
          reasons: fc.constantFrom("A court claim", " "),
          toldAt: oddInstant,
        },
        { requiredKeys: ["purposeKey", "decidedAt", "outcome", "reasons"] },
      ),
      { maxLength: 2 },
    ),
    quietDates: fc.array(fc.record({ from: civil, to: civil, yearly: fc.boolean() }), { maxLength: 1 }),
    representative: fc.record({
      authority: fc.constantFrom(...authorities),
      scope: fc.constantFrom(["promotion"], ["complaints"], ["everything"]),
      evidenced: fc.boolean(),
      revoked: fc.boolean(),
      lastDay: fc.option(civil, { nil: null }),
    }),
    settings: fc.array(
      fc.record({ point: fc.constantFrom(...debatedPoints), approvalId: fc.constantFrom("record-1", "") }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: [] },
);

const plainFacts = fc.record({
  organisation: fc.record({ publicAuthority: fc.boolean(), charity: fc.boolean() }),
  purpose: fc.option(purpose, { nil: null, freq: 20 }),
  member: sometimes(
    fc.record({
      state: fc.constantFrom("member" as const, "member" as const, "member" as const, ...memberStates),
      restricted: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
      pausedUntil: fc.option(civil, { nil: null, freq: 2 }),
      joinedAt: fc.option(oddInstant, { nil: null }),
      noticeShown: fc.integer({ min: 0, max: 9 }).map((one) => one !== 0),
      approaches: fc.array(oddInstant, { maxLength: 4 }),
    }),
    moreAboutMember,
  ),
  address: fc.option(
    fc.constantFrom(
      { verified: true, bounced: false },
      { verified: true, bounced: false, subscriber: "corporate" as const },
      { verified: false, bounced: true },
    ),
    { nil: null, freq: 9 },
  ),
  consents: fc.array(consentFact, { maxLength: 5 }),
  suppressions: fc.oneof(fc.constant([]), fc.array(suppressionFact, { maxLength: 2 })),
  contactBudget: fc.option(
    fc.record({ approaches: fc.integer({ min: 0, max: 3 }), window: fc.constantFrom("P30D", "P1M", "soon") }),
    { nil: null },
  ),
  tpsScreenedOn: fc.option(civil, { nil: null }),
  softOptIn: fc.option(
    fc.record({
      collectedAt: oddInstant,
      collectedByController: fc.boolean(),
      context: fc.constantFrom("sale", "tenancy", "support", "beneficiary", "other"),
      optOutOffered: fc.boolean(),
    }),
    { nil: null },
  ),
});

export const gateFacts: fc.Arbitrary<GateFacts> = sometimes(plainFacts, moreFacts);

/** A member of one of the preset panels, for contact permission as a whole. */
export const memberFacts: fc.Arbitrary<MemberFacts> = gateFacts.chain((facts) =>
  fc.record({
    member: fc.constant(facts.member),
    consents: fc.constant(facts.consents),
    tpsScreenedOn: fc.constant(facts.tpsScreenedOn),
    addresses: fc.constant(
      Object.fromEntries(
        channels.map((one) => [
          one,
          facts.address === null ? null : { ...facts.address, suppressions: facts.suppressions },
        ]),
      ) as MemberFacts["addresses"],
    ),
  }),
);

export const presetDocument = fc.constantFrom(...Object.values(documents));
