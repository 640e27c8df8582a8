import { statement } from "@/lib/db/transaction";
import type { PackAbout } from "@/lib/queries/evidence/pack-entries";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";

export type PackToBuild = PackAbout & { readonly id: string };

const keptFor = "1 day";

// What a worker died over is begun again ten minutes after its last sign of life, from the beginning.
const take = {
  name: "take-evidence-pack",
  text: `UPDATE evidence_pack p SET started_at = clock_timestamp(), done = 0, total = 0
    FROM (SELECT organisation_id, id FROM evidence_pack WHERE finished_at IS NULL
      AND (started_at IS NULL OR started_at < clock_timestamp() - interval '10 minutes')
      ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED) AS next
    WHERE p.organisation_id = next.organisation_id AND p.id = next.id
    RETURNING p.organisation_id AS "organisationId", p.id, p.panel_id AS "panelId", p.subject_ref AS "subjectRef",
      p.activity_id AS "activityId", p.entry_seq::text AS "entrySeq"`,
};

const old = {
  name: "drop-old-evidence-packs",
  text: `DELETE FROM evidence_pack WHERE finished_at < clock_timestamp() - interval '${keptFor}'`,
};

const parts = {
  name: "drop-evidence-parts",
  text: "DELETE FROM evidence_pack_part WHERE organisation_id = $1 AND pack_id = $2",
};

type Row = Omit<PackToBuild, "entrySeq"> & { readonly entrySeq: string };

/** Deletes the packs whose day is over, and takes the next that waits; null when none does. */
export async function takePack(ctx: Ctx, _input: null): Promise<Result<PackToBuild | null>> {
  await statement(ctx.tx, old, []);
  const [row] = await statement<Row>(ctx.tx, take, []);
  if (row === undefined) return ok(null);
  await statement(ctx.tx, parts, [row.organisationId, row.id]);
  return ok({ ...row, entrySeq: BigInt(row.entrySeq) });
}
