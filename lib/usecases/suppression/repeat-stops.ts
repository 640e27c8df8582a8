import { statement } from "@/lib/db/transaction";
import { appendEntries } from "@/lib/ledger/append";
import type { JournaledStop } from "@/lib/ledger/recover/missing";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { decideAgain, lockConcerned } from "./decide-again";

export type StopsToRepeat = {
  readonly organisationId: string;
  readonly stops: readonly JournaledStop[];
  /** The panel that a person who is not in this copy belonged to, where it is known. */
  readonly panelId?: string;
};

const insert = {
  name: "repeat-stops",
  text: `INSERT INTO suppression SELECT * FROM jsonb_populate_recordset(NULL::suppression, $1)
    ON CONFLICT DO NOTHING RETURNING id::text, subject_ref::text AS "subjectRef", source,
      (SELECT m.panel_id::text FROM member m WHERE m.organisation_id = suppression.organisation_id
        AND m.subject_ref = suppression.subject_ref) AS "panelId"`,
};

type Kept = {
  readonly id: string;
  readonly subjectRef: string | null;
  readonly source: string;
  readonly panelId: string | null;
};

/** Puts rows of the do-not-contact list back that the journal has and the older copy had not. Returns how many. */
export async function repeatStops(
  ctx: Ctx,
  { organisationId, stops, panelId: known }: StopsToRepeat,
): Promise<Result<number>> {
  const rows = stops.map(({ row }) => row);
  const hashes = rows.flatMap((row) => row.address_hash ?? []);
  const people = rows.flatMap((row) => row.subject_ref ?? []);
  const concerned = await lockConcerned(ctx.tx, organisationId, hashes, people);
  const kept = await statement<Kept>(ctx.tx, insert, [JSON.stringify(rows)]);
  await decideAgain(ctx.tx, organisationId, concerned, ctx.at);
  await appendEntries(
    ctx,
    organisationId,
    // In the trail of the person's own panel, where it is looked for.
    kept.map(({ id, subjectRef, source, panelId }) => ({
      ...{ eventType: "suppression.added" as const, panelId: panelId ?? known ?? null },
      ...{ subjectRef, effectiveAt: ctx.at },
      data: { suppressionId: id, source },
    })),
  );
  return ok(kept.length);
}
