import { database } from "@/lib/db/client";
import { may } from "@/lib/policy/permission";
import type { ActivityView } from "./get-activity";
import type { Viewer } from "./viewer";

export type AdjustmentView = {
  readonly reference: string;
  /** Their random name in the ledger, where the reading is recorded. */
  readonly subjectRef: string;
  readonly name: string;
  readonly need: string;
};

const most = 1_000;

/** Whether this viewer organises the activity: adjustments are for the organiser alone (law.md SC-7). */
export function isOrganiser(viewer: Viewer, activity: ActivityView): boolean {
  const { actor, panel } = viewer;
  return (
    actor.kind === "staff" && actor.staffId === activity.createdBy && may(actor, "adjustment.view", panel.id)
  );
}

/**
 * What people who accepted asked for, so that they can take part. Null for anyone but the organiser. Reads health-related
 * data: only for the organiser's own activity, and only of those who are coming. Pages ask for it through
 * `recordedAdjustments`, which records the reading first.
 */
export async function listAdjustments(
  viewer: Viewer,
  activity: ActivityView,
): Promise<readonly AdjustmentView[] | null> {
  if (!isOrganiser(viewer, activity)) return null;
  return database().$queryRaw<AdjustmentView[]>`
    SELECT m.reference, m.subject_ref::text AS "subjectRef", m.given_name || ' ' || m.family_name AS name, d.need
    FROM adjustment d
    JOIN member m ON m.organisation_id = d.organisation_id AND m.id = d.member_id
    JOIN invitation i ON i.organisation_id = d.organisation_id AND i.activity_id = d.activity_id AND i.member_id = d.member_id
    JOIN rsvp r ON r.organisation_id = i.organisation_id AND r.invitation_id = i.id AND r.answer = 'accepted'
    WHERE d.organisation_id = ${viewer.panel.organisationId}::uuid AND d.activity_id = ${activity.id}::uuid
    ORDER BY m.sort_name, m.id LIMIT ${most}`;
}
