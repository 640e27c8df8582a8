import { londonDate } from "@/lib/clock";
import { newId } from "@/lib/id";
import type { LedgerEvent } from "@/lib/ledger/event";
import { diffPolicies, isMaterial } from "@/lib/policy/diff";
import type { PolicyDocument } from "@/lib/policy/document";
import { newProcessing } from "@/lib/policy/new-processing";
import { coverAfter, coversAll, type PolicyCover } from "@/lib/policy/notice-cover";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";
import { hashOf } from "./document-hash";
import { followDocument } from "./follow-document";
import type { LockedDraft } from "./locked-draft";
import { publishNotice } from "./publish-notice";
import { queueNotices } from "./queue-notices";

/** A draft that the second person approved. */
export type ApprovedDraft = LockedDraft & { readonly approvedBy: string; readonly approvedAt: Date };

/** A version that has just come into force, with the one before it. */
export type Published = {
  readonly id: string;
  readonly number: number;
  readonly before: PolicyDocument;
  readonly document: PolicyDocument;
  readonly material: boolean;
  readonly summary: string | null;
  readonly approvedBy: string;
};

type InForce = { readonly document: PolicyDocument; readonly cover: PolicyCover };

async function inForceNow(ctx: Ctx, { organisationId, policyVersionId }: PanelView): Promise<InForce> {
  const row = await ctx.tx.policyVersion.findUniqueOrThrow({
    where: { organisationId_id: { organisationId, id: policyVersionId } },
    select: { document: true, cover: true },
  });
  return {
    document: row.document as unknown as PolicyDocument,
    cover: (row.cover as unknown as PolicyCover | null) ?? coversAll,
  };
}

async function nextNoticeNumber(ctx: Ctx, { organisationId, id: panelId }: PanelView): Promise<number> {
  const { _max } = await ctx.tx.privacyNotice.aggregate({
    where: { organisationId, panelId },
    _max: { number: true },
  });
  return (_max.number ?? 0) + 1;
}

async function keepVersion(
  ctx: Ctx,
  panel: PanelView,
  draft: ApprovedDraft,
  version: Published,
  cover: PolicyCover,
): Promise<LedgerEvent> {
  const { organisationId, id: panelId } = panel;
  const { id, number, document, material, summary } = version;
  const documentHash = hashOf(document);
  await ctx.tx.policyVersion.create({
    data: {
      organisationId,
      id,
      panelId,
      number,
      document,
      documentHash,
      approvedAt: draft.approvedAt,
      inForceAt: ctx.at,
      draftedBy: draft.submittedBy,
      approvedBy: draft.approvedBy,
      change: material ? "material" : "minor",
      summary,
      cover,
    },
  });
  await ctx.tx.policyDraft.update({
    where: { organisationId_id: { organisationId, id: draft.id } },
    data: { policyVersionId: id },
  });
  return {
    eventType: "policy.published",
    panelId,
    subjectRef: null,
    effectiveAt: ctx.at,
    data: { policyVersionId: id, number: String(number), documentHash, policyDraftId: draft.id },
  };
}

/**
 * Puts an approved draft in force: the next policy version and privacy notice, which never change again; the panel points
 * to both; what members were not told yet is held for each until they were; and everyone's contact permission is due to be
 * decided again. The caller holds the draft's lock. Returns the lines for the ledger.
 */
export async function publishVersion(
  ctx: Ctx,
  panel: PanelView,
  draft: ApprovedDraft,
): Promise<readonly LedgerEvent[]> {
  const { document, summary, approvedBy } = draft;
  const { document: before, cover } = await inForceNow(ctx, panel);
  const noticeNumber = await nextNoticeNumber(ctx, panel);
  const version: Published = {
    id: newId(ctx.at),
    number: panel.policyNumber + 1,
    before,
    document,
    material: isMaterial(diffPolicies(before, document)),
    summary,
    approvedBy,
  };
  const brings = newProcessing(before, document, draft.keptConsents);
  const next = coverAfter(cover, document, brings, { noticeNumber, at: ctx.at.getTime() });
  const published = await keepVersion(ctx, panel, draft, version, next);
  const notice = await publishNotice(ctx, panel, version, noticeNumber, londonDate(ctx.at));
  await followDocument(ctx, panel, version, notice.id);
  const told = version.material ? await queueNotices(ctx, panel, version, noticeNumber) : [];
  return [published, ...notice.events, ...told];
}
