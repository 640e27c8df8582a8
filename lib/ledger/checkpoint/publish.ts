import { inTransaction, statement, type Tx } from "@/lib/db/transaction";
import { publishNotes } from "./published-file";
import { lockSigning } from "./lock-signing";

// A place is where a checkpoint is in the file: "file" for the note as it was signed, "witness" for the note again with the
// witness's signature.
const after = (place: "file" | "witness") => `(c.epoch, c.size) > (
  coalesce((SELECT p.epoch FROM checkpoint_publication p WHERE p.organisation_id = $1 AND p.place = '${place}'
    ORDER BY p.epoch DESC, p.size DESC LIMIT 1), 0),
  coalesce((SELECT p.size FROM checkpoint_publication p WHERE p.organisation_id = $1 AND p.place = '${place}'
    ORDER BY p.epoch DESC, p.size DESC LIMIT 1), 0))`;

const pending = {
  name: "unpublished-checkpoints",
  text: `SELECT place, epoch, size::text, note FROM (
    SELECT 'file' AS place, c.epoch, c.size, c.note FROM ledger_checkpoint c
      WHERE c.organisation_id = $1 AND ${after("file")}
    UNION ALL
    SELECT 'witness', c.epoch, c.size, n.note || string_agg(c.line, '' ORDER BY c.cosigned_at)
      FROM checkpoint_cosignature c JOIN ledger_checkpoint n
        ON n.organisation_id = c.organisation_id AND n.epoch = c.epoch AND n.size = c.size
      WHERE c.organisation_id = $1 AND ${after("witness")} GROUP BY c.epoch, c.size, n.note
) AS one ORDER BY one.epoch, one.size, one.place`,
};

const record = {
  name: "record-publication",
  text: `INSERT INTO checkpoint_publication (organisation_id, place, epoch, size, published_at)
    SELECT $1, t.place::checkpoint_place, t.epoch, t.size, clock_timestamp()
    FROM unnest($2::text[], $3::int[], $4::bigint[]) AS t(place, epoch, size)`,
};

type Pending = {
  readonly place: string;
  readonly epoch: number;
  readonly size: string;
  readonly note: string;
};

async function publish(tx: Tx, organisationId: string, dir: string): Promise<number> {
  await lockSigning(tx, organisationId);
  const notes = await statement<Pending>(tx, pending, [organisationId]);
  if (notes.length === 0) return 0;
  await publishNotes(
    dir,
    organisationId,
    notes.map(({ note }) => note),
  );
  await statement(tx, record, [
    organisationId,
    notes.map(({ place }) => place),
    notes.map(({ epoch }) => epoch),
    notes.map(({ size }) => size),
  ]);
  return notes.length;
}

/**
 * Adds to the published file what is stored and not in it yet. Where a crash came between the file and its record, the
 * note is found at the file's end and not written again.
 * @returns how many notes there were
 */
export async function publishCheckpoints(organisationId: string, dir: string): Promise<number> {
  return inTransaction((tx) => publish(tx, organisationId, dir));
}
