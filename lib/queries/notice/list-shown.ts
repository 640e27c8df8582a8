import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { NoticeFormat } from "@/lib/policy/notice-editions";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { formatOf } from "./get-notice";

/** One showing of a text to a person. */
export type Shown = {
  readonly id: string;
  /** The member's reference, or null when the member is not held any more. */
  readonly reference: string | null;
  readonly number: number;
  readonly language: string;
  readonly format: NoticeFormat;
  readonly place: string;
  readonly shownAt: Date;
};

/** What the list is narrowed to. */
export type ShownFilter = {
  readonly version?: number | undefined;
  readonly how?: string | undefined;
};

export type ShownPage = { readonly rows: readonly Shown[]; readonly next: string | null };

type Row = Omit<Shown, "format"> & { readonly format: string };

/** Who was shown which text, the newest first, from after `after` on. Pages by key, so that it stays quick. */
export async function listShown(
  viewer: Viewer,
  { version, how }: ShownFilter,
  after: string | undefined,
  size = 50,
): Promise<ShownPage> {
  authorise(viewer, "notice.view");
  const { organisationId, id: panelId } = viewer.panel;
  const conditions = [
    Prisma.sql`s.organisation_id = ${organisationId}::uuid AND n.panel_id = ${panelId}::uuid`,
    ...(version === undefined ? [] : [Prisma.sql`n.number = ${version}::int`]),
    ...(how === undefined ? [] : [Prisma.sql`s.place = ${how}`]),
    ...(after === undefined ? [] : [Prisma.sql`s.id < ${after}::uuid`]),
  ];
  const found = await database().$queryRaw<Row[]>(Prisma.sql`
    SELECT s.id::text AS id, m.reference, n.number, n.language, n.format, s.place, s.shown_at AS "shownAt"
    FROM notice_shown s
    JOIN privacy_notice n ON n.organisation_id = s.organisation_id AND n.id = s.privacy_notice_id
    LEFT JOIN member m ON m.organisation_id = s.organisation_id AND m.id = s.member_id
    WHERE ${Prisma.join(conditions, " AND ")} ORDER BY s.id DESC LIMIT ${size + 1}`);
  const rows = found.slice(0, size).map((row) => ({ ...row, format: formatOf(row.format) }));
  return { rows, next: found.length > size ? (rows.at(-1)?.id ?? null) : null };
}
