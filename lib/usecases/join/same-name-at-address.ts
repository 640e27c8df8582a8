import type { Tx } from "@/lib/db/transaction";

type Named = { readonly givenName: string; readonly familyName: string };

/**
 * Whether this very person is on the panel: the same address and the same name. Two people of one household may share
 * an address, one person may not join twice.
 */
export async function sameNameAtAddress(
  db: Tx,
  panel: { readonly organisationId: string; readonly id: string },
  addressHash: string,
  name: Named,
): Promise<boolean> {
  const same = await db.contactPoint.findFirst({
    where: {
      organisationId: panel.organisationId,
      addressHash,
      removedAt: null,
      member: {
        panelId: panel.id,
        state: { in: ["applicant", "member"] },
        givenName: { equals: name.givenName, mode: "insensitive" },
        familyName: { equals: name.familyName, mode: "insensitive" },
      },
    },
    select: { id: true },
  });
  return same !== null;
}
