import { statement } from "@/lib/db/transaction";
import { londonDate } from "@/lib/clock";
import { dayBefore, startOfDay } from "@/lib/policy/civil";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";

const reviews = {
  name: "begin_permission_reviews",
  text: `INSERT INTO permission_run (organisation_id, id, panel_id, kind, policy_number, started_at)
    SELECT p.organisation_id, gen_random_uuid(), p.id, 'review', v.number, $1
    FROM panel p JOIN policy_version v ON v.organisation_id = p.organisation_id AND v.id = p.policy_version_id
    WHERE NOT EXISTS (SELECT FROM permission_run r WHERE r.organisation_id = p.organisation_id AND r.panel_id = p.id
      AND r.kind = 'review' AND r.policy_number = v.number)
    ON CONFLICT DO NOTHING`,
};

const checks = {
  name: "begin_permission_checks",
  text: `INSERT INTO permission_run (organisation_id, id, panel_id, kind, policy_number, started_at)
    SELECT p.organisation_id, gen_random_uuid(), p.id, 'check', v.number, $1
    FROM panel p JOIN policy_version v ON v.organisation_id = p.organisation_id AND v.id = p.policy_version_id
    WHERE NOT EXISTS (SELECT FROM permission_run r WHERE r.organisation_id = p.organisation_id AND r.panel_id = p.id
      AND r.kind = 'check' AND r.started_at >= $2)
    ON CONFLICT DO NOTHING`,
};

/** Checks begin at two in the morning, London time. */
const hourOfChecks = 2 * 3_600_000;

/** The last two o'clock in the morning before an instant. */
function lastNight(at: Date): Date {
  const today = londonDate(at);
  const tonight = (startOfDay(today) ?? 0) + hourOfChecks;
  if (tonight <= at.getTime()) return new Date(tonight);
  return new Date((startOfDay(dayBefore(today) ?? today) ?? 0) + hourOfChecks);
}

/**
 * Begins what is due: for each panel a review when another policy came into force, and a check each night. Any number of
 * workers may ask at once: a panel has one open run of a kind.
 */
export async function beginRuns(ctx: Ctx, _input: null): Promise<Result<null>> {
  await statement(ctx.tx, reviews, [ctx.at]);
  await statement(ctx.tx, checks, [ctx.at, lastNight(ctx.at)]);
  return ok(null);
}
