import { londonDate } from "@/lib/clock";
import { appendEntries } from "@/lib/ledger/append";
import { mayApprove } from "@/lib/policy/policy-approval";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { hashOf } from "./document-hash";
import { draftEvent } from "./draft-event";
import { lockDraft } from "./locked-draft";
import { publishVersion } from "./publish-version";
import { firstDay, refusedByLinter } from "./refused-by-linter";

type Approval = {
  readonly panel: PanelView;
  /** The revision that was on the screen: nobody approves what they did not see. */
  readonly revision: number;
};

/** `inForce`: at once; otherwise it waits for its day and may be called back until then. */
export type Approved = { readonly inForce: boolean };

/**
 * The second person approves. From its day on (midnight in London) the policy is in force; when that day has come, at
 * once, in this transaction.
 */
export async function approveDraft(ctx: Ctx, { panel, revision }: Approval): Promise<Result<Approved>> {
  const staffId = actingStaff(ctx, "policy.approve", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const locked = await lockDraft(ctx, panel, "submitted");
  if (!locked.ok) return locked;
  const draft = locked.value;
  if (draft.revision !== revision) return refuse("policy.otherRevision");
  if (!mayApprove(staffId, draft)) return refuse("policy.ownWords");
  if (draft.baseNumber !== panel.policyNumber) return refuse("policy.baseMoved");
  const on = firstDay(draft.inForceOn ?? "", ctx.at);
  const refused = await refusedByLinter(ctx.tx, panel, draft.document, on);
  if (refused.length > 0) return refuse("policy.refusedByLinter", { count: refused.length });
  const { organisationId } = panel;
  await ctx.tx.policyDraft.update({
    where: { organisationId_id: { organisationId, id: draft.id } },
    data: { approvedBy: staffId, approvedAt: ctx.at },
  });
  const inForce = on <= londonDate(ctx.at);
  const approved = { ...draft, approvedBy: staffId, approvedAt: ctx.at };
  const published = inForce ? await publishVersion(ctx, panel, approved) : [];
  const more = { documentHash: hashOf(draft.document), inForceOn: on };
  await appendEntries(ctx, organisationId, [draftEvent(ctx, "policy.approved", draft, more), ...published]);
  return ok({ inForce });
}
