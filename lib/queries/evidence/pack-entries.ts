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

/** What bytes hold that name the activity or one of its mailings, as an entry writes it (docs/ledger.md). */
async function namesOf({ organisationId }: PackAbout, activityId: string): Promise<readonly string[]> {
  const mailings = await database().mailing.findMany({
    where: { organisationId, activityId },
    select: { id: true },
  });
  return [`"activityId":"${activityId}"`, ...mailings.map(({ id }) => `"mailingId":"${id}"`)];
}

/**
 * The entries of one activity: those that name it, and those of its mailings. Only kinds that may do so are read, and their
 * bytes as they are: those that somebody broke say nothing, and keep no other from being handed over.
 */
async function aboutActivity(about: PackAbout, activityId: string, after: bigint): Promise<StoredEntry[]> {
  const { organisationId, panelId, entrySeq } = about;
  const types = [...new Set([...typesWith("activityId"), ...typesWith("mailingId")])];
  const names = [...(await namesOf(about, activityId))];
  return database().$queryRaw<StoredEntry[]>(Prisma.sql`
    SELECT seq, bytes, recorded_at AS "recordedAt", effective_at AS "effectiveAt", event_type AS "eventType",
      subject_ref::text AS "subjectRef", purpose_key AS "purposeKey", channel::text AS channel,
      actor_kind::text AS "actorKind", actor_ref AS "actorRef"
    FROM ledger_entry
    WHERE organisation_id = ${organisationId}::uuid AND panel_id = ${panelId}::uuid AND seq <= ${entrySeq}
      AND seq > ${after} AND event_type = ANY(${types})
      AND EXISTS (SELECT FROM unnest(${names}::text[]) AS name WHERE position(convert_to(name, 'UTF8') IN bytes) > 0)
    ORDER BY seq LIMIT ${batch}`);
}

async function aboutPerson(about: PackAbout, subjectRef: string, after: bigint): Promise<StoredEntry[]> {
  const query = passQuery(about, { subjectRef }, { after, before: about.entrySeq + 1n }, batch);
  return database().$queryRaw<StoredEntry[]>(query);
}

/** The numbers of the entries of a pack, all of them; and the first of them to be told in words. */
export type PackEntries = { readonly seqs: readonly bigint[]; readonly told: readonly TrailEntry[] };

/**
 * Everything the trail holds about a person or an activity up to an entry, the first step first.
 * @param most how many are read whole: an activity may have a hundred thousand
 */
export async function packEntries(about: PackAbout, most: number): Promise<PackEntries> {
  const { subjectRef, activityId } = about;
  const seqs: bigint[] = [];
  const told: TrailEntry[] = [];
  for (let after = 0n; ;) {
    const rows =
      subjectRef !== null
        ? await aboutPerson(about, subjectRef, after)
        : await aboutActivity(about, activityId ?? "", after);
    told.push(...(await namePeople(about.organisationId, rows.slice(0, most - told.length))));
    seqs.push(...rows.map(({ seq }) => seq));
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return { seqs, told };
    after = last.seq;
  }
}
