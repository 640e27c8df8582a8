import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { isRestricted } from "@/lib/policy/restriction";
import type { PanelView } from "@/lib/queries/panel/get-panel";

type Restrictable = Parameters<typeof isRestricted>[0] & { readonly id: string };

/** The members of a panel whose details are put aside now: kept and not used (UK GDPR 18(2); law.md RR-10). Few ever are. */
export async function listRestricted({
  organisationId,
  id: panelId,
}: Pick<PanelView, "organisationId" | "id">): Promise<readonly string[]> {
  const found: readonly Restrictable[] = await database().member.findMany({
    where: { organisationId, panelId, restrictedAt: { not: null } },
    select: { id: true, restrictedAt: true, restrictionLiftsAt: true },
  });
  const at = now();
  return found.filter((row) => isRestricted(row, at)).map(({ id }) => id);
}
