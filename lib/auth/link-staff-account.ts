import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";

/**
 * Whether the person the provider names is staff here, linking the account at its first use. An address counts only
 * when the provider says that it is verified: otherwise anyone who may choose an address there could become staff here.
 */
export async function linkStaffAccount(
  providerAccountId: string,
  profile: { readonly email?: string; readonly email_verified?: boolean } | undefined,
): Promise<boolean> {
  const db = database();
  const provider = "oidc";
  const linked = await db.staffAccount.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { staff: { select: { endedAt: true } } },
  });
  if (linked !== null) return linked.staff.endedAt === null;
  if (profile?.email === undefined || profile.email_verified !== true) return false;
  const staff = await db.staff.findUnique({ where: { email: profile.email.toLowerCase() } });
  if (staff === null || staff.endedAt !== null) return false;
  await db.staffAccount.create({ data: { provider, providerAccountId, staffId: staff.id, linkedAt: now() } });
  return true;
}
