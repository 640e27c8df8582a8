import { editionAt } from "@/lib/policy/notice-editions";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";

/** The text of the notice that somebody reads while joining: what the evidence points to (law.md TR-4). */
export type ShownEdition = {
  readonly privacyNoticeId: string;
  readonly language: string;
  readonly format: string;
};

/** The text of the notice in force at this part of its address; the standard one where there is none. */
export async function editionToRead(ctx: Ctx, panel: PanelView, slug: string): Promise<string> {
  const edition = editionAt(slug);
  if (edition === null) return panel.privacyNoticeId;
  const { organisationId, id: panelId, privacyNoticeNumber: number } = panel;
  const row = await ctx.tx.privacyNotice.findUnique({
    where: {
      organisationId_panelId_number_language_format: { organisationId, panelId, number, ...edition },
    },
    select: { id: true },
  });
  return row?.id ?? panel.privacyNoticeId;
}

/** The text that a draft was begun with, while its version is in force; null once another one is. */
export async function editionOfDraft(
  ctx: Ctx,
  panel: PanelView,
  privacyNoticeId: string,
): Promise<ShownEdition | null> {
  if (privacyNoticeId === panel.privacyNoticeId)
    return { privacyNoticeId, language: "en", format: "standard" };
  const row = await ctx.tx.privacyNotice.findUnique({
    where: { organisationId_id: { organisationId: panel.organisationId, id: privacyNoticeId } },
    select: { panelId: true, number: true, language: true, format: true },
  });
  if (row === null || row.panelId !== panel.id || row.number !== panel.privacyNoticeNumber) return null;
  return { privacyNoticeId, language: row.language, format: row.format };
}
