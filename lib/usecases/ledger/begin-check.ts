import { statement } from "@/lib/db/transaction";
import { lastNight } from "@/lib/policy/nightly";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";

/** A check that somebody has to make now. */
export type CheckDue = { readonly organisationId: string; readonly night: string };

// A worker that died half-way leaves its check to the next after an hour.
const begin = {
  name: "begin-ledger-check",
  text: `INSERT INTO ledger_check AS c (organisation_id, night, started_at)
    SELECT o.id, $2::date, $1 FROM organisation o
    WHERE o.created_at < $3 AND NOT EXISTS (SELECT FROM ledger_check k WHERE k.organisation_id = o.id AND k.night = $2::date
      AND (k.finished_at IS NOT NULL OR k.started_at > $1::timestamptz - interval '1 hour'))
    ORDER BY o.id LIMIT 1
    ON CONFLICT (organisation_id, night) DO UPDATE SET started_at = excluded.started_at
      WHERE c.finished_at IS NULL AND c.started_at <= excluded.started_at - interval '1 hour'
    RETURNING organisation_id AS "organisationId", night::text AS night`,
};

/**
 * Takes the next check that last night asks for, or null when all are made or being made. Any number of workers may ask at
 * once: each organisation is checked once a night, from its first on.
 */
export async function beginCheck(ctx: Ctx, _input: null): Promise<Result<CheckDue | null>> {
  const { night, from } = lastNight(ctx.at.getTime());
  const [due] = await statement<CheckDue>(ctx.tx, begin, [ctx.at, night, new Date(from)]);
  return ok(due ?? null);
}
