import { database } from "@/lib/db/client";
import type { PolicyDocument } from "@/lib/policy/document";
import { itemHistory } from "@/lib/policy/item-history";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { storedDocuments } from "./stored-documents";

/** The policy in force, to be read. */
export type PolicyRegister = {
  readonly number: number;
  readonly inForceAt: Date;
  readonly document: PolicyDocument;
  /** "purposes.research" → the versions that brought or changed it, oldest first. */
  readonly history: ReadonlyMap<string, readonly number[]>;
  /** Purposes and recipients that some members were not told of yet: for those they are held. */
  readonly held: ReadonlySet<string>;
};

/** The numbers of notices that are still being sent out. */
async function noticesDue({ panel }: Viewer): Promise<readonly number[]> {
  const { organisationId, id: panelId } = panel;
  const due = await database().noticeDue.findMany({
    where: { organisationId, finishedAt: null, policyVersion: { panelId } },
    select: { policyVersionId: true },
  });
  const notices = await database().privacyNotice.findMany({
    where: { organisationId, policyVersionId: { in: due.map(({ policyVersionId }) => policyVersionId) } },
    select: { number: true },
  });
  return notices.map(({ number }) => number);
}

function heldParts({ panel }: Viewer, due: readonly number[]): ReadonlySet<string> {
  const { purposes = {}, recipients = {} } = panel.document.cover ?? {};
  const since = [
    ...Object.entries(purposes).map(([key, number]) => [`purposes.${key}`, number] as const),
    ...Object.entries(recipients).map(([key, number]) => [`recipients.${key}`, number] as const),
  ];
  return new Set(since.filter(([, number]) => due.some((open) => open <= number)).map(([path]) => path));
}

/** The policy in force as a register, with since when each part says what it says. */
export async function getPolicyRegister(viewer: Viewer): Promise<PolicyRegister> {
  authorise(viewer, "policy.view");
  const { organisationId, policyVersionId } = viewer.panel;
  const [versions, due, version] = await Promise.all([
    storedDocuments(viewer.panel),
    noticesDue(viewer),
    database().policyVersion.findUniqueOrThrow({
      where: { organisationId_id: { organisationId, id: policyVersionId } },
      select: { number: true, inForceAt: true, document: true },
    }),
  ]);
  return {
    number: version.number,
    inForceAt: version.inForceAt,
    document: version.document as unknown as PolicyDocument,
    history: itemHistory(versions.filter(({ number }) => number <= version.number)),
    held: heldParts(viewer, due),
  };
}
