import type { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/id";
import type { LedgerEvent } from "@/lib/ledger/event";
import { editionsOf, hashedPart } from "@/lib/policy/notice-editions";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";
import { hashOf } from "./document-hash";
import type { Published } from "./publish-version";

/**
 * Publishes the notice of a version under its own number, once for each language and format. It never changes again.
 * @param on the day it is for (civil, Europe/London)
 * @returns the id of the standard edition, and the lines for the ledger
 */
export async function publishNotice(
  ctx: Ctx,
  { organisationId, id: panelId }: PanelView,
  version: Published,
  number: number,
  on: string,
): Promise<{ readonly id: string; readonly events: readonly LedgerEvent[] }> {
  const rows = editionsOf(version.before, version.document, on).map(({ title, sections, ...edition }) => ({
    organisationId,
    id: newId(ctx.at),
    panelId,
    policyVersionId: version.id,
    number,
    ...edition,
    title,
    content: sections as unknown as Prisma.InputJsonArray,
    contentHash: hashOf(hashedPart({ title, sections })),
    publishedAt: ctx.at,
  }));
  await ctx.tx.privacyNotice.createMany({ data: rows });
  const events = rows.map(({ id, language, format, contentHash }): LedgerEvent => ({
    eventType: "notice.published",
    panelId,
    subjectRef: null,
    effectiveAt: ctx.at,
    data: {
      privacyNoticeId: id,
      policyVersionId: version.id,
      number: String(number),
      language,
      format,
      contentHash,
    },
  }));
  const [standard] = rows;
  if (standard === undefined) throw new Error("A notice has a standard edition");
  return { id: standard.id, events };
}
