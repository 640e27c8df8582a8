import { hashAddress } from "@/lib/auth/secrets";
import type { Tx } from "@/lib/db/transaction";

/**
 * The member of staff whose address has this keyed hash, or null. An organisation has few staff, and sign-in by code is
 * for the demo, so the hashes are computed here and not kept.
 */
export async function staffAt(db: Tx, addressHash: string) {
  const staff = await db.staff.findMany({
    where: { endedAt: null },
    select: { id: true, organisationId: true, email: true },
    take: 1_000,
  });
  return staff.find(({ email }) => hashAddress(email) === addressHash) ?? null;
}
