import { hashToken } from "@/lib/auth/secrets";
import { getJoinDraft, type OpenDraft } from "@/lib/queries/join/get-join-draft";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";

/** What identifies a draft: the panel, and the secret of the browser that writes it. */
export type DraftKey = { readonly panel: PanelView; readonly draftToken: string };

/** The draft, locked until the transaction ends: two tabs or a double press come one after the other. */
export async function lockDraft(ctx: Ctx, { panel, draftToken }: DraftKey): Promise<OpenDraft | null> {
  await ctx.tx
    .$executeRaw`SELECT 1 FROM join_request WHERE draft_token_hash = ${hashToken(draftToken)} FOR UPDATE`;
  return getJoinDraft(panel.id, draftToken, ctx.at, ctx.tx);
}
