import { civilDate } from "@/lib/clock";
import type { PolicyDraft } from "@/lib/db/generated/client";
import type { PolicyDocument } from "@/lib/policy/document";
import { stageOf, type DraftStage } from "@/lib/policy/policy-approval";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";

/** The panel's draft, locked until the transaction ends. */
export type LockedDraft = {
  readonly id: string;
  readonly panelId: string;
  readonly baseNumber: number;
  readonly document: PolicyDocument;
  readonly revision: number;
  readonly stage: DraftStage;
  readonly editors: readonly string[];
  readonly editedBy: string;
  readonly editedAt: Date;
  readonly submittedBy: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  /** First day in force (civil, Europe/London), once submitted. */
  readonly inForceOn: string | null;
  readonly summary: string | null;
  readonly keptConsents: readonly string[];
};

/** A row of the table as use-cases see it. */
export function lockedDraftOf(row: PolicyDraft): LockedDraft {
  return {
    ...row,
    document: row.document as unknown as PolicyDocument,
    stage: stageOf(row),
    inForceOn: row.inForceOn === null ? null : civilDate(row.inForceOn),
  };
}

/** The panel's open draft, locked; null when there is none. */
export async function findAndLockDraft(
  ctx: Ctx,
  { organisationId, id: panelId }: Pick<PanelView, "organisationId" | "id">,
): Promise<LockedDraft | null> {
  const [found] = await ctx.tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM policy_draft WHERE organisation_id = ${organisationId}::uuid AND panel_id = ${panelId}::uuid
      AND policy_version_id IS NULL FOR UPDATE`;
  if (found === undefined) return null;
  const row = await ctx.tx.policyDraft.findUniqueOrThrow({
    where: { organisationId_id: { organisationId, id: found.id } },
  });
  return lockedDraftOf(row);
}

const elsewhere: Readonly<Record<DraftStage, string>> = {
  editing: "policy.notSubmitted",
  submitted: "policy.submitted",
  approved: "policy.approved",
};

/** The draft in the stage that a step needs, or the refusal that says where it is instead. */
export async function lockDraft(
  ctx: Ctx,
  panel: PanelView,
  ...stages: readonly DraftStage[]
): Promise<Result<LockedDraft>> {
  const draft = await findAndLockDraft(ctx, panel);
  if (draft === null) return refuse("policy.noDraft");
  if (!stages.includes(draft.stage)) return refuse(elsewhere[draft.stage]);
  return ok(draft);
}

/**
 * Refuses an edit that began before the last save, saying who saved and when, so that nobody's words are lost in silence.
 */
export async function refuseStale(
  ctx: Ctx,
  draft: LockedDraft,
  revision: number,
): Promise<Result<never> | null> {
  if (revision === draft.revision) return null;
  const { name } = await ctx.tx.staff.findUniqueOrThrow({
    where: { id: draft.editedBy },
    select: { name: true },
  });
  const at = draft.editedAt.toLocaleTimeString("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Europe/London",
  });
  return refuse("policy.stale", { name, at });
}
