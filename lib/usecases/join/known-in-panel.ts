import type { Tx } from "@/lib/db/transaction";

/** Whether somebody on the panel now, or applying, has this address. */
export async function knownInPanel(
  db: Tx,
  panel: { readonly organisationId: string; readonly id: string },
  addressHash: string,
): Promise<boolean> {
  const point = await db.contactPoint.findFirst({
    where: {
      organisationId: panel.organisationId,
      addressHash,
      removedAt: null,
      member: { panelId: panel.id, state: { in: ["applicant", "member"] } },
    },
    select: { id: true },
  });
  return point !== null;
}
