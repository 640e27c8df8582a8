import type { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/id";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import type { EditionToSave } from "@/lib/schemas/notice-edition";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { publishedVersion } from "./published-version";

type Input = { readonly panel: PanelView; readonly edition: EditionToSave };

/**
 * Keeps a language or format of a published version while it is being written; nobody outside sees it. What is published
 * already cannot be written again.
 */
export async function saveEdition(ctx: Ctx, { panel, edition }: Input): Promise<Result<null>> {
  const staffId = actingStaff(ctx, "notice.publish", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const { organisationId, id: panelId } = panel;
  const { number, language, format, title, sections } = edition;
  if ((await publishedVersion(ctx, panel, number)) === null) return refuse("notice.noSuchVersion");
  const key = { organisationId, panelId, number, language, format };
  const published = await ctx.tx.privacyNotice.findUnique({
    where: { organisationId_panelId_number_language_format: key },
    select: { id: true },
  });
  if (published !== null) return refuse("notice.alreadyPublished");
  const words = {
    title,
    content: sections as unknown as Prisma.InputJsonArray,
    editedBy: staffId,
    editedAt: ctx.at,
  };
  await ctx.tx.noticeDraft.upsert({
    where: { organisationId_panelId_number_language_format: key },
    create: { ...key, id: newId(ctx.at), ...words },
    update: words,
  });
  return ok(null);
}
