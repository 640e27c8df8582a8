import { appendEntry } from "@/lib/ledger/append";
import type { PolicyDocument } from "@/lib/policy/document";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";
import { hashOf } from "./document-hash";
import { draftEvent } from "./draft-event";
import type { LockedDraft } from "./locked-draft";

/** What was changed: the part, and the key of the item; both empty for the whole document. */
export type ChangedPart = { readonly part: string; readonly item: string };

/** Keeps another document as the draft's, one revision on, and who it was: they may not approve it. */
export async function keepDocument(
  ctx: Ctx,
  panel: PanelView,
  draft: LockedDraft,
  staffId: string,
  document: PolicyDocument,
  changed: ChangedPart,
): Promise<void> {
  const { organisationId } = panel;
  const revision = draft.revision + 1;
  await ctx.tx.policyDraft.update({
    where: { organisationId_id: { organisationId, id: draft.id } },
    data: {
      document,
      revision,
      editedBy: staffId,
      editedAt: ctx.at,
      editors: [...new Set([...draft.editors, staffId])],
    },
  });
  await appendEntry(
    ctx,
    organisationId,
    draftEvent(ctx, "policy.edited", { ...draft, revision }, { ...changed, documentHash: hashOf(document) }),
  );
}
