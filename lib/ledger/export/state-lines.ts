import type { PoolClient } from "pg";
import { consentStanding } from "@/lib/policy/consent-standing";
import type { ConsentFact } from "@/lib/policy/gate/types";
import { isEvidenced } from "@/lib/queries/member/stored-facts";
import type { CaptureMethod, Channel, ConsentDecision } from "@/lib/policy/vocabulary";

// Consent state as the product has it: from the records of decisions and the policy's own rule, never from the entries. Of
// the entries only the number is asked that names the one which decides (docs/ledger-export.md, "Consent state").

/** A recorded decision, and the number of its entry ("0": there is none). */
export type NumberedFact = ConsentFact & { readonly seq: string };

type Line = {
  readonly subject: string;
  readonly purpose: string;
  readonly channel: Channel | null;
  readonly decision: string;
  readonly seq: string;
};

type Row = {
  readonly subject: string;
  readonly purpose: string;
  readonly channel: Channel | null;
  readonly decision: ConsentDecision;
  readonly method: string;
  readonly effective_at: string;
  readonly recorded_at: string;
  readonly valid_until: string | null;
  readonly shown: boolean;
  readonly seq: string | null;
};

const records = `
  SELECT m.subject_ref::text AS subject, r.purpose_key AS purpose, r.channel::text, r.decision::text, r.method::text,
    epoch_ms(r.effective_at)::text AS effective_at, epoch_ms(r.recorded_at)::text AS recorded_at,
    epoch_ms(r.valid_until)::text AS valid_until, r.notice_shown_id IS NOT NULL AS shown, e.seq::text
  FROM member m JOIN consent_record r ON r.organisation_id = m.organisation_id AND r.member_id = m.id
  LEFT JOIN (SELECT seq, (convert_from(bytes, 'UTF8')::jsonb #>> '{data,consentRecordId}')::uuid AS record
      FROM ledger_entry WHERE organisation_id = $1 AND subject_ref = ANY($2::uuid[]) AND event_type LIKE 'consent.%'
        AND seq >= $3::bigint) AS e
    ON e.record = r.id
  WHERE m.organisation_id = $1 AND m.subject_ref = ANY($2::uuid[])
  ORDER BY m.subject_ref`;

const people = `SELECT subject_ref::text AS subject FROM member
  WHERE organisation_id = $1 AND subject_ref > $2 ORDER BY subject_ref LIMIT $3`;

const peopleAtOnce = 500;

function factOf(row: Row, at: number): NumberedFact {
  const method = row.method === "in_person" ? "inPerson" : (row.method as CaptureMethod);
  return {
    ...{ purposeKey: row.purpose, channel: row.channel, decision: row.decision, method },
    // Two clocks may differ by moments: nothing of the ledger counts from after its last entry.
    effectiveAt: Math.min(Number(row.effective_at), at),
    recordedAt: Math.min(Number(row.recorded_at), at),
    validUntil: row.valid_until === null ? null : Number(row.valid_until),
    evidenced: isEvidenced(method, row.shown),
    seq: row.seq ?? "0",
  };
}

/** The highest number among the decisions that count from the same moment and say the same as the one that stands. */
function decidingSeq(facts: readonly NumberedFact[], state: string, since: number | null): string {
  const hasYes = facts.some(({ decision }) => decision === "given");
  const isYes = state === "given" || state === "unverified" || (state === "expired" && hasYes);
  const said = isYes ? "given" : state;
  const seqs = facts
    .filter(({ decision, effectiveAt }) => decision === said && effectiveAt === since)
    .map(({ seq }) => BigInt(seq));
  return String(seqs.reduce((most, seq) => (seq > most ? seq : most), 0n));
}

/** What stands for one person at an instant (epoch ms), a line for each purpose and channel in their order. */
export function linesOf(subject: string, facts: readonly NumberedFact[], at: number): readonly Line[] {
  const purposes = [...Map.groupBy(facts, ({ purposeKey }) => purposeKey)].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return purposes.flatMap(([purpose, about]) => {
    const channels = [...new Set(about.map(({ channel }) => channel))];
    channels.sort((one, other) => ((one ?? "") < (other ?? "") ? -1 : 1));
    return channels.map((channel): Line => {
      const counting = about.filter((fact) => fact.channel === null || fact.channel === channel);
      // For no channel in particular only decisions about every channel count, and they count for any.
      const standing = consentStanding(counting, purpose, channel ?? "email", at, "thisOrEveryChannel");
      const { state, since } = standing;
      return { subject, purpose, channel, decision: state, seq: decidingSeq(counting, state, since) };
    });
  });
}

/**
 * The lines of state.ndjson at an instant (epoch ms), in their order, within the caller's snapshot.
 * @param firstSeq the first entry that is exported: those before it are gone, or known to be wrong
 */
export async function* stateLines(
  client: PoolClient,
  organisationId: string,
  firstSeq: bigint,
  at: number,
): AsyncGenerator<string> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const found = await client.query<{ subject: string }>(people, [organisationId, after, peopleAtOnce]);
    const subjects = found.rows.map(({ subject }) => subject);
    const last = subjects.at(-1);
    if (last === undefined) return;
    const { rows } = await client.query<Row>(records, [organisationId, subjects, String(firstSeq)]);
    for (const [subject, own] of Map.groupBy(rows, (row) => row.subject)) {
      const facts = own.map((row) => factOf(row, at));
      for (const line of linesOf(subject, facts, at)) yield `${JSON.stringify(line)}\n`;
    }
    after = last;
  }
}
