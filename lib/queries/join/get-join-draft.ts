import { hashToken } from "@/lib/auth/secrets";
import { database } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { joinDraftSchema, type JoinDraft } from "@/lib/schemas/join-draft";

/** A join in progress, and what was typed so far. */
export type OpenDraft = {
  readonly id: string;
  readonly answers: JoinDraft;
  readonly submittedAt: Date | null;
  readonly confirmedAt: Date | null;
  /** Which notice the person was shown when they began. */
  readonly privacyNoticeId: string;
};

/** The draft of this browser on this panel, or null when there is none or its time is over. */
export async function getJoinDraft(
  panelId: string,
  draftToken: string,
  at: Date,
  db: Tx = database(),
): Promise<OpenDraft | null> {
  const row = await db.joinRequest.findUnique({ where: { draftTokenHash: hashToken(draftToken) } });
  if (row === null || row.panelId !== panelId || row.expiresAt <= at) return null;
  const { id, submittedAt, confirmedAt, privacyNoticeId } = row;
  return { id, submittedAt, confirmedAt, privacyNoticeId, answers: joinDraftSchema.parse(row.answers) };
}
