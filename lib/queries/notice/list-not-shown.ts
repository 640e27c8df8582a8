import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { untoldCondition } from "./untold-sql";

/** Someone who was not shown the notice in force, with the newest one they were. */
export type NotShown = {
  readonly id: string;
  readonly reference: string;
  readonly newest: number | null;
  readonly joinedAt: Date | null;
};

export type NotShownPage = { readonly rows: readonly NotShown[]; readonly next: string | null };

/** Who was not shown the notice in force, by when they were entered, from after the member `after` on. */
export async function listNotShown(
  viewer: Viewer,
  after: string | undefined,
  size = 50,
): Promise<NotShownPage> {
  authorise(viewer, "notice.view");
  const { organisationId, id: panelId, privacyNoticeNumber } = viewer.panel;
  const untold = untoldCondition(organisationId, panelId, privacyNoticeNumber);
  const from = after === undefined ? Prisma.sql`true` : Prisma.sql`m.id > ${after}::uuid`;
  const found = await database().$queryRaw<NotShown[]>(Prisma.sql`
    SELECT m.id::text AS id, m.reference, m.joined_at AS "joinedAt", (
      SELECT max(n.number) FROM notice_shown s JOIN privacy_notice n
        ON n.organisation_id = s.organisation_id AND n.id = s.privacy_notice_id
      WHERE s.organisation_id = m.organisation_id AND s.member_id = m.id) AS newest
    FROM member m WHERE ${untold} AND ${from} ORDER BY m.id LIMIT ${size + 1}`);
  const rows = found.slice(0, size);
  return { rows, next: found.length > size ? (rows.at(-1)?.id ?? null) : null };
}
