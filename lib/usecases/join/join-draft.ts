import { hashToken } from "@/lib/auth/secrets";
import type { Tx } from "@/lib/db/transaction";
import type { Prisma } from "@/lib/db/generated/client";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { joinDraftSchema, type JoinDraft } from "@/lib/schemas/join-draft";
import type { Ctx } from "../context";

/** A join in progress, and what was typed so far. */
export type OpenDraft = {
  readonly id: string;
  readonly answers: JoinDraft;
  readonly submittedAt: Date | null;
  readonly confirmedAt: Date | null;
};

/** What identifies a draft: the panel, and the secret of the browser that writes it. */
export type DraftKey = { readonly panel: PanelView; readonly draftToken: string };

/** The draft of this browser on this panel, or null when there is none or its time is over. */
export async function findDraft(db: Tx, key: DraftKey, at: Date): Promise<OpenDraft | null> {
  const row = await db.joinRequest.findUnique({ where: { draftTokenHash: hashToken(key.draftToken) } });
  if (row === null || row.panelId !== key.panel.id || row.expiresAt <= at) return null;
  const { id, submittedAt, confirmedAt } = row;
  return { id, submittedAt, confirmedAt, answers: joinDraftSchema.parse(row.answers) };
}

/** The same, locked until the transaction ends: two tabs or a double press come one after the other. */
export async function lockDraft(ctx: Ctx, key: DraftKey): Promise<OpenDraft | null> {
  await ctx.tx
    .$executeRaw`SELECT 1 FROM join_request WHERE draft_token_hash = ${hashToken(key.draftToken)} FOR UPDATE`;
  return findDraft(ctx.tx, key, ctx.at);
}

/** What is kept of a draft, as its column wants it. */
export function draftJson(answers: JoinDraft): Prisma.InputJsonObject {
  return answers as Prisma.InputJsonObject;
}
