import type { Tx } from "@/lib/db/transaction";

/** Somebody on the panel now, or applying, who has this address; null when nobody has. */
export async function knownInPanel(
  db: Tx,
  panel: { readonly organisationId: string; readonly id: string },
  addressHash: string,
): Promise<{ readonly memberId: string; readonly contactPointId: string } | null> {
  const point = await db.contactPoint.findFirst({
    where: {
      organisationId: panel.organisationId,
      addressHash,
      removedAt: null,
      member: { panelId: panel.id, state: { in: ["applicant", "member"] } },
    },
    select: { id: true, memberId: true },
    orderBy: { createdAt: "asc" },
  });
  return point === null ? null : { memberId: point.memberId, contactPointId: point.id };
}
