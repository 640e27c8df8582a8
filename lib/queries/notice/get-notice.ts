import { database } from "@/lib/db/client";
import type { NoticeSection } from "@/lib/policy/notice";
import { noticeFormats } from "@/lib/policy/document-parts";
import { inReadingOrder, type Edition } from "@/lib/policy/notice-editions";
import type { PanelView } from "@/lib/queries/panel/get-panel";

/** Which text of a version: its language and format. */
export type EditionKey = Pick<Edition, "language" | "format">;

export const standardEdition: EditionKey = { language: "en", format: "standard" };

/** One published privacy notice, as it was published. */
export type NoticeView = Edition & {
  readonly id: string;
  readonly number: number;
  readonly publishedAt: Date;
  readonly contentHash: string;
  readonly policyVersionId: string;
  /** Whether its number is the one in force. */
  readonly current: boolean;
};

/** A stored format; one that is not known reads as the standard one. */
export function formatOf(stored: string): Edition["format"] {
  return noticeFormats.find((one) => one === stored) ?? "standard";
}

/** The notice with this number in a language and format, or null. A published notice never changes. */
export async function getNotice(
  panel: PanelView,
  number: number,
  edition: EditionKey = standardEdition,
): Promise<NoticeView | null> {
  const { organisationId, id: panelId } = panel;
  const row = await database().privacyNotice.findUnique({
    where: {
      organisationId_panelId_number_language_format: { organisationId, panelId, number, ...edition },
    },
  });
  if (row === null) return null;
  const { id, language, title, publishedAt, contentHash, policyVersionId } = row;
  const sections = row.content as unknown as readonly NoticeSection[];
  const current = number === panel.privacyNoticeNumber;
  const format = formatOf(row.format);
  return {
    ...{ id, number, language, format, title, sections },
    ...{ publishedAt, contentHash, policyVersionId, current },
  };
}

export type VersionLine = { readonly number: number; readonly publishedAt: Date };

/** The numbers and days of all published versions, newest first. */
export async function listNotices(panel: PanelView): Promise<readonly VersionLine[]> {
  return database().privacyNotice.findMany({
    where: { organisationId: panel.organisationId, panelId: panel.id, ...standardEdition },
    select: { number: true, publishedAt: true },
    orderBy: { number: "desc" },
    take: 50,
  });
}

/** The languages and formats of a version, in reading order. */
export async function listEditions(panel: PanelView, number: number): Promise<readonly EditionKey[]> {
  const rows = await database().privacyNotice.findMany({
    where: { organisationId: panel.organisationId, panelId: panel.id, number },
    select: { language: true, format: true },
  });
  return inReadingOrder(rows.map(({ language, format }) => ({ language, format: formatOf(format) })));
}
