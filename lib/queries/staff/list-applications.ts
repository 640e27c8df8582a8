import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { ApplicationOutcome } from "@/lib/db/generated/enums";
import type { ApplicationsShown } from "@/lib/schemas/application-decision";
import { authorise, type Viewer } from "./viewer";

export type ApplicationRow = {
  readonly id: string;
  readonly reference: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly area: string | null;
  readonly tenure: string | null;
  readonly submittedAt: Date;
  /** Civil day. */
  readonly decideBy: string;
  readonly outcome: ApplicationOutcome | null;
};

export type ApplicationPage = {
  readonly rows: readonly ApplicationRow[];
  /** The application the next page begins after, or null. */
  readonly next: string | null;
};

const pageSize = 50;

function narrowed(show: ApplicationsShown): Prisma.Sql {
  if (show === "all") return Prisma.sql`true`;
  if (show === "waiting") return Prisma.sql`a.outcome IS NULL`;
  return Prisma.sql`a.outcome = ${show}::application_outcome`;
}

/** One page of applications, those that wait first, and the longest waiting before the others. */
export async function listApplications(
  viewer: Viewer,
  show: ApplicationsShown,
  after: string | undefined,
): Promise<ApplicationPage> {
  authorise(viewer, "application.view");
  const { organisationId, id: panelId } = viewer.panel;
  const found = await database().$queryRaw<ApplicationRow[]>`
    SELECT a.id::text AS id, m.reference, m.given_name AS "givenName", m.family_name AS "familyName", m.area, m.tenure,
      a.submitted_at AS "submittedAt", r.decide_by::text AS "decideBy", a.outcome::text AS outcome
    FROM application a
    JOIN application_round r ON r.organisation_id = a.organisation_id AND r.id = a.round_id
    JOIN member m ON m.organisation_id = a.organisation_id AND m.id = a.member_id
    LEFT JOIN application p ON p.organisation_id = a.organisation_id AND p.id = ${after ?? null}::uuid
    WHERE a.organisation_id = ${organisationId}::uuid AND r.panel_id = ${panelId}::uuid AND m.state <> 'erased'
      AND ${narrowed(show)}
      AND (p.id IS NULL OR (a.outcome IS NOT NULL, a.submitted_at, a.id) > (p.outcome IS NOT NULL, p.submitted_at, p.id))
    ORDER BY a.outcome IS NOT NULL, a.submitted_at, a.id LIMIT ${pageSize + 1}`;
  const rows = found.slice(0, pageSize);
  return { rows, next: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null };
}
