import type { Tx } from "@/lib/db/transaction";
import type { PolicyDocument } from "@/lib/policy/document";
import type { PanelView } from "@/lib/queries/panel/get-panel";

/** The documents of all versions so far, oldest first. A panel has few. */
export async function earlierDocuments(
  tx: Tx,
  { organisationId, id: panelId }: Pick<PanelView, "organisationId" | "id">,
): Promise<readonly PolicyDocument[]> {
  const rows = await tx.policyVersion.findMany({
    where: { organisationId, panelId },
    orderBy: { number: "asc" },
    select: { document: true },
  });
  return rows.map(({ document }) => document as unknown as PolicyDocument);
}
