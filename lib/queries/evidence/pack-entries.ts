import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { eventTypes, kindOf } from "@/lib/ledger/catalogue";
import { namePeople, type StoredEntry, type TrailEntry } from "@/lib/queries/trail/trail-entry";
import { passQuery } from "@/lib/queries/trail/trail-filter";

/** What a pack is about, and the entry up to which it goes. */
export type PackAbout = {
  readonly organisationId: string;
  readonly panelId: string;
  readonly subjectRef: string | null;
  readonly activityId: string | null;
  readonly entrySeq: bigint;
};

const batch = 1_000;

function typesWith(key: string): readonly string[] {
  return eventTypes.filter((type) => {
    const { required, optional } = kindOf(type);
    return [...required, ...(optional ?? [])].includes(key);
  });
}

/** The entries of one activity: those that name it, and those of its mailings. Only kinds that may do so are read. */
async function aboutActivity(about: PackAbout, activityId: string, after: bigint): Promise<StoredEntry[]> {
  const { organisationId, panelId, entrySeq } = about;
  const types = [...new Set([...typesWith("activityId"), ...typesWith("mailingId")])];
  return database().$queryRaw<StoredEntry[]>(Prisma.sql`
    SELECT seq, bytes, recorded_at AS "recordedAt", effective_at AS "effectiveAt", event_type AS "eventType",
      subject_ref::text AS "subjectRef", purpose_key AS "purposeKey", channel::text AS channel,
      actor_kind::text AS "actorKind", actor_ref AS "actorRef"
    FROM ledger_entry, LATERAL (SELECT convert_from(bytes, 'UTF8')::jsonb -> 'data' AS data) AS said
    WHERE organisation_id = ${organisationId}::uuid AND panel_id = ${panelId}::uuid AND seq <= ${entrySeq}
      AND seq > ${after} AND event_type = ANY(${types})
      AND (data ->> 'activityId' = ${activityId} OR data ->> 'mailingId' IN (SELECT id::text FROM mailing
        WHERE organisation_id = ${organisationId}::uuid AND activity_id = ${activityId}::uuid))
    ORDER BY seq LIMIT ${batch}`);
}

async function aboutPerson(about: PackAbout, subjectRef: string, after: bigint): Promise<StoredEntry[]> {
  const query = passQuery(about, { subjectRef }, { after, before: about.entrySeq + 1n }, batch);
  return database().$queryRaw<StoredEntry[]>(query);
}

/** Everything the trail holds about a person or an activity up to an entry, the first step first. */
export async function packEntries(about: PackAbout): Promise<readonly TrailEntry[]> {
  const { subjectRef, activityId } = about;
  const entries: TrailEntry[] = [];
  for (let after = 0n; ;) {
    const rows =
      subjectRef !== null
        ? await aboutPerson(about, subjectRef, after)
        : await aboutActivity(about, activityId ?? "", after);
    entries.push(...(await namePeople(about.organisationId, rows)));
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return entries;
    after = last.seq;
  }
}
