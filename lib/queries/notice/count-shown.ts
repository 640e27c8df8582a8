import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { NoticeFormat } from "@/lib/policy/notice-editions";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { formatOf } from "./get-notice";
import { untoldCondition } from "./untold-sql";

/** How often a text of a version was shown, by the way it was shown. */
export type ShownCount = {
  readonly number: number;
  readonly language: string;
  readonly format: NoticeFormat;
  readonly place: string;
  readonly times: number;
};

type Row = Omit<ShownCount, "format"> & { readonly format: string };

/** How often each version was shown, by edition and place, newest version first. Read from an index alone. */
export async function countShown(viewer: Viewer): Promise<readonly ShownCount[]> {
  authorise(viewer, "notice.view");
  const { organisationId, id: panelId } = viewer.panel;
  const rows = await database().$queryRaw<Row[]>`
    SELECT n.number, n.language, n.format, s.place, s.times
    FROM privacy_notice n CROSS JOIN LATERAL (
      SELECT place, count(*)::int AS times FROM notice_shown s
      WHERE s.organisation_id = n.organisation_id AND s.privacy_notice_id = n.id GROUP BY place) s
    WHERE n.organisation_id = ${organisationId}::uuid AND n.panel_id = ${panelId}::uuid
    ORDER BY n.number DESC, n.id, s.place`;
  return rows.map((row) => ({ ...row, format: formatOf(row.format) }));
}

/** Counting stops here: past it, "more than" says as much. */
export const notShownLimit = 10_000;

/** How many of those who are to know the notice in force were shown neither it nor a later one; up to the limit. */
export async function countNotShown(viewer: Viewer): Promise<number> {
  authorise(viewer, "notice.view");
  const { organisationId, id: panelId, privacyNoticeNumber } = viewer.panel;
  const untold = untoldCondition(organisationId, panelId, privacyNoticeNumber);
  const [row] = await database().$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count FROM (
      SELECT FROM member m WHERE ${untold} LIMIT ${notShownLimit + 1}) AS found`);
  return row?.count ?? 0;
}
