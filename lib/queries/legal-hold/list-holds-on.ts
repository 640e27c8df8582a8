import { database } from "@/lib/db/client";
import type { LegalHoldGround } from "@/lib/policy/legal-hold";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";

/** A hold that keeps somebody: on them, or on everyone. */
export type HoldOn = { readonly id: string; readonly ground: LegalHoldGround; readonly everyone: boolean };

/** The holds that stand and keep a member of the viewer's panel, the one to be reviewed next first. */
export async function listHoldsOn(viewer: Viewer, memberId: string): Promise<readonly HoldOn[]> {
  authorise(viewer, "legalHold.view");
  const { organisationId, id: panelId } = viewer.panel;
  const rows = await database().legalHold.findMany({
    where: { organisationId, panelId, releasedAt: null, OR: [{ memberId }, { memberId: null }] },
    select: { id: true, memberId: true, ground: true },
    orderBy: [{ reviewOn: "asc" }, { id: "asc" }],
    take: 20,
  });
  return rows.map(({ id, memberId: whose, ground }) => ({
    ...{ id, ground: ground as LegalHoldGround, everyone: whose === null },
  }));
}
