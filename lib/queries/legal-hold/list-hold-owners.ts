import { database } from "@/lib/db/client";
import { permissions } from "@/lib/policy/permission";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";

/** Who may look after a legal hold of the panel, by name: whoever may end one. */
export async function listHoldOwners(
  viewer: Viewer,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  authorise(viewer, "legalHold.place");
  const { organisationId, id: panelId } = viewer.panel;
  const role = { in: [...permissions["legalHold.release"]] };
  return database().staff.findMany({
    where: {
      ...{ organisationId, endedAt: null },
      roleGrants: { some: { organisationId, panelId, role, revokedAt: null } },
    },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}
