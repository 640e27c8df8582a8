import { pool } from "@/lib/db/client";
import type { Foreseen, KeptReason } from "@/lib/policy/disposal";
import type { CivilDate } from "@/lib/policy/vocabulary";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import type { RunLine } from "./get-disposal-run";

/** One thing of one person in a run. */
export type RunItem = {
  readonly itemId: string;
  readonly subjectRef: string;
  /** The member's reference, or null when they are not held any more. */
  readonly reference: string | null;
  readonly ruleKey: string;
  readonly dueOn: CivilDate;
  readonly action: RunLine["action"];
  readonly whole: boolean;
  readonly foreseen: Foreseen | null;
  readonly outcome: RunLine["outcome"];
  readonly heldBy: KeptReason | null;
};

/** Where a page begins: after this item. */
export type RunPlace = { readonly subjectRef: string; readonly itemId: string };

export type RunItemsPage = { readonly items: readonly RunItem[]; readonly next: RunPlace | null };

const query = `
  SELECT d.retention_item_id AS "itemId", d.subject_ref AS "subjectRef", m.reference, d.rule_key AS "ruleKey",
    d.due_on::text AS "dueOn", d.action::text AS action, d.whole, d.foreseen, d.outcome::text AS outcome, d.held_by AS "heldBy"
  FROM disposal_item d LEFT JOIN member m ON m.organisation_id = d.organisation_id AND m.subject_ref = d.subject_ref
  WHERE d.organisation_id = $1 AND d.run_id = $2 AND (d.subject_ref, d.retention_item_id) > ($3::uuid, $4::uuid)
  ORDER BY d.subject_ref, d.retention_item_id LIMIT $5`;

const beginning: RunPlace = {
  subjectRef: "00000000-0000-0000-0000-000000000000",
  itemId: "00000000-0000-0000-0000-000000000000",
};

/** The items of a run of the viewer's panel, person by person in the order of their random references. */
export async function listRunItems(
  viewer: Viewer,
  runId: string,
  after: RunPlace = beginning,
  size = 50,
): Promise<RunItemsPage> {
  authorise(viewer, "retention.read");
  const { organisationId } = viewer.panel;
  const values = [organisationId, runId, after.subjectRef, after.itemId, size + 1];
  const { rows } = await pool().query<RunItem>(query, values);
  const items = rows.slice(0, size);
  const last = items.at(-1);
  const next = rows.length > size && last !== undefined ? last : null;
  return { items, next: next === null ? null : { subjectRef: next.subjectRef, itemId: next.itemId } };
}
