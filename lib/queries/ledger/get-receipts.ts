import { pool } from "@/lib/db/client";
import { writeReceipt } from "@/lib/ledger/receipt";
import { getInclusionProof } from "./get-inclusion-proof";

type Own = { readonly seq: string; readonly bytes: Buffer };

async function receiptOf(organisationId: string, { seq, bytes }: Own): Promise<string | null> {
  const proof = await getInclusionProof(organisationId, BigInt(seq));
  return proof === null ? null : writeReceipt({ entry: bytes, ...proof });
}

const oneOf = {
  name: "entry-of-member",
  text: `SELECT e.seq::text, e.bytes FROM ledger_entry e
    JOIN member m ON m.organisation_id = e.organisation_id AND m.subject_ref = e.subject_ref
    WHERE e.organisation_id = $1 AND m.id = $2 AND e.seq = $3::bigint`,
};

/** The receipt of one entry about this member, or null when there is none or no checkpoint covers it yet. */
export async function getReceipt(
  organisationId: string,
  memberId: string,
  seq: string,
): Promise<string | null> {
  const { rows } = await pool().query<Own>({ ...oneOf, values: [organisationId, memberId, seq] });
  const [own] = rows;
  return own === undefined ? null : receiptOf(organisationId, own);
}

// The newest few of the person, and of these what one press recorded. Bytes are looked into as they are: those that somebody
// broke say nothing, and keep no other from being proven.
const ofRequest = {
  name: "entries-of-request",
  text: `SELECT n.seq::text, n.bytes FROM (
      SELECT e.seq, e.bytes FROM ledger_entry e
      JOIN member m ON m.organisation_id = e.organisation_id AND m.subject_ref = e.subject_ref
      WHERE e.organisation_id = $1 AND m.id = $2 ORDER BY e.seq DESC LIMIT 100) AS n
    WHERE position(convert_to($3, 'UTF8') IN n.bytes) > 0 ORDER BY n.seq`,
};

/**
 * Receipts of everything about this member that one request recorded, one after the other as one text. Null when it
 * recorded nothing, or when some of it is not covered by a checkpoint yet.
 */
export async function getReceiptsOfRequest(
  organisationId: string,
  memberId: string,
  requestId: string,
): Promise<string | null> {
  const said = `"requestId":${JSON.stringify(requestId)}`;
  const { rows } = await pool().query<Own>({ ...ofRequest, values: [organisationId, memberId, said] });
  const receipts = await Promise.all(rows.map((own) => receiptOf(organisationId, own)));
  return receipts.length === 0 || receipts.includes(null) ? null : receipts.join("\n");
}
