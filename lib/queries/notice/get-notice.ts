import { database } from "@/lib/db/client";
import type { NoticeSection } from "@/lib/policy/notice";
import type { PanelView } from "@/lib/queries/panel/get-panel";

/** One published privacy notice, as it was published. */
export type NoticeView = {
  readonly number: number;
  readonly publishedAt: Date;
  readonly sections: readonly NoticeSection[];
  readonly contentHash: string;
  readonly current: boolean;
};

/** The notice with this number, or null. A published notice never changes. */
export async function getNotice(panel: PanelView, number: number): Promise<NoticeView | null> {
  const row = await database().privacyNotice.findUnique({
    where: {
      organisationId_panelId_number_language_format: {
        organisationId: panel.organisationId,
        panelId: panel.id,
        number,
        language: "en",
        format: "standard",
      },
    },
  });
  if (row === null) return null;
  const { publishedAt, contentHash } = row;
  const sections = row.content as unknown as readonly NoticeSection[];
  return { number, publishedAt, contentHash, sections, current: row.id === panel.privacyNoticeId };
}

/** The numbers and days of all published versions, newest first. */
export async function listNotices(
  panel: PanelView,
): Promise<readonly { readonly number: number; readonly publishedAt: Date }[]> {
  return database().privacyNotice.findMany({
    where: { organisationId: panel.organisationId, panelId: panel.id, language: "en", format: "standard" },
    select: { number: true, publishedAt: true },
    orderBy: { number: "desc" },
    take: 50,
  });
}
