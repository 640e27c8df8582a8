import { dateColumn, londonDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { retentionHorizon, type RetentionAction } from "./list-retention-due";

/** What one rule asks for within 90 days; `today` of them fall due today, `overdue` of them should already be gone. */
export type RuleTotal = {
  readonly ruleKey: string;
  readonly action: RetentionAction;
  readonly due: number;
  readonly today: number;
  readonly overdue: number;
};

/** Everything due on this panel within 90 days of `at`, overdue included, by rule; the busiest rule first. */
export async function countRetentionDue(viewer: Viewer, at: Date): Promise<readonly RuleTotal[]> {
  authorise(viewer, "retention.read");
  const { organisationId, id: panelId } = viewer.panel;
  return database().$queryRaw<RuleTotal[]>`
    SELECT rule_key AS "ruleKey", action::text AS action, count(*)::int AS due,
      (count(*) FILTER (WHERE due_on = ${dateColumn(londonDate(at))}::date))::int AS today,
      (count(*) FILTER (WHERE due_on < ${dateColumn(londonDate(at))}::date))::int AS overdue
    FROM retention_item
    WHERE organisation_id = ${organisationId}::uuid AND panel_id = ${panelId}::uuid AND settled_at IS NULL
      AND due_on <= ${dateColumn(retentionHorizon(at))}::date
    GROUP BY rule_key, action ORDER BY due DESC, rule_key, action`;
}
