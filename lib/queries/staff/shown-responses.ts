import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { isRestricted } from "@/lib/policy/restriction";
import type { Viewer } from "./viewer";

type Answered = Parameters<typeof isRestricted>[0] & { readonly memberId: string };

/** Whoever answered and has their details put aside now: their answers are kept and not used (UK GDPR 18(2); law.md RR-10). */
async function putAside({ panel: { organisationId } }: Viewer, activityId: string) {
  const found = await database().$queryRaw<Answered[]>`
    SELECT s.member_id AS "memberId", m.restricted_at AS "restrictedAt", m.restriction_lifts_at AS "restrictionLiftsAt"
    FROM survey_response s JOIN member m ON m.organisation_id = s.organisation_id AND m.id = s.member_id
    WHERE s.organisation_id = ${organisationId}::uuid AND s.activity_id = ${activityId}::uuid
      AND m.restricted_at IS NOT NULL`;
  return found.filter((row) => isRestricted(row, now())).map(({ memberId }) => memberId);
}

/**
 * SQL for the responses of a survey that its figures are made of, as a table of `id` and `answers`: whole groups of the
 * panel's smallest number, in the order in which they came, so that nobody can read one person's answers off the difference
 * between two looks (law.md RG-6, differencing). A group in which somebody's details are put aside is left out whole, for
 * the same reason.
 */
export async function shownResponses(viewer: Viewer, activityId: string): Promise<Prisma.Sql> {
  const { organisationId, document } = viewer.panel;
  const size = document.suppressionThresholds.default;
  const aside = await putAside(viewer, activityId);
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
