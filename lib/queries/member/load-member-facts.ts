import { database } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { byAddressKind } from "@/lib/policy/channel-law";
import type { MemberAddress, MemberFacts } from "@/lib/policy/contact-permission";
import type { ConsentFact } from "@/lib/policy/gate/types";
import type { CaptureMethod, Channel, ConsentDecision, MemberState } from "@/lib/policy/vocabulary";

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

export type StoredSuppression = {
  readonly id: string;
  /** The random reference of who asked for it, where known. */
  readonly subjectRef: string | null;
  readonly purposeKey: string | null;
  readonly channel: Channel | null;
  readonly recordedAt: string;
};

/** A decision as stored. `method` is the database's word, `shown` whether a notice stands behind it. */
export type StoredConsent = {
  readonly purposeKey: string;
  readonly channel: Channel | null;
  readonly decision: ConsentDecision;
  readonly method: string;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly validUntil: string | null;
  readonly shown: boolean;
};

/** A row of the SQL function `member_facts`. Instants as text, ISO 8601. */
export type StoredFacts = {
  readonly id: string;
  readonly subjectRef: string;
  readonly state: MemberState;
  readonly restricted: boolean;
  readonly pausedUntil: string | null;
  readonly joinedAt: string | null;
  readonly hasPostAddress: boolean;
  readonly noticeShown: boolean;
  readonly points: readonly StoredPoint[];
  readonly consents: readonly StoredConsent[];
  readonly approaches: readonly string[];
};

function addressOf(points: readonly StoredPoint[], kind: StoredPoint["kind"]): MemberAddress | null {
  const known = points.filter((point) => point.kind === kind);
  const point = known.find(({ verified, bounced }) => verified && !bounced) ?? known[0];
  if (point === undefined) return null;
  const { verified, bounced, suppressions } = point;
  return {
    verified,
    bounced,
    suppressions: suppressions.map(({ purposeKey, channel, recordedAt }) => ({
      purposeKey,
      channel,
      recordedAt: Date.parse(recordedAt),
    })),
  };
}

function consentFact(stored: StoredConsent): ConsentFact {
  const { purposeKey, channel, decision, validUntil } = stored;
  const method = stored.method === "in_person" ? "inPerson" : (stored.method as CaptureMethod);
  return {
    purposeKey,
    channel,
    decision,
    method,
    effectiveAt: Date.parse(stored.effectiveAt),
    recordedAt: Date.parse(stored.recordedAt),
    validUntil: validUntil === null ? null : Date.parse(validUntil),
    // An import says that somebody agreed to something; only what was shown proves it (law.md CN-2).
    evidenced: method !== "import" || stored.shown,
  };
}

/** The gate's facts in what is stored; hashes and references of addresses stay behind. */
export function factsOf(stored: StoredFacts): MemberFacts {
  const { state, restricted, pausedUntil, noticeShown } = stored;
  const joinedAt = stored.joinedAt === null ? null : Date.parse(stored.joinedAt);
  const approaches = stored.approaches.map((at) => Date.parse(at));
  const inOrder = { verified: true, bounced: false, suppressions: [] };
  return {
    member: { state, restricted, pausedUntil, joinedAt, noticeShown, approaches },
    addresses: byAddressKind({
      email: addressOf(stored.points, "email"),
      phone: addressOf(stored.points, "phone"),
      home: stored.hasPostAddress ? inOrder : null,
      account: inOrder,
      socialNetwork: null,
    }),
    consents: stored.consents.map(consentFact),
    tpsScreenedOn: null,
  };
}

/**
 * Everything the gate needs about these members, in one round trip whatever their number. Members that do not exist
 * are absent from the map. Approaches are research and marketing messages handed over in the last 400 days.
 */
export async function loadMemberFacts(
  organisationId: string,
  memberIds: readonly string[],
  db: Tx = database(),
): Promise<ReadonlyMap<string, MemberFacts>> {
  const rows = await db.$queryRaw<{ facts: StoredFacts }[]>`
    select row_to_json(f) as facts from member_facts(${organisationId}::uuid, ${[...memberIds]}::uuid[]) f`;
  return new Map(rows.map(({ facts }) => [facts.id, factsOf(facts)]));
}
