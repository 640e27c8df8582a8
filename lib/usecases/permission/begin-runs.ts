import { statement } from "@/lib/db/transaction";
import { lastNight } from "@/lib/policy/nightly";
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

/**
 * Begins what is due: for each panel a review when another policy came into force, and a check each night. Any number of
 * workers may ask at once: a panel has one open run of a kind.
 */
export async function beginRuns(ctx: Ctx, _input: null): Promise<Result<null>> {
  await statement(ctx.tx, reviews, [ctx.at]);
  await statement(ctx.tx, checks, [ctx.at, new Date(lastNight(ctx.at.getTime()).from)]);
  return ok(null);
}
