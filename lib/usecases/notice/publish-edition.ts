import { londonDate } from "@/lib/clock";
import type { NoticeDraft, Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/id";
import { appendEntry } from "@/lib/ledger/append";
import type { PolicyDocument } from "@/lib/policy/document";
import { hashedPart } from "@/lib/policy/notice-editions";
import { missingElements } from "@/lib/policy/notice-elements";
import type { NoticeSection } from "@/lib/policy/notice-section";
import type { EditionKey } from "@/lib/queries/notice/get-notice";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { hashOf } from "../policy/document-hash";
import { publishedVersion, type PublishedVersion } from "./published-version";

type Input = { readonly panel: PanelView; readonly number: number; readonly edition: EditionKey };

async function takeDraft(ctx: Ctx, { panel, number, edition }: Input): Promise<NoticeDraft | null> {
  const { organisationId, id: panelId } = panel;
  const { language, format } = edition;
  // Locked, so that two presses publish once, and what is published is what was last saved.
  const [row] = await ctx.tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM notice_draft WHERE organisation_id = ${organisationId}::uuid AND panel_id = ${panelId}::uuid
      AND number = ${number}::int AND language = ${language} AND format = ${format} FOR UPDATE`;
  if (row === undefined) return null;
  return ctx.tx.noticeDraft.findUnique({ where: { organisationId_id: { organisationId, id: row.id } } });
}

async function lacks(
  ctx: Ctx,
  { organisationId }: PanelView,
  { policyVersionId, publishedAt }: PublishedVersion,
  sections: readonly NoticeSection[],
): Promise<readonly string[]> {
  const { document } = await ctx.tx.policyVersion.findUniqueOrThrow({
    where: { organisationId_id: { organisationId, id: policyVersionId } },
    select: { document: true },
  });
  const policy = document as unknown as PolicyDocument;
  return missingElements(policy, sections, londonDate(publishedAt)).map(({ what }) => what);
}

/**
 * Publishes what was written as another language or format of a version: linked to the policy it tells of, under the same
 * number, and never changed again. Refused while it lacks an element that the notice must have (law.md TR-1, TR-4).
 */
export async function publishEdition(ctx: Ctx, input: Input): Promise<Result<{ readonly id: string }>> {
  const { panel, number } = input;
  const staffId = actingStaff(ctx, "notice.publish", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const version = await publishedVersion(ctx, panel, number);
  const draft = version === null ? null : await takeDraft(ctx, input);
  if (version === null || draft === null) return refuse("notice.nothingToPublish");
  const sections = draft.content as unknown as readonly NoticeSection[];
  const missing = await lacks(ctx, panel, version, sections);
  if (missing.length > 0) return refuse("notice.lacks", { what: missing.join("; ") });
  const { organisationId, id: panelId } = panel;
  const { language, format, title } = draft;
  const { policyVersionId } = version;
  const row = {
    ...{ organisationId, id: newId(ctx.at), panelId, policyVersionId },
    ...{ number, language, format, title },
    content: draft.content as Prisma.InputJsonArray,
    contentHash: hashOf(hashedPart({ title, sections })),
    publishedAt: ctx.at,
    publishedBy: staffId,
  };
  await ctx.tx.privacyNotice.create({ data: row });
  await ctx.tx.noticeDraft.delete({ where: { organisationId_id: { organisationId, id: draft.id } } });
  const { id: privacyNoticeId, contentHash } = row;
  await appendEntry(ctx, organisationId, {
    eventType: "notice.published",
    panelId,
    subjectRef: null,
    effectiveAt: ctx.at,
    data: { privacyNoticeId, policyVersionId, number: String(number), language, format, contentHash },
  });
  return ok({ id: privacyNoticeId });
}
