import type { z } from "zod";
import { readConfig } from "@/lib/config/config";
import { pool } from "@/lib/db/client";
import { journaledErasureSchema, type JournaledErasure } from "../journal/erasures";
import { readJournals } from "../journal/read-journal";
import { journaledNoSchema, journaledStopSchema } from "../journal/stops";

export type JournaledNo = z.output<typeof journaledNoSchema>;
export type JournaledStop = z.output<typeof journaledStopSchema>;

/** What the journals hold of an organisation that the database does not know, and how many lines could not be read. */
export type Missing = {
  readonly noes: readonly JournaledNo[];
  readonly stops: readonly JournaledStop[];
  readonly erasures: readonly JournaledErasure[];
  readonly broken: number;
};

type Journaled = { readonly organisation: string; readonly at: string };

const atOnce = 1_000;

function inOrder<T extends Journaled>(lines: readonly T[]): readonly T[] {
  return lines.toSorted((one, other) => one.at.localeCompare(other.at));
}

async function unknown<T>(
  text: string,
  organisationId: string,
  written: readonly T[],
  idOf: (line: T) => string,
) {
  const missing: T[] = [];
  // What the disk refused may stand there all the same, and was written again.
  const lines = [...new Map(written.map((line) => [idOf(line), line])).values()];
  for (let from = 0; from < lines.length; from += atOnce) {
    const part = lines.slice(from, from + atOnce);
    const values = [organisationId, part.map(idOf)];
    const { rows } = await pool().query<{ id: string }>(text, values);
    const ids = new Set(rows.map(({ id }) => id));
    missing.push(...part.filter((line) => ids.has(idOf(line))));
  }
  return missing;
}

const isUnknownIn = (table: string) =>
  `SELECT id::text FROM unnest($2::uuid[]) AS x(id) WHERE NOT EXISTS (
    SELECT FROM ${table} t WHERE t.organisation_id = $1 AND t.id = x.id)`;

/** A "no" that was kept as a stop, because its purpose or its person was no longer known, is known by the same id. */
const noUnknown = `${isUnknownIn("consent_record")} AND NOT EXISTS (
  SELECT FROM suppression s WHERE s.organisation_id = $1 AND s.id = x.id)`;

const notErased = `SELECT id::text FROM unnest($2::uuid[]) AS x(id)
  WHERE EXISTS (SELECT FROM member m WHERE m.organisation_id = $1 AND m.subject_ref = x.id)
    OR (SELECT destroyed_at FROM keyring.find_key($1, x.id)) IS NULL`;

/**
 * Compares the journals with the database. Every line was written after its transaction was kept, so a line that the
 * database does not know says that an older copy of it came back.
 * @param since stops before this instant are taken for known; of erasures, which are few, none is: a keyring may come back
 * by itself
 */
export async function findMissing(organisationId: string, since: Date | null): Promise<Missing> {
  const { journalDir } = readConfig();
  const [noes, stops]: [JournaledNo[], JournaledStop[]] = [[], []];
  const erasures: JournaledErasure[] = [];
  let broken = 0;
  const keep = <T extends Journaled>(lines: T[], line: T, from: Date | null) => {
    if (line.organisation === organisationId && (from === null || new Date(line.at) >= from))
      lines.push(line);
  };
  for await (const read of readJournals(journalDir, "stops", since)) {
    const no = journaledNoSchema.safeParse("line" in read ? read.line : null);
    const stop = journaledStopSchema.safeParse("line" in read ? read.line : null);
    if (no.success) keep(noes, no.data, since);
    else if (stop.success) keep(stops, stop.data, since);
    else broken += 1;
  }
  for await (const read of readJournals(journalDir, "erasures")) {
    const erasure = journaledErasureSchema.safeParse("line" in read ? read.line : null);
    if (erasure.success) keep(erasures, erasure.data, null);
    else broken += 1;
  }
  return {
    noes: await unknown(noUnknown, organisationId, inOrder(noes), ({ consentRecordId }) => consentRecordId),
    stops: await unknown(isUnknownIn("suppression"), organisationId, inOrder(stops), ({ row }) => row.id),
    erasures: await unknown(notErased, organisationId, inOrder(erasures), ({ subject }) => subject),
    broken,
  };
}
