import { database } from "@/lib/db/client";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";

/** Everyone who has or had a role on this panel, by name: who may have acted in its trail. */
export async function listPanelStaff(
  viewer: Viewer,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  authorise(viewer, "trail.read");
  const { organisationId, id: panelId } = viewer.panel;
  return database().staff.findMany({
    where: { organisationId, roleGrants: { some: { organisationId, panelId } } },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}
