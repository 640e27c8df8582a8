import { civilDate, londonDate, now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { PolicyDraft } from "@/lib/db/generated/client";
import {
  diffPolicies,
  isMaterial,
  uncoveredConsents,
  type PolicyChange,
  type UncoveredConsent,
} from "@/lib/policy/diff";
import type { PolicyDocument } from "@/lib/policy/document";
import { lintPolicy, type LintFinding } from "@/lib/policy/lint";
import { may } from "@/lib/policy/permission";
import { mayApprove, stageOf, type DraftStage } from "@/lib/policy/policy-approval";
import { withReviews } from "@/lib/policy/reviews";
import { successorFindings } from "@/lib/policy/successor";
import { newestReviews } from "@/lib/queries/panel/newest-reviews";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { staffNames } from "./staff-names";
import { storedDocuments } from "./stored-documents";

type Hand = { readonly name: string; readonly at: Date };

/** The panel's draft, as those see it who work on it. */
export type PolicyDraftView = {
  readonly document: PolicyDocument;
  readonly baseNumber: number;
  readonly revision: number;
  readonly stage: DraftStage;
  readonly edited: Hand;
  readonly submitted: Hand | null;
  readonly approved: Hand | null;
  readonly returned: (Hand & { readonly reason: string }) | null;
  /** First day in force (civil, Europe/London), once submitted. */
  readonly inForceOn: string | null;
  readonly summary: string | null;
  readonly findings: readonly LintFinding[];
  readonly changes: readonly PolicyChange[];
  readonly material: boolean;
  readonly uncovered: readonly UncoveredConsent[];
  readonly keptConsents: readonly string[];
  readonly mayEdit: boolean;
  /** Whether the viewer may decide on it, having had no hand in it. */
  readonly mayApprove: boolean;
};

async function handsOf(row: PolicyDraft) {
  const { editedBy, editedAt, submittedBy, submittedAt, approvedBy, approvedAt, returnedBy, returnedAt } =
    row;
  const names = await staffNames(row.organisationId, [editedBy, submittedBy, approvedBy, returnedBy]);
  const hand = (id: string | null, at: Date | null): Hand | null =>
    id === null || at === null ? null : { name: names.get(id) ?? "", at };
  const returned = hand(returnedBy, returnedAt);
  const reason = row.returnedReason;
  return {
    edited: { name: names.get(editedBy) ?? "", at: editedAt },
    submitted: hand(submittedBy, submittedAt),
    approved: hand(approvedBy, approvedAt),
    returned: returned === null || reason === null ? null : { ...returned, reason },
  };
}

function isApprover({ actor, panel }: Viewer, row: PolicyDraft): boolean {
  return actor.kind === "staff" && may(actor, "policy.approve", panel.id) && mayApprove(actor.staffId, row);
}

/** The panel's draft with what the linter says of it and what it changes; null when there is none. */
export async function getPolicyDraft(viewer: Viewer): Promise<PolicyDraftView | null> {
  authorise(viewer, "policy.view");
  const { organisationId, id: panelId } = viewer.panel;
  const row = await database().policyDraft.findFirst({
    where: { organisationId, panelId, policyVersionId: null },
  });
  if (row === null) return null;
  const document = row.document as unknown as PolicyDocument;
  const earlier = (await storedDocuments(viewer.panel)).map((version) => version.document);
  const before = earlier.at(-1) ?? document;
  const changes = diffPolicies(before, document);
  const today = londonDate(now());
  const inForceOn = row.inForceOn === null ? null : civilDate(row.inForceOn);
  const on = inForceOn !== null && inForceOn > today ? inForceOn : today;
  const counted = withReviews(document, await newestReviews(database(), viewer.panel));
  return {
    document,
    baseNumber: row.baseNumber,
    revision: row.revision,
    stage: stageOf(row),
    ...(await handsOf(row)),
    inForceOn,
    summary: row.summary,
    findings: [...lintPolicy(counted, on), ...successorFindings(earlier, document)],
    changes,
    material: isMaterial(changes),
    uncovered: uncoveredConsents(before, document),
    keptConsents: row.keptConsents,
    mayEdit: may(viewer.actor, "policy.edit", panelId),
    mayApprove: isApprover(viewer, row),
  };
}
