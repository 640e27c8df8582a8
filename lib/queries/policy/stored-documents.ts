import { database } from "@/lib/db/client";
import type { PolicyDocument } from "@/lib/policy/document";
import type { NumberedDocument } from "@/lib/policy/item-history";
import type { PanelView } from "@/lib/queries/panel/get-panel";

/** The documents of all versions of a panel as they were stored, oldest first. There are few. */
export async function storedDocuments({
  organisationId,
  id: panelId,
}: Pick<PanelView, "organisationId" | "id">): Promise<readonly NumberedDocument[]> {
  const rows = await database().policyVersion.findMany({
    where: { organisationId, panelId },
    orderBy: { number: "asc" },
    select: { number: true, document: true },
  });
  return rows.map(({ number, document }) => ({ number, document: document as unknown as PolicyDocument }));
}
