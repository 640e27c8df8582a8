import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { eventTypes, kindOf } from "@/lib/ledger/catalogue";
import type { StoredEntry } from "@/lib/queries/trail/trail-entry";
import { passQuery } from "@/lib/queries/trail/trail-filter";

/** What a pack is about, and the entry up to which it goes. */
export type PackAbout = {
  readonly organisationId: string;
  readonly panelId: string;
  readonly subjectRef: string | null;
  readonly activityId: string | null;
  readonly entrySeq: bigint;
};

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
async function aboutActivity(
  about: PackAbout,
  activityId: string,
  after: bigint,
  atOnce: number,
): Promise<StoredEntry[]> {
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
    ORDER BY seq LIMIT ${atOnce}`);
}

async function aboutPerson(
  about: PackAbout,
  subjectRef: string,
  after: bigint,
  atOnce: number,
): Promise<StoredEntry[]> {
  const query = passQuery(about, { subjectRef }, { after, before: about.entrySeq + 1n }, atOnce);
  return database().$queryRaw<StoredEntry[]>(query);
}

/**
 * Everything the trail holds about a person or an activity up to an entry, the first step first, some at a time: an activity
 * may have a hundred thousand entries.
 */
export async function* packEntries(about: PackAbout, atOnce: number): AsyncGenerator<readonly StoredEntry[]> {
  const { subjectRef, activityId } = about;
  for (let after = 0n; ;) {
    const rows =
      subjectRef !== null
        ? await aboutPerson(about, subjectRef, after, atOnce)
        : await aboutActivity(about, activityId ?? "", after, atOnce);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    if (rows.length < atOnce) return;
    after = last.seq;
  }
}
