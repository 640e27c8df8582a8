import { z } from "zod";
import { newId } from "@/lib/id";
import { appendEntries } from "@/lib/ledger/append";
import type { LedgerEvent } from "@/lib/ledger/event";
import { journalStops } from "@/lib/ledger/journal/stops";
import { sealFields } from "@/lib/ledger/keyring/seal";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { stagedStopsSchema, type StagedStop } from "@/lib/schemas/staged-list";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { decideAgain, lockConcerned } from "./decide-again";
import { closeUpload, takeUpload } from "./take-upload";

type Input = { readonly panel: PanelView; readonly uploadId: string };

export type AddedSuppressions = {
  readonly added: number;
  /** On the list already, so not added again. */
  readonly known: number;
  /** Members to whom a message may be in a worker's hands. */
  readonly toDrain: readonly string[];
};

type Stop = StagedStop & { readonly id: string };

const countsSchema = z.object({ added: z.number(), known: z.number() });

/** What makes two stops the same: the same place and the same reach. */
function sameness(stop: Omit<StagedStop, "source" | "evidence" | "receivedOn" | "addressHint">): string {
  const { addressHash, subjectRef, purposeKey, messageKind, channel } = stop;
  return [addressHash ?? subjectRef, purposeKey, messageKind, channel].join(" ");
}

async function inForce(ctx: Ctx, organisationId: string, stops: readonly StagedStop[]) {
  const hashes = stops.flatMap(({ addressHash }) => addressHash ?? []);
  const people = stops.flatMap(({ addressHash, subjectRef }) =>
    addressHash === null ? (subjectRef ?? []) : [],
  );
  const found = await ctx.tx.suppression.findMany({
    where: {
      organisationId,
      liftedAt: null,
      OR: [{ addressHash: { in: hashes } }, { addressHash: null, subjectRef: { in: people } }],
    },
    select: {
      ...{ addressHash: true, subjectRef: true, purposeKey: true, messageKind: true, channel: true },
      recordedAt: true,
    },
  });
  const yeses = await newestYes(ctx, organisationId, found);
  // A yes that the person gave since may have ended a broad one for one thing: saying it again is new.
  const binding = found.filter(
    ({ purposeKey, subjectRef, recordedAt }) =>
      purposeKey !== null || recordedAt > (yeses.get(subjectRef ?? "") ?? new Date(0)),
  );
  return binding.map((each) =>
    sameness({ ...each, messageKind: each.messageKind === null ? null : "directMarketing" }),
  );
}

/** When each of the people who asked for these last said yes to anything, by their random reference. */
async function newestYes(
  ctx: Ctx,
  organisationId: string,
  found: readonly { readonly subjectRef: string | null }[],
): Promise<ReadonlyMap<string, Date>> {
  const people = found.flatMap(({ subjectRef }) => subjectRef ?? []);
  const rows = await ctx.tx.$queryRaw<{ subjectRef: string; at: Date }[]>`
    SELECT m.subject_ref::text AS "subjectRef", max(c.recorded_at) AS at FROM member m
    JOIN consent_record c ON c.organisation_id = m.organisation_id AND c.member_id = m.id AND c.decision = 'given'
    WHERE m.organisation_id = ${organisationId}::uuid AND m.subject_ref = ANY (${people}::uuid[])
    GROUP BY m.subject_ref`;
  return new Map(rows.map(({ subjectRef, at }) => [subjectRef, at]));
}

/** The stops that are not on the list yet, each once. */
async function newOnes(
  ctx: Ctx,
  organisationId: string,
  stops: readonly StagedStop[],
): Promise<readonly Stop[]> {
  const known = new Set(await inForce(ctx, organisationId, stops));
  return stops.flatMap((stop) => {
    const key = sameness(stop);
    if (known.has(key)) return [];
    known.add(key);
    return [{ ...stop, id: newId(ctx.at) }];
  });
}

async function keep(ctx: Ctx, { organisationId }: PanelView, staffId: string, stops: readonly Stop[]) {
  const rows = stops.map((stop) => ({
    organisation_id: organisationId,
    id: stop.id,
    address_hash: stop.addressHash,
    address_hint: stop.addressHint,
    purpose_key: stop.purposeKey,
    message_kind: stop.messageKind === null ? null : "direct_marketing",
    channel: stop.channel,
    source: stop.source,
    subject_ref: stop.subjectRef,
    recorded_at: ctx.at,
    recorded_by: staffId,
    evidence: stop.evidence,
    received_on: stop.receivedOn,
  }));
  journalStops(ctx.tx, organisationId, ctx.at, rows);
  await ctx.tx.$executeRaw`INSERT INTO suppression
    SELECT * FROM jsonb_populate_recordset(NULL::suppression, ${JSON.stringify(rows)}::jsonb)`;
}

async function addedEvent(
  ctx: Ctx,
  panel: PanelView,
  listUploadId: string,
  stop: Stop,
): Promise<LedgerEvent> {
  const { id, subjectRef, purposeKey, channel, source, receivedOn, evidence } = stop;
  const event = { eventType: "suppression.added", effectiveAt: ctx.at } as const;
  const { organisationId } = panel;
  // Where it is nobody's we know, there is no key of theirs.
  const sealed =
    subjectRef === null
      ? {}
      : await sealFields(ctx, { organisationId, subjectRef, ...event }, { evidenceSealed: evidence });
  return {
    ...{ panelId: panel.id, subjectRef, purposeKey, channel },
    ...event,
    data: { suppressionId: id, source, receivedOn, listUploadId, ...sealed },
  };
}

/** Each stop of one person by itself, so that it stands in their history; of a list how many, for it names nobody. */
async function eventsOf(
  ctx: Ctx,
  { panel, uploadId }: Input,
  stops: readonly Stop[],
  known: number,
): Promise<readonly LedgerEvent[]> {
  const listed = stops.filter(({ source }) => source === "import").length;
  const own = stops.filter(({ source }) => source !== "import");
  const list: LedgerEvent = {
    ...{ eventType: "suppression.imported", panelId: panel.id, subjectRef: null, effectiveAt: ctx.at },
    data: { listUploadId: uploadId, added: String(listed), known: String(known) },
  };
  const added: LedgerEvent[] = [];
  for (const stop of own) added.push(await addedEvent(ctx, panel, uploadId, stop));
  return [...added, ...(own.length === 0 ? [list] : [])];
}

/**
 * Adds what was checked to the list of stops: from the commit on nothing it covers begins, for anybody who is reached at
 * these addresses. It only ever adds; what is there already is counted, and a second press adds nothing. Call
 * `drainHandOver` before it is said to be done.
 */
export async function addSuppressions(ctx: Ctx, input: Input): Promise<Result<AddedSuppressions>> {
  const { panel, uploadId } = input;
  const staffId = actingStaff(ctx, "suppression.add", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const taken = await takeUpload(ctx, panel, "suppression", uploadId);
  if (taken === null) return refuse("list.ended");
  if (taken.counts !== null) return ok({ ...countsSchema.parse(taken.counts), toDrain: [] });
  const staged = stagedStopsSchema.parse(taken.rows);
  const { organisationId } = panel;
  const hashes = staged.flatMap(({ addressHash }) => addressHash ?? []);
  const people = staged.flatMap(({ subjectRef }) => subjectRef ?? []);
  const concerned = await lockConcerned(ctx.tx, organisationId, hashes, people);
  const stops = await newOnes(ctx, organisationId, staged);
  const counts = { added: stops.length, known: staged.length - stops.length };
  await keep(ctx, panel, staffId, stops);
  await decideAgain(ctx.tx, organisationId, concerned, ctx.at);
  await closeUpload(ctx, panel, uploadId, staffId, counts);
  await appendEntries(ctx, organisationId, await eventsOf(ctx, input, stops, counts.known));
  return ok({ ...counts, toDrain: concerned.map(({ id }) => id) });
}
