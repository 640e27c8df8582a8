import { database } from "@/lib/db/client";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { stagedStopsSchema, type StagedStop } from "@/lib/schemas/staged-list";

/** What a list of stops would do, before anybody confirms it. */
export type StagedSuppressions = {
  readonly id: string;
  readonly stops: readonly StagedStop[];
  /** Members who are reached at these addresses now, or are these people. */
  readonly members: number;
  /** Messages that wait to be sent to them and would not be. */
  readonly queued: number;
  /** Stops that are on the list already. */
  readonly known: number;
};

type Effect = Pick<StagedSuppressions, "members" | "queued" | "known">;

async function effectOf(organisationId: string, stops: readonly StagedStop[]): Promise<Effect> {
  const rows = stops.map(({ addressHash, subjectRef, purposeKey, messageKind, channel }) => ({
    ...{ hash: addressHash, ref: subjectRef, purpose: purposeKey, channel },
    kind: messageKind === null ? null : "direct_marketing",
  }));
  const [effect] = await database().$queryRaw<Effect[]>`
    WITH stop AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS s(hash text, ref uuid, purpose text, kind message_kind, channel channel)
    ), reached AS MATERIALIZED (
      SELECT c.member_id, s.purpose, s.kind, s.channel, c.kind = 'email' AS by_mail FROM stop s
        JOIN contact_point c ON c.organisation_id = ${organisationId}::uuid AND c.address_hash = s.hash
          AND c.removed_at IS NULL
      UNION ALL SELECT m.id, s.purpose, s.kind, s.channel, true FROM stop s
        JOIN member m ON m.organisation_id = ${organisationId}::uuid AND m.subject_ref = s.ref WHERE s.hash IS NULL
    )
    SELECT (SELECT count(DISTINCT member_id) FROM reached)::int AS members,
      (SELECT count(DISTINCT d.id) FROM reached r
        JOIN delivery d ON d.organisation_id = ${organisationId}::uuid AND d.member_id = r.member_id
          AND d.state IN ('queued', 'claimed')
        JOIN gate_decision g ON g.organisation_id = d.organisation_id AND g.id = d.gate_decision_id
        WHERE r.by_mail AND g.kind <> 'rights_reply' AND (r.purpose IS NULL OR r.purpose = g.purpose_key)
          AND (r.kind IS NULL OR r.kind = g.kind) AND (r.channel IS NULL OR r.channel = g.channel))::int AS queued,
      (SELECT count(*) FROM stop s WHERE EXISTS (SELECT FROM suppression k
        WHERE k.organisation_id = ${organisationId}::uuid AND k.lifted_at IS NULL
          AND k.address_hash IS NOT DISTINCT FROM s.hash AND (s.hash IS NOT NULL OR k.subject_ref = s.ref)
          AND k.purpose_key IS NOT DISTINCT FROM s.purpose AND k.message_kind IS NOT DISTINCT FROM s.kind
          AND k.channel IS NOT DISTINCT FROM s.channel))::int AS known`;
  return effect ?? { members: 0, queued: 0, known: 0 };
}

/** A list of stops that waits to be confirmed, and what it would do now. Null when there is none, or it was confirmed. */
export async function getStagedSuppressions(viewer: Viewer, id: string): Promise<StagedSuppressions | null> {
  authorise(viewer, "suppression.add");
  const { organisationId, id: panelId } = viewer.panel;
  const upload = await database().listUpload.findFirst({
    where: { organisationId, id, panelId, kind: "suppression", appliedAt: null },
    select: { rows: true },
  });
  if (upload === null) return null;
  const stops = stagedStopsSchema.parse(upload.rows);
  return { id, stops, ...(await effectOf(organisationId, stops)) };
}
