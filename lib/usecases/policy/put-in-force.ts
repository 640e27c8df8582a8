import { dateColumn, londonDate } from "@/lib/clock";
import { Prisma } from "@/lib/db/generated/client";
import { appendEntries } from "@/lib/ledger/append";
import { takesEntries } from "@/lib/ledger/waiting";
import { getPanelById } from "@/lib/queries/panel/get-panel";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { lockedDraftOf } from "./locked-draft";
import { publishVersion } from "./publish-version";

/** True when a version came into force; false when none is due. */
export type PutInForce = { readonly published: boolean };

/** Puts one approved draft in force whose day has come (midnight in London). Any number of workers may ask at once. */
export async function putInForce(ctx: Ctx, _input: null): Promise<Result<PutInForce>> {
  const today = dateColumn(londonDate(ctx.at));
  const [due] = await ctx.tx.$queryRaw<{ organisation_id: string; id: string }[]>`
    SELECT organisation_id, id FROM policy_draft
    WHERE approved_at IS NOT NULL AND policy_version_id IS NULL AND in_force_on <= ${today}::date
      AND ${Prisma.raw(takesEntries("policy_draft.organisation_id"))}
    ORDER BY in_force_on LIMIT 1 FOR UPDATE SKIP LOCKED`;
  if (due === undefined) return ok({ published: false });
  const key = { organisationId: due.organisation_id, id: due.id };
  const row = await ctx.tx.policyDraft.findUniqueOrThrow({ where: { organisationId_id: key } });
  const panel = await getPanelById(row.organisationId, row.panelId, ctx.tx);
  const { approvedBy, approvedAt } = row;
  if (panel === null || approvedBy === null || approvedAt === null)
    throw new Error("An approved draft belongs to a panel and to who approved it");
  const events = await publishVersion(ctx, panel, { ...lockedDraftOf(row), approvedBy, approvedAt });
  await appendEntries(ctx, row.organisationId, events);
  return ok({ published: true });
}
