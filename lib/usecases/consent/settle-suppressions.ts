import { newId } from "@/lib/id";
import type { LedgerEvent } from "@/lib/ledger/event";
import { channelLaw } from "@/lib/policy/channel-law";
import type { Channel } from "@/lib/policy/vocabulary";
import type { StoredPoint, StoredSuppression } from "@/lib/queries/member/stored-facts";
import type { Choice, Decision, DecisionsToRecord } from "./decisions";

type Point = Omit<StoredPoint, "verified" | "bounced">;

/** A suppression to be stored, and the address it is about. */
export type AddedSuppression = StoredSuppression & Pick<Point, "addressHash" | "addressHint">;

/** What the decisions do to suppressions, and what to put in the ledger about it. */
export type Settled = {
  readonly added: readonly AddedSuppression[];
  readonly lifted: readonly { readonly id: string; readonly consentRecordId: string }[];
  readonly events: readonly LedgerEvent[];
};

const isNo = ({ decision }: Choice): boolean => decision === "withdrawn" || decision === "objected";

function reaches(point: Point, choice: Choice): boolean {
  return choice.channel === null || channelLaw[choice.channel].address === point.kind;
}

function isMarketing(input: DecisionsToRecord, choice: Choice): boolean {
  const purpose = input.panel.document.purposes.find(({ key }) => key === choice.purposeKey);
  return purpose?.messageKind === "directMarketing";
}

/** Each channel apart, even of a "no" to all of them, so that a later "yes" to one lifts that one. */
function channelsOf(
  input: DecisionsToRecord,
  { purposeKey, channel }: Choice,
  point: Point,
): readonly Channel[] {
  if (channel !== null) return [channel];
  const purpose = input.panel.document.purposes.find(({ key }) => key === purposeKey);
  return purpose?.channels.filter((one) => channelLaw[one].address === point.kind) ?? [];
}

function addedBy(
  input: DecisionsToRecord,
  points: readonly Point[],
  record: Decision,
  at: Date,
): readonly AddedSuppression[] {
  const from = points.filter((point) =>
    input.fromContactPointId === undefined
      ? isMarketing(input, record) && reaches(point, record)
      : point.id === input.fromContactPointId,
  );
  return from.flatMap((point) =>
    channelsOf(input, record, point).map((channel) => ({
      id: newId(at),
      addressHash: point.addressHash,
      addressHint: point.addressHint,
      subjectRef: input.member.subjectRef,
      purposeKey: record.purposeKey,
      channel,
      recordedAt: at.getTime(),
    })),
  );
}

/** A later "yes" of the same person lifts what that person asked for; never what somebody else did (law.md I3). */
function isLiftedBy(input: DecisionsToRecord, record: Decision, suppression: StoredSuppression): boolean {
  return (
    suppression.subjectRef === input.member.subjectRef &&
    suppression.purposeKey === record.purposeKey &&
    (record.channel === null || suppression.channel === record.channel)
  );
}

function about(input: DecisionsToRecord, record: Choice, at: Date) {
  return {
    panelId: input.panel.id,
    subjectRef: input.member.subjectRef,
    purposeKey: record.purposeKey,
    ...(record.channel === null ? {} : { channel: record.channel }),
    effectiveAt: at,
  };
}

/**
 * Decides which suppressions the decisions add and lift, one decision after the other. `points` are the person's
 * addresses, with the one the "no" came from even if it was removed: a link in an old mail still speaks for it.
 */
export function settleSuppressions(
  input: DecisionsToRecord,
  points: readonly Point[],
  decisions: readonly Decision[],
  at: Date,
): Settled {
  const inForce = new Map(points.flatMap(({ suppressions }) => suppressions).map((each) => [each.id, each]));
  const added: AddedSuppression[] = [];
  const lifted: Settled["lifted"][number][] = [];
  const events: LedgerEvent[] = [];
  for (const record of decisions) {
    const subject = about(input, record, at);
    const consentRecordId = record.id;
    for (const suppression of isNo(record) ? addedBy(input, points, record, at) : []) {
      added.push(suppression);
      inForce.set(suppression.id, suppression);
      const data = { suppressionId: suppression.id, source: input.method, consentRecordId };
      events.push({ ...subject, eventType: "suppression.added", data });
    }
    for (const suppression of record.decision === "given" ? [...inForce.values()] : []) {
      if (!isLiftedBy(input, record, suppression)) continue;
      inForce.delete(suppression.id);
      lifted.push({ id: suppression.id, consentRecordId });
      const data = { suppressionId: suppression.id, consentRecordId };
      events.push({ ...subject, eventType: "suppression.lifted", data });
    }
  }
  return { added, lifted, events };
}
