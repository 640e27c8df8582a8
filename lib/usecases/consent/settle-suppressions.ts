import { newId } from "@/lib/id";
import type { LedgerEvent } from "@/lib/ledger/event";
import { channelLaw } from "@/lib/policy/channel-law";
import { asksFirst } from "@/lib/policy/choice";
import { purposeOf } from "@/lib/policy/purpose";
import { liftsSuppression, suppressionReach } from "@/lib/policy/suppression";
import type { Channel } from "@/lib/policy/vocabulary";
import { isEvidenced, type StoredPoint, type StoredSuppression } from "@/lib/queries/member/stored-facts";
import type { Choice, Decision, DecisionsToRecord } from "./decisions";
import type { EarlierAsker } from "./earlier-askers";

type Point = Pick<StoredPoint, "id" | "kind" | "addressHash" | "addressHint" | "verified" | "suppressions">;

/** A suppression to be stored, and the address it is about. */
export type AddedSuppression = StoredSuppression & Pick<Point, "addressHash" | "addressHint">;

/** What the decisions do to suppressions, and what to put in the ledger about it. */
export type Settled = {
  readonly added: readonly AddedSuppression[];
  readonly lifted: readonly { readonly id: string; readonly consentRecordId: string }[];
  readonly events: readonly LedgerEvent[];
};

/**
 * Whether a decision closes something that was open, or would open of itself: taking back, objecting, and refusing what
 * nobody asks about first.
 */
function isNo(input: DecisionsToRecord, { decision, purposeKey, channel }: Choice): boolean {
  if (decision === "withdrawn" || decision === "objected") return true;
  const purpose = purposeOf(input.panel.document, purposeKey);
  if (decision !== "refused" || purpose === null) return false;
  const about = channel === null ? purpose.channels : [channel];
  return about.some((one) => !asksFirst(purpose, one));
}

function reaches(point: Point, choice: Choice): boolean {
  return choice.channel === null || channelLaw[choice.channel].address === point.kind;
}

function isMarketing(input: DecisionsToRecord, choice: Choice): boolean {
  return purposeOf(input.panel.document, choice.purposeKey)?.messageKind === "directMarketing";
}

/** Each channel apart, even of a "no" to all of them, so that a later "yes" to one lifts that one. */
function channelsOf(
  input: DecisionsToRecord,
  { purposeKey, channel }: Choice,
  point: Point,
): readonly Channel[] {
  if (channel !== null) return [channel];
  const channels = purposeOf(input.panel.document, purposeKey)?.channels ?? [];
  return channels.filter((one) => channelLaw[one].address === point.kind);
}

/** Whether the "no" closes the address itself; a press about an address that nobody confirmed closes none (law.md PE-13). */
function closes({ method, fromContactPointId }: DecisionsToRecord, { id, verified }: Point): boolean {
  return suppressionReach({ method, shown: verified || id === fromContactPointId }) === "address";
}

function addedBy(
  input: DecisionsToRecord,
  points: readonly Point[],
  record: Decision,
  at: Date,
): readonly AddedSuppression[] {
  const meant = points.filter((point) =>
    input.fromContactPointId === undefined
      ? isMarketing(input, record) && reaches(point, record)
      : point.id === input.fromContactPointId,
  );
  const from = meant.filter((point) => closes(input, point));
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

/** What else is known about suppressions of the member's addresses, by suppression id: those of records that are over. */
export type EarlierAskers = ReadonlyMap<string, EarlierAsker>;

/** Whether a decision opens what a suppression closed: the same purpose and channel, by somebody who may (law.md I3). */
function isLiftedBy(
  input: DecisionsToRecord,
  record: Decision,
  { point, suppression }: Closed,
  earlier: EarlierAskers,
): boolean {
  const same =
    suppression.purposeKey === record.purposeKey &&
    (record.channel === null || suppression.channel === record.channel);
  if (!same) return false;
  const own = suppression.subjectRef === input.member.subjectRef;
  const known = earlier.get(suppression.id);
  const yes = {
    decision: record.decision,
    method: input.method,
    evidenced: isEvidenced(input.method, input.noticeShownId !== null),
    effectiveAt: record.effectiveAt.getTime(),
    verified: point?.verified === true,
    sharedNow: known?.sharedNow ?? true,
  };
  const { recordedAt } = suppression;
  if (own) return liftsSuppression(yes, { source: input.method, recordedAt, asker: "self" });
  return known !== undefined && liftsSuppression(yes, { ...known, recordedAt, asker: "earlierSelf" });
}

/** A suppression in force, and the address it closes; null when it is about the person wherever they are reached. */
type Closed = { readonly point: Point | null; readonly suppression: StoredSuppression };

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
 * addresses, with the one the "no" came from even if it was removed: a link in an old mail still speaks for it. `anywhere`
 * are those that bind the person whatever the address.
 */
export function settleSuppressions(
  input: DecisionsToRecord,
  points: readonly Point[],
  decisions: readonly Decision[],
  at: Date,
  earlier: EarlierAskers = new Map(),
  anywhere: readonly StoredSuppression[] = [],
): Settled {
  const inForce = new Map<string, Closed>([
    ...points.flatMap((point) =>
      point.suppressions.map((suppression): [string, Closed] => [suppression.id, { point, suppression }]),
    ),
    ...anywhere.map((suppression): [string, Closed] => [suppression.id, { point: null, suppression }]),
  ]);
  const added: AddedSuppression[] = [];
  const lifted: Settled["lifted"][number][] = [];
  const events: LedgerEvent[] = [];
  for (const record of decisions) {
    const subject = about(input, record, at);
    const consentRecordId = record.id;
    for (const suppression of isNo(input, record) ? addedBy(input, points, record, at) : []) {
      added.push(suppression);
      const data = { suppressionId: suppression.id, source: input.method, consentRecordId };
      events.push({ ...subject, eventType: "suppression.added", data });
    }
    for (const closed of inForce.values()) {
      if (!isLiftedBy(input, record, closed, earlier)) continue;
      const { id } = closed.suppression;
      inForce.delete(id);
      lifted.push({ id, consentRecordId });
      const data = { suppressionId: id, consentRecordId };
      events.push({ ...subject, eventType: "suppression.lifted", data });
    }
  }
  return { added, lifted, events };
}
