import { database } from "@/lib/db/client";
import { whatChanged } from "@/lib/policy/diff";
import type { PolicyDocument } from "@/lib/policy/document";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { standardEdition, type NoticeView } from "./get-notice";

/** What is new against the version before: its number and the changes, each in a sentence; none when nothing touches members. */
export type NoticeChange = { readonly since: number; readonly changes: readonly string[] };

async function documentsOf(organisationId: string, ids: readonly string[]) {
  const rows = await database().policyVersion.findMany({
    where: { organisationId, id: { in: [...ids] } },
    select: { id: true, document: true },
  });
  return new Map(rows.map(({ id, document }) => [id, document as unknown as PolicyDocument]));
}

/** What changed from the version before to this one, from the two policies they were made of; null for the first. */
export async function getNoticeChange(
  { organisationId, id: panelId }: PanelView,
  { number, policyVersionId }: Pick<NoticeView, "number" | "policyVersionId">,
): Promise<NoticeChange | null> {
  const before = await database().privacyNotice.findFirst({
    where: { organisationId, panelId, ...standardEdition, number: { lt: number } },
    orderBy: { number: "desc" },
    select: { number: true, policyVersionId: true },
  });
  if (before === null) return null;
  const documents = await documentsOf(organisationId, [before.policyVersionId, policyVersionId]);
  const [was, is] = [documents.get(before.policyVersionId), documents.get(policyVersionId)];
  const changed = was === undefined || is === undefined ? null : whatChanged(was, is);
  return { since: before.number, changes: changed?.list ?? [] };
}
