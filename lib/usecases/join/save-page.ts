import { hashToken } from "@/lib/auth/secrets";
import { soleStatement } from "@/lib/db/transaction";
import { ok, refuse, type Result } from "@/lib/result";
import type { JoinDraft } from "@/lib/schemas/join-draft";
import type { Ctx } from "../context";
import { lockDraft, type DraftKey } from "./join-draft";

export type PageToSave = DraftKey & { readonly page: Partial<JoinDraft> };

/**
 * Locks, judges and writes at once: each page of joining costs its visitor this one statement. It looks itself whether the
 * policy and notice that the page was read with are in force.
 */
const keepPage = {
  name: "join_keep_page",
  text: `UPDATE join_request
         SET answers = answers || $4::jsonb,
             choices_shown_at = CASE WHEN $4::jsonb ? 'choices' THEN $3 ELSE choices_shown_at END
         WHERE draft_token_hash = $1 AND panel_id = $2 AND expires_at > $3 AND submitted_at IS NULL
           AND EXISTS (SELECT FROM panel WHERE organisation_id = $5 AND id = $2
                       AND policy_version_id = $6 AND privacy_notice_id = $7)
         RETURNING 1 AS kept`,
} as const;

/** Keeps one page of a draft. Refuses a draft that has ended or was already sent, and a panel whose policy is another by now. */
export async function savePage(ctx: Ctx, input: PageToSave): Promise<Result<null>> {
  const { panel, draftToken, page } = input;
  const kept = await soleStatement(ctx.tx, keepPage, [
    hashToken(draftToken),
    panel.id,
    ctx.at,
    JSON.stringify(page),
    panel.organisationId,
    panel.policyVersionId,
    panel.privacyNoticeId,
  ]);
  if (kept.length > 0) return ok(null);
  const draft = await lockDraft(ctx, input);
  if (draft === null) return refuse("join.draftEnded");
  return refuse(draft.submittedAt === null ? "panel.changed" : "join.alreadySent");
}
