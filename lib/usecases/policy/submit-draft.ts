import { dateColumn } from "@/lib/clock";
import { appendEntry } from "@/lib/ledger/append";
import { diffPolicies, isMaterial } from "@/lib/policy/diff";
import { consentsToJudge } from "@/lib/policy/new-processing";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, refuseFields, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { hashOf } from "./document-hash";
import { draftEvent } from "./draft-event";
import { earlierDocuments } from "./earlier-documents";
import { lockDraft, refuseStale, type LockedDraft } from "./locked-draft";
import { firstDay, refusedByLinter } from "./refused-by-linter";

export type Submission = {
  readonly panel: PanelView;
  readonly revision: number;
  /** First day in force (civil, Europe/London); today or earlier means as soon as it is approved. */
  readonly inForceOn: string;
  /** What changes for members, in plain words; needed when they must be told. */
  readonly summary: string;
  /** Purposes of which only the words changed and whose consents still count. */
  readonly keptConsents: readonly string[];
};

/** What stands in the way of submitting: nothing changed, the linter refuses, or members would not understand. */
async function obstacle(
  ctx: Ctx,
  input: Submission,
  draft: LockedDraft,
): Promise<Result<{ readonly material: boolean }>> {
  const { panel, summary } = input;
  if (draft.baseNumber !== panel.policyNumber) return refuse("policy.baseMoved");
  const before = (await earlierDocuments(ctx.tx, panel)).at(-1) ?? panel.document;
  const changes = diffPolicies(before, draft.document);
  if (changes.length === 0) return refuse("policy.nothingChanged");
  const on = firstDay(input.inForceOn, ctx.at);
  const refused = await refusedByLinter(ctx.tx, panel, draft.document, on);
  if (refused.length > 0) return refuse("policy.refusedByLinter", { count: refused.length });
  const material = isMaterial(changes);
  if (material && summary === "") return refuseFields({ summary: [{ code: "policySummary.missing" }] });
  const judged = consentsToJudge(before, draft.document).map(({ purposeKey }) => purposeKey);
  if (!input.keptConsents.every((key) => judged.includes(key))) return refuse("form.unreadable");
  return ok({ material });
}

/** Hands the draft to a second person. From here on it stays as it is until they decide, or it is called back. */
export async function submitDraft(ctx: Ctx, input: Submission): Promise<Result<null>> {
  const { panel, revision } = input;
  const staffId = actingStaff(ctx, "policy.edit", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const locked = await lockDraft(ctx, panel, "editing");
  if (!locked.ok) return locked;
  const draft = locked.value;
  const stale = await refuseStale(ctx, draft, revision);
  if (stale !== null) return stale;
  const looked = await obstacle(ctx, input, draft);
  if (!looked.ok) return looked;
  const { organisationId } = panel;
  const inForceOn = firstDay(input.inForceOn, ctx.at);
  await ctx.tx.policyDraft.update({
    where: { organisationId_id: { organisationId, id: draft.id } },
    data: {
      submittedBy: staffId,
      submittedAt: ctx.at,
      inForceOn: dateColumn(inForceOn),
      summary: input.summary === "" ? null : input.summary,
      keptConsents: [...input.keptConsents],
      returnedBy: null,
      returnedAt: null,
      returnedReason: null,
    },
  });
  const more = {
    documentHash: hashOf(draft.document),
    change: looked.value.material ? "material" : "minor",
    inForceOn,
  };
  await appendEntry(ctx, organisationId, draftEvent(ctx, "policy.submitted", draft, more));
  return ok(null);
}
