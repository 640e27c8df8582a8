import { byAddressKind } from "@/lib/policy/channel-law";
import { reachableBy, type Reachable } from "@/lib/policy/choice";
import type { MemberAddress, MemberFacts } from "@/lib/policy/contact-permission";
import type {
  CallOverride,
  ConsentFact,
  ObjectionOutcome,
  SoftOptInFact,
  SuppressionFact,
} from "@/lib/policy/gate/types";
import type {
  CaptureMethod,
  Channel,
  CivilDate,
  ConsentDecision,
  MemberState,
  MessageKind,
} from "@/lib/policy/vocabulary";

// What the SQL function `member_fact` says about a member, place by place: lists, because objects would repeat their keys a
// million times. Instants are epoch milliseconds.

type Place<T> = T | null;
type SuppressionPlaces = readonly [
  string,
  Place<string>,
  Place<string>,
  Place<Channel>,
  number,
  Place<"research" | "direct_marketing">,
];
/** Whether the mailbox is a company's, when calls were said to be welcome, and when that was taken back. */
type LinePlaces = readonly [boolean, Place<number>, Place<number>];
type PointPlaces = readonly [
  string,
  "email" | "phone",
  string,
  string,
  boolean,
  boolean,
  readonly SuppressionPlaces[],
  Place<CivilDate>,
  Place<LinePlaces>,
];
/** An outcome: its id, purpose and word, when it was decided, and when the person was told. */
type OutcomePlaces = readonly [string, string, ObjectionOutcome["outcome"], number, Place<number>];
/** Whether the person died, may not be visited, what was decided about their objections, when a restriction is lifted. */
type RarePlaces = readonly [boolean, boolean, readonly OutcomePlaces[], Place<number>];
type SoftOptInPlaces = readonly [SoftOptInFact["context"], string, string, number];
type ConsentPlaces = readonly [
  string,
  Place<Channel>,
  ConsentDecision,
  string,
  number,
  number,
  Place<number>,
  boolean,
];
export type FactPlaces = readonly [
  string,
  string,
  MemberState,
  boolean,
  Place<string>,
  Place<number>,
  boolean,
  Place<number>,
  readonly PointPlaces[],
  readonly ConsentPlaces[],
  readonly number[],
  readonly SuppressionPlaces[],
  Place<SoftOptInPlaces>,
  Place<string>,
  Place<RarePlaces>,
];

export type StoredSuppression = {
  readonly id: string;
  /** The random reference of who asked for it, where known. */
  readonly subjectRef: string | null;
  readonly purposeKey: string | null;
  readonly channel: Channel | null;
  /** Null and absent: every kind of message. */
  readonly messageKind?: MessageKind | null;
  readonly recordedAt: number;
};

/** An address of a member as stored, with the suppressions in force for it. */
export type StoredPoint = {
  readonly id: string;
  readonly kind: "email" | "phone";
  readonly addressHash: string;
  readonly addressHint: string;
  readonly verified: boolean;
  readonly bounced: boolean;
  readonly suppressions: readonly StoredSuppression[];
  /** The day the number was last screened and came back clear; null for anything else. */
  readonly tpsScreenedOn?: CivilDate | null;
  /** It belongs to a corporate subscriber: a company, a limited liability or Scottish partnership, a public body (PECR reg 2(1)). */
  readonly corporate?: boolean;
  readonly callOverride?: CallOverride;
};

/** Everything recorded about a member that the gate may ask about. */
export type StoredFacts = {
  readonly id: string;
  readonly subjectRef: string;
  readonly member: MemberFacts["member"];
  /** The number of the newest notice the person was shown. */
  readonly newestNotice: number | null;
  readonly hasPostAddress: boolean;
  readonly points: readonly StoredPoint[];
  readonly consents: readonly ConsentFact[];
  /** What is suppressed for the person whatever the address. */
  readonly suppressions: readonly StoredSuppression[];
  readonly softOptIn: SoftOptInFact | null;
  readonly ageBand: string | null;
  readonly objectionOutcomes: readonly ObjectionOutcome[];
};

function suppressionOf(places: SuppressionPlaces): StoredSuppression {
  const [id, subjectRef, purposeKey, channel, recordedAt, kind] = places;
  const messageKind = kind === "direct_marketing" ? "directMarketing" : kind;
  return { id, subjectRef, purposeKey, channel, messageKind, recordedAt };
}

function softOptInOf([context, collectedBy, optOut, collectedAt]: SoftOptInPlaces): SoftOptInFact {
  return {
    ...{ context, collectedAt, collectedByController: collectedBy === "controller" },
    ...{ optOutOffered: optOut !== "not_offered", optOutUsed: optOut === "used" },
  };
}

function lineOf(places: LinePlaces | null): Pick<StoredPoint, "corporate" | "callOverride"> {
  if (places === null) return {};
  const [corporate, toldAt, withdrawnAt] = places;
  return { corporate, ...(toldAt === null ? {} : { callOverride: { toldAt, withdrawnAt } }) };
}

function pointOf(places: PointPlaces): StoredPoint {
  const [id, kind, addressHash, addressHint, verified, bounced, suppressions, tpsScreenedOn, line] = places;
  return {
    id,
    kind,
    addressHash,
    addressHint,
    verified,
    bounced,
    suppressions: suppressions.map(suppressionOf),
    ...(tpsScreenedOn === null ? {} : { tpsScreenedOn }),
    ...lineOf(line),
  };
}

function rareOf(places: RarePlaces | null) {
  if (places === null) return { marks: {}, objectionOutcomes: [] };
  const [deceased, doNotVisit, outcomes, restrictedUntil] = places;
  return {
    marks: {
      ...(deceased ? { deceased } : {}),
      ...(doNotVisit ? { doNotVisit } : {}),
      ...(restrictedUntil === null ? {} : { restrictedUntil }),
    },
    // The record stands for its reasons: their words are nobody's business but its readers'.
    objectionOutcomes: outcomes.map(([reasons, purposeKey, outcome, decidedAt, toldAt]) => {
      return { purposeKey, decidedAt, outcome, reasons, ...(toldAt === null ? {} : { toldAt }) };
    }),
  };
}

/**
 * On our pages the person saw what they agreed to. What somebody else wrote down is proven only by what was shown or read
 * out, which is kept with it (law.md CN-2, CN-9).
 */
export function isEvidenced(method: CaptureMethod, shown: boolean): boolean {
  return method === "web" || method === "link" || shown;
}

function consentOf(places: ConsentPlaces): ConsentFact {
  const [purposeKey, channel, decision, methodColumn, effectiveAt, recordedAt, validUntil, shown] = places;
  const method = methodColumn === "in_person" ? "inPerson" : (methodColumn as CaptureMethod);
  const evidenced = isEvidenced(method, shown);
  return { purposeKey, channel, decision, method, effectiveAt, recordedAt, validUntil, evidenced };
}

/** The places by their names. */
export function storedFacts(places: FactPlaces): StoredFacts {
  const [
    id,
    subjectRef,
    state,
    restricted,
    pausedUntil,
    joinedAt,
    hasPostAddress,
    newestNotice,
    points,
    consents,
  ] = places;
  const { marks, objectionOutcomes } = rareOf(places[14]);
  return {
    id,
    subjectRef,
    member: {
      ...{ state, restricted, pausedUntil, joinedAt, approaches: places[10], ...marks },
      noticeShown: newestNotice !== null,
    },
    newestNotice,
    hasPostAddress,
    points: points.map(pointOf),
    consents: consents.map(consentOf),
    suppressions: places[11].map(suppressionOf),
    softOptIn: places[12] === null ? null : softOptInOf(places[12]),
    ageBand: places[13],
    objectionOutcomes,
  };
}

/** The address of a kind that is used: one that was shown to be theirs and takes messages, else the newest. */
function usedPoint(points: readonly StoredPoint[], kind: StoredPoint["kind"]): StoredPoint | null {
  const known = points.filter((point) => point.kind === kind);
  return known.find(({ verified, bounced }) => verified && !bounced) ?? known[0] ?? null;
}

/** The same, with which of the broad ones the person asked for themself. */
function withAsker(
  suppressions: readonly StoredSuppression[],
  subjectRef: string,
): readonly SuppressionFact[] {
  return suppressions.map((one) =>
    one.purposeKey === null && one.subjectRef === subjectRef ? { ...one, own: true } : one,
  );
}

function addressOf(point: StoredPoint | null, subjectRef: string): MemberAddress | null {
  if (point === null) return null;
  const { verified, bounced, corporate } = point;
  const { suppressions } = point;
  return {
    verified,
    bounced,
    suppressions: suppressions.length === 0 ? suppressions : withAsker(suppressions, subjectRef),
    ...(corporate === true ? { subscriber: "corporate" as const } : {}),
  };
}

/** How the member can be reached, from what is stored; whether a number takes texts, the caller knows. */
export function reachableFrom({ points, hasPostAddress }: StoredFacts, takesTexts: boolean): Reachable {
  const has = (kind: StoredPoint["kind"]) => points.some((point) => point.kind === kind);
  const addresses = { email: has("email"), phone: has("phone"), home: hasPostAddress, account: true };
  return reachableBy({ ...addresses, socialNetwork: false }, takesTexts);
}

const inOrder: MemberAddress = { verified: true, bounced: false, suppressions: [] };

/** The gate's facts in what is stored. */
export function factsOf(stored: StoredFacts): MemberFacts {
  const { member, newestNotice, hasPostAddress, points, consents, suppressions, softOptIn, ageBand } = stored;
  const { objectionOutcomes, subjectRef } = stored;
  const phone = usedPoint(points, "phone");
  return {
    member:
      suppressions.length === 0 ? member : { ...member, suppressions: withAsker(suppressions, subjectRef) },
    newestNotice,
    addresses: byAddressKind({
      email: addressOf(usedPoint(points, "email"), subjectRef),
      phone: addressOf(phone, subjectRef),
      home: hasPostAddress ? inOrder : null,
      account: inOrder,
      socialNetwork: null,
    }),
    consents,
    tpsScreenedOn: phone?.tpsScreenedOn ?? null,
    softOptIn,
    ageBand,
    ...(phone?.callOverride === undefined ? {} : { callOverride: phone.callOverride }),
    // An objection waits for its answer; who never objected has none to wait for.
    ...(consents.some(({ decision }) => decision === "objected") ? { objectionOutcomes } : {}),
  };
}
