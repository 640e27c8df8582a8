import { database } from "@/lib/db/client";
import type { PanelView } from "@/lib/queries/panel/get-panel";

/** The newest change that members had to be told first, with the number of the notice that tells of it. */
export type LatestNoticeDue = {
  readonly mailingId: string | null;
  readonly queuedAt: Date;
  readonly finishedAt: Date | null;
  readonly noticeNumber: number;
};

/**
 * The last material change of a panel, or null when there was none. A minor version after it changes nothing about who must
 * still be told.
 */
export async function latestNoticeDue({
  organisationId,
  id: panelId,
}: Pick<PanelView, "organisationId" | "id">): Promise<LatestNoticeDue | null> {
  const due = await database().noticeDue.findFirst({
    where: { organisationId, policyVersion: { panelId } },
    orderBy: { queuedAt: "desc" },
  });
  if (due === null) return null;
  const { policyVersionId, mailingId, queuedAt, finishedAt } = due;
  const notice = await database().privacyNotice.findFirstOrThrow({
    where: { organisationId, policyVersionId, language: "en", format: "standard" },
    select: { number: true },
  });
  return { mailingId, queuedAt, finishedAt, noticeNumber: notice.number };
}
