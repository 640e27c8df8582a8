import { byAddressKind } from "@/lib/policy/channel-law";
import type { MemberAddress, MemberFacts } from "@/lib/policy/contact-permission";
import type { ConsentFact } from "@/lib/policy/gate/types";
import type { CaptureMethod, Channel, ConsentDecision, MemberState } from "@/lib/policy/vocabulary";

// What the SQL view `member_facts` says about a member, place by place: lists, because objects would repeat their keys a
// million times. Instants are epoch milliseconds.

type Place<T> = T | null;
type SuppressionPlaces = readonly [string, Place<string>, Place<string>, Place<Channel>, number];
type PointPlaces = readonly [
  string,
  "email" | "phone",
  string,
  string,
  boolean,
  boolean,
  readonly SuppressionPlaces[],
];
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
];

export type StoredSuppression = {
  readonly id: string;
  /** The random reference of who asked for it, where known. */
  readonly subjectRef: string | null;
  readonly purposeKey: string | null;
  readonly channel: Channel | null;
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
};

function pointOf(places: PointPlaces): StoredPoint {
  const [id, kind, addressHash, addressHint, verified, bounced, suppressions] = places;
  return {
    id,
    kind,
    addressHash,
    addressHint,
    verified,
    bounced,
    suppressions: suppressions.map(([suppressionId, subjectRef, purposeKey, channel, recordedAt]) => {
      return { id: suppressionId, subjectRef, purposeKey, channel, recordedAt };
    }),
  };
}

/** An import says that somebody agreed to something; only what was shown proves it (law.md CN-2). */
export function isEvidenced(method: CaptureMethod, shown: boolean): boolean {
  return method !== "import" || shown;
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
  return {
    id,
    subjectRef,
    member: {
      ...{ state, restricted, pausedUntil, joinedAt, approaches: places[10] },
      noticeShown: newestNotice !== null,
    },
    newestNotice,
    hasPostAddress,
    points: points.map(pointOf),
    consents: consents.map(consentOf),
  };
}

function addressOf(points: readonly StoredPoint[], kind: StoredPoint["kind"]): MemberAddress | null {
  const known = points.filter((point) => point.kind === kind);
  const point = known.find(({ verified, bounced }) => verified && !bounced) ?? known[0];
  if (point === undefined) return null;
  const { verified, bounced, suppressions } = point;
  return { verified, bounced, suppressions };
}

const inOrder: MemberAddress = { verified: true, bounced: false, suppressions: [] };

/** The gate's facts in what is stored. */
export function factsOf({ member, newestNotice, hasPostAddress, points, consents }: StoredFacts): MemberFacts {
  return {
    member,
    newestNotice,
    addresses: byAddressKind({
      email: addressOf(points, "email"),
      phone: addressOf(points, "phone"),
      home: hasPostAddress ? inOrder : null,
      account: inOrder,
      socialNetwork: null,
    }),
    consents,
    tpsScreenedOn: null,
  };
}
