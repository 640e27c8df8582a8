import { hashToken } from "@/lib/auth/secrets";
import { statement } from "@/lib/db/transaction";
import { ok, refuse, type Result } from "@/lib/result";
import type { JoinDraft } from "@/lib/schemas/join-draft";
import type { Ctx } from "../context";
import { lockDraft, type DraftKey } from "./join-draft";

export type PageToSave = DraftKey & { readonly page: Partial<JoinDraft> };

/** Locks, judges and writes at once: each page of joining costs its visitor this one statement. */
const keepPage = {
  name: "join_keep_page",
  text: `UPDATE join_request
         SET answers = answers || $4::jsonb,
             choices_shown_at = CASE WHEN $4::jsonb ? 'choices' THEN $3 ELSE choices_shown_at END
         WHERE draft_token_hash = $1 AND panel_id = $2 AND expires_at > $3 AND submitted_at IS NULL
         RETURNING 1 AS kept`,
} as const;

/** Keeps one page of a draft. Refuses a draft that has ended or was already sent. */
export async function savePage(ctx: Ctx, input: PageToSave): Promise<Result<null>> {
  const { panel, draftToken, page } = input;
  const kept = await statement(ctx.tx, keepPage, [
    hashToken(draftToken),
    panel.id,
    ctx.at,
    JSON.stringify(page),
  ]);
  if (kept.length > 0) return ok(null);
  return refuse((await lockDraft(ctx, input)) === null ? "join.draftEnded" : "join.alreadySent");
}
