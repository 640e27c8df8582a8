import { Prisma } from "@/lib/db/generated/client";
import { listRestricted } from "@/lib/queries/member/list-restricted";
import type { Viewer } from "./viewer";

/**
 * SQL for the responses of a survey that its figures are made of, as a table of `id` and `answers`: whole groups of the
 * panel's smallest number, in the order in which they came, so that nobody can read one person's answers off the difference
 * between two looks (law.md RG-6, differencing). A group in which somebody's details are put aside is left out whole, for
 * the same reason.
 */
export async function shownResponses(viewer: Viewer, activityId: string): Promise<Prisma.Sql> {
  const { organisationId, document } = viewer.panel;
  const size = document.suppressionThresholds.default;
  const aside = await listRestricted(viewer.panel);
  return Prisma.sql`(
    SELECT id, answers FROM (
      SELECT id, answers, count(*) OVER together AS size, bool_or(aside) OVER together AS aside
      FROM (
        SELECT id, answers, member_id = ANY(${aside}::uuid[]) AS aside,
          (row_number() OVER (ORDER BY submitted_at, id) - 1) / ${size} AS part
        FROM survey_response
        WHERE organisation_id = ${organisationId}::uuid AND activity_id = ${activityId}::uuid
      ) AS placed WINDOW together AS (PARTITION BY part)
    ) AS grouped WHERE size = ${size} AND NOT aside)`;
}
