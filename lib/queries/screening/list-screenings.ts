import { z } from "zod";
import { civilDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { staffNames } from "@/lib/queries/policy/staff-names";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { stagedNumbersSchema } from "@/lib/schemas/staged-list";

const countsSchema = z.object({ clear: z.number(), listed: z.number(), known: z.number() });
export type ScreeningCounts = z.output<typeof countsSchema>;

/** A screening that was recorded. `screenedOn`: civil day. */
export type RecordedScreening = ScreeningCounts & {
  readonly id: string;
  readonly screenedOn: string;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
};

const size = 25;

/** The panel's screenings, newest first, a page at a time. */
export async function listScreenings(
  viewer: Viewer,
  before: string | undefined,
): Promise<{ readonly screenings: readonly RecordedScreening[]; readonly older: string | null }> {
  authorise(viewer, "screening.view");
  const { organisationId, id: panelId } = viewer.panel;
  const found = await database().listUpload.findMany({
    where: {
      ...{ organisationId, panelId, kind: "screening", appliedAt: { not: null } },
      ...(before === undefined ? {} : { id: { lt: before } }),
    },
    orderBy: { id: "desc" },
    take: size + 1,
    select: { id: true, statedOn: true, appliedAt: true, appliedBy: true, counts: true },
  });
  const page = found.slice(0, size);
  const names = await staffNames(
    organisationId,
    page.map(({ appliedBy }) => appliedBy),
  );
  const screenings = page.flatMap(({ id, statedOn, appliedAt, appliedBy, counts }) =>
    statedOn === null || appliedAt === null
      ? []
      : [
          {
            ...countsSchema.parse(counts),
            ...{ id, screenedOn: civilDate(statedOn), recordedAt: appliedAt },
            recordedBy: names.get(appliedBy ?? "") ?? null,
          },
        ],
  );
  return { screenings, older: found.length > size ? (page.at(-1)?.id ?? null) : null };
}

/** A screening that waits to be confirmed. */
export type StagedScreening = {
  readonly id: string;
  readonly screenedOn: string;
  readonly clear: number;
  readonly listed: number;
  /** How many of the numbers are members' now. */
  readonly members: number;
};

/** A screening that waits to be confirmed, or null when there is none, or it was. */
export async function getStagedScreening(viewer: Viewer, id: string): Promise<StagedScreening | null> {
  authorise(viewer, "screening.upload");
  const { organisationId, id: panelId } = viewer.panel;
  const upload = await database().listUpload.findFirst({
    where: { organisationId, id, panelId, kind: "screening", appliedAt: null },
    select: { rows: true, statedOn: true },
  });
  if (upload === null || upload.statedOn === null) return null;
  const numbers = stagedNumbersSchema.parse(upload.rows);
  const clear = numbers.filter(({ result }) => result === "clear").length;
  const [found] = await database().$queryRaw<{ members: number }[]>`
    SELECT count(DISTINCT address_hash)::int AS members FROM contact_point
    WHERE organisation_id = ${organisationId}::uuid AND removed_at IS NULL
      AND address_hash = ANY (${numbers.map(({ numberHash }) => numberHash)}::text[])`;
  const counts = { clear, listed: numbers.length - clear, members: found?.members ?? 0 };
  return { id, screenedOn: civilDate(upload.statedOn), ...counts };
}
