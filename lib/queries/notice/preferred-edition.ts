import { database } from "@/lib/db/client";
import { editionSlug, type NoticeFormat } from "@/lib/policy/notice-editions";
import type { PanelView } from "@/lib/queries/panel/get-panel";

/**
 * The address of a notice in the format somebody reads best; the standard one where the version has no such edition
 * (law.md TR-4). Nobody is kept from a text because of a format.
 */
export async function preferredNoticePath(
  { organisationId, id: panelId, slug }: Pick<PanelView, "organisationId" | "id" | "slug">,
  number: number,
  format: NoticeFormat,
): Promise<string> {
  const standard = `/${slug}/privacy/${number}`;
  if (format === "standard") return standard;
  const edition = { language: "en", format };
  const found = await database().privacyNotice.findUnique({
    where: {
      organisationId_panelId_number_language_format: { organisationId, panelId, number, ...edition },
    },
    select: { id: true },
  });
  return found === null ? standard : `${standard}/${editionSlug(edition)}`;
}
