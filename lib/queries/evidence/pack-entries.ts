import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { eventTypes, kindOf } from "@/lib/ledger/catalogue";
import type { StoredEntry } from "@/lib/queries/trail/trail-entry";
import { entryColumns } from "@/lib/queries/trail/trail-filter";

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
 * The condition for the entries of one activity: those that name it, and those of its mailings. Only kinds that may do so are
 * read, and their bytes as they are: those that somebody broke say nothing, and keep no other from being handed over.
 */
async function aboutActivity(about: PackAbout, activityId: string): Promise<Prisma.Sql> {
  const types = [...new Set([...typesWith("activityId"), ...typesWith("mailingId")])];
  const names = [...(await namesOf(about, activityId))];
  return Prisma.sql`event_type = ANY(${types})
    AND EXISTS (SELECT FROM unnest(${names}::text[]) AS name WHERE position(convert_to(name, 'UTF8') IN bytes) > 0)`;
}

/** The numbers of everything the trail holds about a person or an activity up to an entry, the first step first. */
export async function packSeqs(about: PackAbout): Promise<readonly bigint[]> {
  const { organisationId, panelId, subjectRef, activityId, entrySeq } = about;
  const theirs =
    subjectRef !== null
      ? Prisma.sql`subject_ref = ${subjectRef}::uuid`
      : await aboutActivity(about, activityId ?? "");
  const rows = await database().$queryRaw<{ seq: bigint }[]>`
    SELECT seq FROM ledger_entry WHERE organisation_id = ${organisationId}::uuid AND panel_id = ${panelId}::uuid
      AND seq <= ${entrySeq} AND ${theirs} ORDER BY seq`;
  return rows.map(({ seq }) => seq);
}

/** Entries of an organisation by their numbers, in order. */
export async function entriesNumbered(
  organisationId: string,
  seqs: readonly bigint[],
): Promise<readonly StoredEntry[]> {
  return database().$queryRaw<StoredEntry[]>`
    SELECT ${entryColumns} FROM ledger_entry
    WHERE organisation_id = ${organisationId}::uuid AND seq = ANY(${[...seqs]}::bigint[]) ORDER BY seq`;
}
