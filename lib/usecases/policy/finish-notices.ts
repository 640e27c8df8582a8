import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { untoldCondition } from "@/lib/queries/notice/untold-sql";

/** True when the notices of one version are all out; false when none is. */
export type NoticesFinished = { readonly finished: boolean };

type Open = {
  readonly organisation_id: string;
  readonly policy_version_id: string;
  readonly panel_id: string;
  readonly number: number;
};

/** Versions whose members are told by now as far as mails can, oldest first. */
async function openNotices(ctx: Ctx): Promise<readonly Open[]> {
  return ctx.tx.$queryRaw<Open[]>`
    SELECT u.organisation_id, u.policy_version_id, n.panel_id, n.number FROM notice_due u
    JOIN privacy_notice n ON n.organisation_id = u.organisation_id AND n.policy_version_id = u.policy_version_id
      AND n.language = 'en' AND n.format = 'standard'
    LEFT JOIN mailing g ON g.organisation_id = u.organisation_id AND g.id = u.mailing_id
    WHERE u.finished_at IS NULL AND (g.id IS NULL OR g.state IN ('finished', 'cancelled'))
    ORDER BY u.queued_at FOR UPDATE OF u SKIP LOCKED`;
}

/** Closes the notices due of a version of which nobody is left to be told: what came with it is held from no one any more. */
export async function finishNotices(ctx: Ctx, _input: null): Promise<Result<NoticesFinished>> {
  for (const due of await openNotices(ctx)) {
    const untold = untoldCondition(due.organisation_id, due.panel_id, due.number);
    const [left] = await ctx.tx.$queryRaw<
      { id: string }[]
    >`SELECT m.id FROM member m WHERE ${untold} LIMIT 1`;
    if (left !== undefined) continue;
    const { organisation_id: organisationId, policy_version_id: policyVersionId } = due;
    await ctx.tx.noticeDue.update({
      where: { organisationId_policyVersionId: { organisationId, policyVersionId } },
      data: { finishedAt: ctx.at },
    });
    return ok({ finished: true });
  }
  return ok({ finished: false });
}
