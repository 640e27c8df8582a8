import { readConfig } from "@/lib/config/config";
import { pool } from "@/lib/db/client";
import { readBytes } from "@/lib/queries/trail/trail-entry";
import { writeJournal, type JournalKind, type JournalLine } from "./journal-file";
import { readJournals } from "./read-journal";
import { noes, noLine, stopLine } from "./stops";

// A process may die after its transaction was kept and before its line was written. Nobody was told then; but who asks again
// is told, for it is so already, and no line is written: nothing was changed. So whoever starts writes what is owed.

/** The newest are looked at: what is owed is of the moment at which a process died. */
const most = 20_000;

type Entry = {
  readonly organisation: string;
  readonly panelId: string;
  readonly subjectRef: string;
  readonly eventType: "consent.withdrawn" | "subject.erased";
  readonly purposeKey: string | null;
  readonly channel: string | null;
  readonly effectiveAt: Date;
  readonly recordedAt: Date;
  readonly bytes: Buffer;
};

const entries = `SELECT e.organisation_id::text AS organisation, e.panel_id::text AS "panelId", e.subject_ref::text AS "subjectRef",
    e.event_type AS "eventType", e.purpose_key AS "purposeKey", e.channel::text AS channel, e.effective_at AS "effectiveAt",
    e.recorded_at AS "recordedAt", e.bytes
  FROM panel p JOIN ledger_entry e ON e.organisation_id = p.organisation_id AND e.panel_id = p.id AND e.recorded_at >= $1
  WHERE e.event_type = ANY($2) AND e.subject_ref IS NOT NULL ORDER BY e.recorded_at DESC LIMIT ${most}`;

const suppressions = `SELECT s.organisation_id::text AS organisation, s.recorded_at AS at, to_jsonb(s) AS row
  FROM suppression s WHERE s.recorded_at >= $1 AND s.lifted_at IS NULL ORDER BY s.recorded_at DESC LIMIT ${most}`;

type Stop = { readonly organisation: string; readonly at: Date; readonly row: { readonly id: string } };

/** A line, and the id by which it is known. */
type Owed = { readonly id: string; readonly line: JournalLine };

function owedBy(entry: Entry): Owed {
  const { organisation, panelId: panel, subjectRef: subject, recordedAt } = entry;
  const { data } = readBytes(entry.bytes);
  if (entry.eventType === "subject.erased") {
    const line = {
      organisation,
      panel,
      subject,
      reasonCode: data["reasonCode"],
      at: recordedAt.toISOString(),
    };
    return { id: subject, line };
  }
  const line = noLine(organisation, recordedAt, { ...entry, data: data as never });
  return { id: String(line.consentRecordId), line };
}

function idOf(line: Readonly<Record<string, unknown>>): string {
  const row = line["row"] as { readonly id?: string } | undefined;
  return String(row?.id ?? line["consentRecordId"] ?? line["subject"]);
}

async function write(kind: JournalKind, since: Date, owed: readonly Owed[]): Promise<number> {
  const known = new Set<string>();
  for await (const read of readJournals(readConfig().journalDir, kind, since))
    if ("line" in read) known.add(idOf(read.line));
  const lines = owed.filter(({ id }) => !known.has(id)).map(({ line }) => line);
  await writeJournal(kind, lines.toReversed());
  return lines.length;
}

/**
 * Writes to the journals what the database keeps and none of them has, of stops and erasures since an instant.
 * @returns how many lines were owed
 */
export async function makeUpJournals(since: Date): Promise<number> {
  const of = async (types: readonly string[]) => {
    const { rows } = await pool().query<Entry>(entries, [since, [...types]]);
    return rows.map(owedBy);
  };
  const { rows } = await pool().query<Stop>(suppressions, [since]);
  const stops = rows.map(({ organisation, at, row }) => ({
    id: row.id,
    line: stopLine(organisation, at, row),
  }));
  const written = await write("stops", since, [...(await of([...noes])), ...stops]);
  return written + (await write("erasures", since, await of(["subject.erased"])));
}
