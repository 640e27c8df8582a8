import { database } from "@/lib/db/client";
import { whatChanged } from "@/lib/policy/diff";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { storedDocuments } from "./stored-documents";

/** What is new for a member since the notice they were shown last. */
export type WhatChanged = {
  readonly noticeNumber: number;
  readonly inForceAt: Date;
  /** The organisation's own words. */
  readonly summary: string | null;
  readonly changes: readonly string[];
};

/** The number of the newest notice of the panel that the member was shown; 0 when none. */
async function newestShown(panel: PanelView, memberId: string): Promise<number> {
  const { organisationId, id: panelId } = panel;
  const [row] = await database().$queryRaw<{ newest: number | null }[]>`
    SELECT max(n.number) AS newest FROM notice_shown s
    JOIN privacy_notice n ON n.organisation_id = s.organisation_id AND n.id = s.privacy_notice_id
    WHERE s.organisation_id = ${organisationId}::uuid AND s.member_id = ${memberId}::uuid
      AND n.panel_id = ${panelId}::uuid`;
  return row?.newest ?? 0;
}

/** Whether the member has not yet been shown the notice in force, and it told of a material change. */
export async function hasUnseenChange(panel: PanelView, memberId: string): Promise<boolean> {
  if ((await newestShown(panel, memberId)) >= panel.privacyNoticeNumber) return false;
  const { organisationId, policyVersionId } = panel;
  const due = await database().noticeDue.findUnique({
    where: { organisationId_policyVersionId: { organisationId, policyVersionId } },
    select: { policyVersionId: true },
  });
  return due !== null;
}

/** What the version in force changed for members. */
export async function getWhatChanged(panel: PanelView): Promise<WhatChanged> {
  const { organisationId, policyVersionId, policyNumber, privacyNoticeNumber } = panel;
  const [version, documents] = await Promise.all([
    database().policyVersion.findUniqueOrThrow({
      where: { organisationId_id: { organisationId, id: policyVersionId } },
      select: { inForceAt: true, summary: true },
    }),
    storedDocuments(panel),
  ]);
  const at = (number: number) => documents.find((each) => each.number === number)?.document;
  const [before, after] = [at(policyNumber - 1), at(policyNumber)];
  const section = before === undefined || after === undefined ? null : whatChanged(before, after);
  return { noticeNumber: privacyNoticeNumber, ...version, changes: section?.list ?? [] };
}
