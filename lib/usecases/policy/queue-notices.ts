import type { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/id";
import type { LedgerEvent } from "@/lib/ledger/event";
import type { ChangeNotice } from "@/lib/messaging/change-notice-content";
import { wake } from "@/lib/messaging/wake";
import { changeNoticePurpose } from "@/lib/policy/change-notice";
import { whatChanged } from "@/lib/policy/diff";
import { mailWords } from "@/lib/messaging/render/words";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";
import { hashOf } from "./document-hash";
import type { Published } from "./publish-version";

/** The audience of a notice: everyone whose data is used and who was not shown this notice. */
const everyone = { who: "untold" } as const;

function contentOf(version: Published, noticeNumber: number): ChangeNotice {
  const { panel } = version.document;
  return {
    subject: mailWords("policyChanged.subject", { panel: panel.name }),
    noticeNumber,
    summary: version.summary ?? "",
    changes: whatChanged(version.before, version.document)?.list ?? [],
  };
}

async function keepMailing(ctx: Ctx, panel: PanelView, version: Published, noticeNumber: number) {
  const purpose = changeNoticePurpose(version.document);
  if (purpose === null) return null;
  const content = contentOf(version, noticeNumber);
  const mailing = {
    organisationId: panel.organisationId,
    id: newId(ctx.at),
    panelId: panel.id,
    template: "policy-changed",
    kind: "service" as const,
    purposeKey: purpose.key,
    channel: "email" as const,
    audience: everyone,
    content: content as unknown as Prisma.InputJsonObject,
    contentHash: hashOf(content),
    state: "expanding" as const,
    // Each version is told of once.
    idempotencyKey: version.id,
    createdBy: version.approvedBy,
    createdAt: ctx.at,
  };
  await ctx.tx.mailing.create({ data: mailing });
  await wake(ctx, "wake.expand");
  return mailing;
}

/**
 * Members must be told before what is new begins (law.md TR-3): queues one service mail to each, through the gate like any
 * other, and notes that the version's notices are due. Where the policy sends no such mail, everyone is told by letter.
 */
export async function queueNotices(
  ctx: Ctx,
  panel: PanelView,
  version: Published,
  noticeNumber: number,
): Promise<readonly LedgerEvent[]> {
  const mailing = await keepMailing(ctx, panel, version, noticeNumber);
  await ctx.tx.noticeDue.create({
    data: {
      organisationId: panel.organisationId,
      policyVersionId: version.id,
      queuedAt: ctx.at,
      mailingId: mailing?.id ?? null,
    },
  });
  if (mailing === null) return [];
  const { id: mailingId, contentHash, template, kind, purposeKey, channel } = mailing;
  return [
    {
      eventType: "mailing.approved",
      panelId: panel.id,
      subjectRef: null,
      purposeKey,
      channel,
      effectiveAt: ctx.at,
      data: { mailingId, contentHash, template, kind, audienceHash: hashOf(everyone) },
    },
  ];
}
