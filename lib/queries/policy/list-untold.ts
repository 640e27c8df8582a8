import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { untoldCondition } from "@/lib/queries/notice/untold-sql";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { latestNoticeDue, type LatestNoticeDue } from "./latest-notice-due";

/** Someone who was not told of the last material change and cannot be told by mail. */
export type UntoldRow = {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  /** A reason of the gate, or what became of the mail: "mail.failed", "mail.unknown", "mail.none". */
  readonly reason: string;
  readonly hasPostAddress: boolean;
};

/** How far telling members of the last material change has come. */
export type NoticeProgress = {
  readonly noticeNumber: number;
  readonly mailingId: string | null;
  readonly finishedAt: Date | null;
  readonly queuedAt: Date;
  /** told by each way, and how many still wait for their mail or need a letter. */
  readonly mail: number;
  readonly letter: number;
  readonly page: number;
  readonly waiting: number;
  readonly untold: number;
};

const pending = Prisma.sql`('queued', 'claimed', 'handing_over', 'sent')`;

/** Members not told by whatever way, with the mail that was to tell them. */
function untold({ panel }: Viewer, { mailingId, noticeNumber }: LatestNoticeDue): Prisma.Sql {
  const { organisationId, id: panelId } = panel;
  return Prisma.sql`member m
    LEFT JOIN delivery d ON d.organisation_id = m.organisation_id AND d.mailing_id = ${mailingId}::uuid AND d.member_id = m.id
    WHERE ${untoldCondition(organisationId, panelId, noticeNumber)}`;
}

/** How many were shown this notice or a later one, by the way they were. */
async function countWays({ panel }: Viewer, noticeNumber: number) {
  const { organisationId, id: panelId } = panel;
  const notices = await database().privacyNotice.findMany({
    where: { organisationId, panelId, number: { gte: noticeNumber } },
    select: { id: true },
  });
  return database().noticeShown.groupBy({
    by: ["place"],
    where: { organisationId, privacyNoticeId: { in: notices.map(({ id }) => id) } },
    _count: true,
  });
}

/** While the mailing is being spread out nobody is left out yet. */
async function isSpreadOut({ panel }: Viewer, mailingId: string | null): Promise<boolean> {
  if (mailingId === null) return true;
  const mailing = await database().mailing.findUnique({
    where: { organisationId_id: { organisationId: panel.organisationId, id: mailingId } },
    select: { state: true },
  });
  return mailing?.state !== "expanding";
}

/** How far telling members of the last material change has come; null when there was none. */
export async function getNoticeProgress(viewer: Viewer): Promise<NoticeProgress | null> {
  authorise(viewer, "policy.view");
  const due = await latestNoticeDue(viewer.panel);
  if (due === null) return null;
  const spreadOut = await isSpreadOut(viewer, due.mailingId);
  const [ways, [counts]] = await Promise.all([
    countWays(viewer, due.noticeNumber),
    database().$queryRaw<{ waiting: number; untold: number }[]>`
      SELECT count(*) FILTER (WHERE ${!spreadOut} OR d.state IN ${pending})::int AS waiting, count(*)::int AS untold
      FROM ${untold(viewer, due)}`,
  ]);
  const by = (place: string) => ways.find((way) => way.place === place)?._count ?? 0;
  const waiting = counts?.waiting ?? 0;
  return {
    noticeNumber: due.noticeNumber,
    mailingId: due.mailingId,
    finishedAt: due.finishedAt,
    queuedAt: due.queuedAt,
    mail: by("mail"),
    letter: by("letter"),
    page: ways.reduce(
      (sum, { place, _count }) => (place === "mail" || place === "letter" ? sum : sum + _count),
      0,
    ),
    waiting,
    untold: (counts?.untold ?? 0) - waiting,
  };
}

/** Those who need a letter, by reference, 50 a page; `after` is the last reference of the page before. */
export async function listUntold(
  viewer: Viewer,
  after = "",
  size = 50,
): Promise<{ readonly rows: readonly UntoldRow[]; readonly next: string | null }> {
  authorise(viewer, "policy.view");
  const due = await latestNoticeDue(viewer.panel);
  if (due === null || !(await isSpreadOut(viewer, due.mailingId))) return { rows: [], next: null };
  const found = await database().$queryRaw<UntoldRow[]>`
    SELECT m.id, m.reference, m.given_name || ' ' || m.family_name AS name,
      coalesce(CASE WHEN d.state = 'failed' THEN 'mail.failed' WHEN d.state = 'unknown' THEN 'mail.unknown' END,
        (SELECT g.code FROM gate_decision g WHERE g.organisation_id = m.organisation_id AND g.member_id = m.id
          AND g.mailing_id = ${due.mailingId}::uuid AND g.outcome = 'refused' ORDER BY g.decided_at DESC LIMIT 1),
        'mail.none') AS reason,
      m.address_line_1 IS NOT NULL AND m.postcode IS NOT NULL AS "hasPostAddress"
    FROM ${untold(viewer, due)}
      AND (d.id IS NULL OR d.state NOT IN ${pending}) AND m.reference > ${after}
    ORDER BY m.reference LIMIT ${size + 1}`;
  const rows = found.slice(0, size);
  return { rows, next: found.length > size ? (rows.at(-1)?.reference ?? null) : null };
}
