import { newId } from "@/lib/id";
import type { LedgerEvent } from "@/lib/ledger/event";
import type { Channel } from "@/lib/policy/vocabulary";
import type { Ctx } from "../context";
import type { Choice, DecisionsToRecord } from "./record-decisions";

type Point = { id: string; kind: "email" | "phone"; normalised: string; addressHash: string };
type Recorded = Choice & { readonly id: string };

const kindOfChannel: Readonly<Record<Channel, Point["kind"] | null>> = {
  email: "email",
  sms: "phone",
  call: "phone",
  post: null,
};

const isNo = ({ decision }: Choice): boolean => decision === "withdrawn" || decision === "objected";

function reaches(point: Point, choice: Choice): boolean {
  return choice.channel === null || kindOfChannel[choice.channel] === point.kind;
}

function isMarketing(input: DecisionsToRecord, choice: Choice): boolean {
  const purpose = input.panel.document.purposes.find(({ key }) => key === choice.purposeKey);
  return purpose?.messageKind === "directMarketing";
}

/** Each channel apart, even of a "no" to all of them, so that a later "yes" to one lifts that one. */
function channelsOf(
  input: DecisionsToRecord,
  { purposeKey, channel }: Recorded,
  point: Point,
): readonly Channel[] {
  if (channel !== null) return [channel];
  const purpose = input.panel.document.purposes.find(({ key }) => key === purposeKey);
  return purpose?.channels.filter((one) => kindOfChannel[one] === point.kind) ?? [];
}

async function addFor(ctx: Ctx, input: DecisionsToRecord, points: readonly Point[], record: Recorded) {
  const from = points.filter((point) =>
    input.fromContactPointId === undefined
      ? isMarketing(input, record) && reaches(point, record)
      : point.id === input.fromContactPointId,
  );
  const rows = from.flatMap((point) =>
    channelsOf(input, record, point).map((channel) => ({
      organisationId: input.panel.organisationId,
      id: newId(ctx.at),
      addressHash: point.addressHash,
      addressHint: point.normalised.slice(-2),
      purposeKey: record.purposeKey,
      channel,
      source: input.method,
      subjectRef: input.member.subjectRef,
      recordedAt: ctx.at,
    })),
  );
  await ctx.tx.suppression.createMany({ data: rows });
  return rows.map((row): LedgerEvent => ({
    ...about(input, record, ctx.at),
    eventType: "suppression.added",
    data: { suppressionId: row.id, source: row.source, consentRecordId: record.id },
  }));
}

/** A later "yes" of the same person lifts what that person asked for; never what somebody else did (law.md I3). */
async function liftFor(ctx: Ctx, input: DecisionsToRecord, points: readonly Point[], record: Recorded) {
  const lifted = await ctx.tx.suppression.updateManyAndReturn({
    where: {
      organisationId: input.panel.organisationId,
      addressHash: { in: points.map(({ addressHash }) => addressHash) },
      subjectRef: input.member.subjectRef,
      purposeKey: record.purposeKey,
      ...(record.channel === null ? {} : { channel: record.channel }),
      liftedAt: null,
    },
    data: { liftedAt: ctx.at, liftedByConsentRecordId: record.id },
    select: { id: true },
  });
  return lifted.map(({ id }): LedgerEvent => ({
    ...about(input, record, ctx.at),
    eventType: "suppression.lifted",
    data: { suppressionId: id, consentRecordId: record.id },
  }));
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

/** Adds and lifts suppressions as the decisions demand, and says what to put in the ledger about it. */
export async function settleSuppressions(
  ctx: Ctx,
  input: DecisionsToRecord,
  records: readonly Recorded[],
): Promise<readonly LedgerEvent[]> {
  const concerned = records.filter((record) => isNo(record) || record.decision === "given");
  if (concerned.length === 0) return [];
  const points = await ctx.tx.contactPoint.findMany({
    where: {
      organisationId: input.panel.organisationId,
      memberId: input.member.id,
      // A link in an old mail still speaks for the address it was sent to.
      OR: [
        { removedAt: null },
        ...(input.fromContactPointId === undefined ? [] : [{ id: input.fromContactPointId }]),
      ],
    },
    select: { id: true, kind: true, normalised: true, addressHash: true },
  });
  const events: LedgerEvent[] = [];
  for (const record of concerned) {
    events.push(
      ...(isNo(record)
        ? await addFor(ctx, input, points, record)
        : await liftFor(ctx, input, points, record)),
    );
  }
  return events;
}
