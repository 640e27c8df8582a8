import { database } from "@/lib/db/client";
import { whatChanged } from "@/lib/policy/diff";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { latestNoticeDue } from "./latest-notice-due";

/** What is new for a member since the notice they were shown last. */
export type WhatChanged = {
  readonly noticeNumber: number;
  readonly inForceAt: Date;
  /** The organisation's own words about each change, oldest first. */
  readonly summaries: readonly string[];
  readonly changes: readonly string[];
};

/** The newest notice of the panel that the member was shown: its number and its policy version's; null when none. */
async function newestShown({ organisationId, id: panelId }: PanelView, memberId: string) {
  const [row] = await database().$queryRaw<{ notice: number; version: number }[]>`
    SELECT n.number AS notice, v.number AS version FROM notice_shown s
    JOIN privacy_notice n ON n.organisation_id = s.organisation_id AND n.id = s.privacy_notice_id
    JOIN policy_version v ON v.organisation_id = n.organisation_id AND v.id = n.policy_version_id
    WHERE s.organisation_id = ${organisationId}::uuid AND s.member_id = ${memberId}::uuid
      AND n.panel_id = ${panelId}::uuid
    ORDER BY n.number DESC LIMIT 1`;
  return row ?? null;
}

/** Whether the member was not yet shown a notice that tells of the last material change. */
export async function hasUnseenChange(panel: PanelView, memberId: string): Promise<boolean> {
  const due = await latestNoticeDue(panel);
  if (due === null) return false;
  const shown = await newestShown(panel, memberId);
  return shown === null || shown.notice < due.noticeNumber;
}

/** What changed for this member since the notice they were shown last; the last change of all, where they saw it already. */
export async function getWhatChanged(panel: PanelView, memberId: string): Promise<WhatChanged> {
  const { organisationId, id: panelId, policyNumber, privacyNoticeNumber } = panel;
  const shown = await newestShown(panel, memberId);
  const from = Math.min(shown?.version ?? policyNumber, policyNumber - 1);
  const versions = await database().policyVersion.findMany({
    where: { organisationId, panelId, number: { gte: from } },
    orderBy: { number: "asc" },
    select: { number: true, document: true, inForceAt: true, summary: true },
  });
  const [before, after] = [versions[0], versions.at(-1)];
  if (before === undefined || after === undefined) throw new Error("A panel has a policy in force");
  const document = (version: typeof before) => version.document as unknown as PanelView["document"];
  return {
    noticeNumber: privacyNoticeNumber,
    inForceAt: after.inForceAt,
    summaries: versions.slice(1).flatMap(({ summary }) => summary ?? []),
    changes: whatChanged(document(before), document(after))?.list ?? [],
  };
}
