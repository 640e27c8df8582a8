import type { NoticeSection } from "@/lib/policy/notice-section";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";

/** The published version that an edition is a text of. */
export type PublishedVersion = {
  readonly policyVersionId: string;
  readonly publishedAt: Date;
  readonly sections: readonly NoticeSection[];
};

/** The standard text of a version; null when there is none with this number. It never changes, so it needs no lock. */
export async function publishedVersion(
  ctx: Ctx,
  { organisationId, id: panelId }: PanelView,
  number: number,
): Promise<PublishedVersion | null> {
  const row = await ctx.tx.privacyNotice.findUnique({
    where: {
      organisationId_panelId_number_language_format: {
        ...{ organisationId, panelId, number },
        ...{ language: "en", format: "standard" },
      },
    },
    select: { policyVersionId: true, publishedAt: true, content: true },
  });
  if (row === null) return null;
  const { policyVersionId, publishedAt } = row;
  return { policyVersionId, publishedAt, sections: row.content as unknown as readonly NoticeSection[] };
}
