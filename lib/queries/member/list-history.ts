import { database } from "@/lib/db/client";
import type { ActorKind } from "@/lib/db/generated/enums";
import type { EventType } from "@/lib/ledger/catalogue";
import type { CaptureMethod, Channel, ConsentDecision } from "@/lib/policy/vocabulary";

/** One thing that happened between the member and the panel, as evidence has it. */
export type HistoryEvent =
  | {
      readonly type: "decision";
      readonly decision: ConsentDecision;
      readonly purposeKey: string;
      readonly channel: Channel | null;
      readonly method: CaptureMethod;
      readonly by: ActorKind;
      /** The exact words the decision was made on. */
      readonly words: string;
      /** It was made while joining. */
      readonly joining: boolean;
    }
  | { readonly type: "notice"; readonly number: number; readonly place: string }
  | {
      readonly type: "message";
      readonly template: string;
      readonly about: string | null;
      readonly sent: boolean;
    }
  | {
      readonly type: "act";
      readonly eventType: EventType;
      readonly data: Readonly<Record<string, string | readonly string[]>>;
    };

export type HistoryItem = {
  readonly key: string;
  readonly at: Date;
  readonly event: HistoryEvent;
  /** Its number in the ledger: of acts at once, of the rest by `numberHistory`; a message has none. */
  readonly seq?: string;
};

export type HistoryPage = {
  readonly items: readonly HistoryItem[];
  /** Where the next, older page starts; null on the last. */
  readonly older: Date | null;
};

/** Acts that only the ledger keeps; decisions and notices have tables of their own. */
const acts = [
  "member.joined",
  "application.submitted",
  "application.decided",
  "member.paused",
  "member.resumed",
  "member.left",
  "member.restricted",
  "member.restrictionLifted",
  "objection.told",
  "member.detailsChanged",
  "contactPoint.verified",
  "invitation.answered",
  "attendance.recorded",
  "survey.answered",
  "adjustment.recorded",
  "monitoringAnswer.recorded",
  "request.received",
  "request.clock",
  "request.closed",
] as const satisfies readonly EventType[];

type Part = {
  readonly organisationId: string;
  readonly memberId: string;
  readonly before: Date;
  readonly take: number;
};

async function decisions({ organisationId, memberId, before, take }: Part): Promise<HistoryItem[]> {
  const rows = await database().consentRecord.findMany({
    where: { organisationId, memberId, effectiveAt: { lt: before } },
    include: { wording: { select: { text: true } } },
    orderBy: { effectiveAt: "desc" },
    take,
  });
  const joined = await recordedWhileJoining(organisationId, memberId);
  return rows.map(
    ({ id, effectiveAt, recordedAt, decision, purposeKey, channel, method, actorKind, wording }) => ({
      key: id,
      at: effectiveAt,
      event: {
        ...{ type: "decision", decision, purposeKey, channel, method, by: actorKind, words: wording.text },
        joining: joined.has(recordedAt.getTime()),
      },
    }),
  );
}

/** When the member joined (epoch ms): what was decided then was recorded with the notice that was shown then. */
async function recordedWhileJoining(organisationId: string, memberId: string): Promise<ReadonlySet<number>> {
  const rows = await database().noticeShown.findMany({
    where: { organisationId, memberId, place: { in: ["join", "joinForm"] } },
    select: { recordedAt: true },
  });
  return new Set(rows.map(({ recordedAt }) => recordedAt.getTime()));
}

async function notices({ organisationId, memberId, before, take }: Part): Promise<HistoryItem[]> {
  const rows = await database().noticeShown.findMany({
    where: { organisationId, memberId, shownAt: { lt: before } },
    orderBy: { shownAt: "desc" },
    take,
  });
  const known = await database().privacyNotice.findMany({
    where: { organisationId, id: { in: rows.map(({ privacyNoticeId }) => privacyNoticeId) } },
    select: { id: true, number: true },
  });
  const numbers = new Map(known.map(({ id, number }) => [id, number]));
  return rows.map(({ id, shownAt, privacyNoticeId, place }) => ({
    key: id,
    at: shownAt,
    event: { type: "notice", number: numbers.get(privacyNoticeId) ?? 0, place },
  }));
}

async function messages({ organisationId, memberId, before, take }: Part): Promise<HistoryItem[]> {
  const rows = await database().delivery.findMany({
    where: { organisationId, memberId, state: { in: ["sent", "unknown"] }, handingOverAt: { lt: before } },
    select: {
      id: true,
      template: true,
      state: true,
      handingOverAt: true,
      mailing: { select: { activity: { select: { title: true } } } },
    },
    orderBy: { handingOverAt: "desc" },
    take,
  });
  return rows.flatMap(({ id, template, state, handingOverAt, mailing }): HistoryItem[] =>
    handingOverAt === null
      ? []
      : [
          {
            key: id,
            at: handingOverAt,
            event: {
              type: "message",
              template,
              about: mailing?.activity?.title ?? null,
              sent: state === "sent",
            },
          },
        ],
  );
}

async function ledgerActs({ organisationId, memberId, before, take }: Part): Promise<HistoryItem[]> {
  const member = await database().member.findUniqueOrThrow({
    where: { organisationId_id: { organisationId, id: memberId } },
    select: { subjectRef: true },
  });
  const rows = await database().ledgerEntry.findMany({
    where: {
      organisationId,
      subjectRef: member.subjectRef,
      eventType: { in: [...acts] },
      effectiveAt: { lt: before },
    },
    select: { seq: true, bytes: true, effectiveAt: true, eventType: true },
    orderBy: { effectiveAt: "desc" },
    take,
  });
  return rows.map(({ seq, bytes, effectiveAt, eventType }) => {
    const entry = JSON.parse(Buffer.from(bytes).toString("utf8")) as {
      data: Record<string, string | string[]>;
    };
    return {
      key: `ledger-${seq}`,
      seq: String(seq),
      at: effectiveAt,
      event: { type: "act", eventType: eventType as EventType, data: entry.data },
    };
  });
}

/**
 * What happened between the member and the panel, newest first: every decision with its words, every notice shown, every
 * message sent, every answer and change. `before` is an instant; the page holds at most `take` items, or as many more as
 * share the last one's instant.
 */
export async function listHistory(
  organisationId: string,
  memberId: string,
  before: Date,
  take: number,
): Promise<HistoryPage> {
  const part = { organisationId, memberId, before, take: take + 1 };
  const found = (
    await Promise.all([decisions, notices, messages, ledgerActs].map((read) => read(part)))
  ).flat();
  const sorted = found.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  const last = sorted[take - 1];
  if (last === undefined || sorted.length <= take) return { items: sorted, older: null };
  // Things that happened at the same instant stay on one page, or the next page would lose them.
  const items = sorted.filter(({ at }) => at >= last.at);
  return { items, older: items.length < sorted.length ? last.at : null };
}
