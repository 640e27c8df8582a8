import { database } from "@/lib/db/client";
import { diffPolicies, type PolicyChange } from "@/lib/policy/diff";
import type { PolicyDocument } from "@/lib/policy/document";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { staffNames } from "./staff-names";
import { storedDocuments } from "./stored-documents";

/** One version of the policy and how it came about. Names are null for what was loaded when the panel was set up. */
export type PolicyVersionRow = {
  readonly id: string;
  readonly number: number;
  readonly inForceAt: Date;
  readonly approvedAt: Date;
  readonly documentHash: string;
  readonly change: "first" | "minor" | "material" | null;
  readonly summary: string | null;
  readonly submittedBy: string | null;
  readonly approvedBy: string | null;
  readonly editedBy: readonly string[];
  /** The number of the notice made of it. */
  readonly noticeNumber: number | null;
};

const parts = {
  id: true,
  number: true,
  inForceAt: true,
  approvedAt: true,
  documentHash: true,
  change: true,
  summary: true,
  draftedBy: true,
  approvedBy: true,
  drafts: { select: { editors: true } },
} as const;

/** Every version of the panel's policy, newest first. */
export async function listPolicyVersions(viewer: Viewer): Promise<readonly PolicyVersionRow[]> {
  authorise(viewer, "policy.view");
  const { organisationId, id: panelId } = viewer.panel;
  const [rows, notices] = await Promise.all([
    database().policyVersion.findMany({
      where: { organisationId, panelId },
      orderBy: { number: "desc" },
      select: parts,
    }),
    database().privacyNotice.findMany({
      where: { organisationId, panelId, language: "en", format: "standard" },
      select: { policyVersionId: true, number: true },
    }),
  ]);
  const people = rows.flatMap(({ draftedBy, approvedBy, drafts }) => [
    draftedBy,
    approvedBy,
    ...drafts.flatMap(({ editors }) => editors),
  ]);
  const names = await staffNames(organisationId, people);
  const named = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return rows.map(({ draftedBy, approvedBy, drafts, ...version }) => ({
    ...version,
    submittedBy: named(draftedBy),
    approvedBy: named(approvedBy),
    editedBy: drafts.flatMap(({ editors }) => editors.flatMap((id) => named(id) ?? [])),
    noticeNumber: notices.find(({ policyVersionId }) => policyVersionId === version.id)?.number ?? null,
  }));
}

export type PolicyVersionView = PolicyVersionRow & {
  readonly document: PolicyDocument;
  /** What it changed; empty for the first. */
  readonly changes: readonly PolicyChange[];
};

/** One version with its document and what it changed, or null. */
export async function getPolicyVersion(viewer: Viewer, number: number): Promise<PolicyVersionView | null> {
  const [versions, documents] = await Promise.all([
    listPolicyVersions(viewer),
    storedDocuments(viewer.panel),
  ]);
  const version = versions.find((each) => each.number === number);
  const document = documents.find((each) => each.number === number)?.document;
  const before = documents.find((each) => each.number === number - 1)?.document;
  if (version === undefined || document === undefined) return null;
  return { ...version, document, changes: before === undefined ? [] : diffPolicies(before, document) };
}
