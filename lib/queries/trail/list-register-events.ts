import { database } from "@/lib/db/client";
import { eventTypes, kindOf } from "@/lib/ledger/catalogue";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { namePeople, type TrailEntry } from "./trail-entry";

/** Kinds of entries about the register itself. They belong to the organisation, and to no panel unless asked for on one. */
const aboutTheRegister: readonly string[] = eventTypes.filter((type) => kindOf(type).screen === "verify");

/** Whether an entry that belongs to no panel may be read by whoever reads the trail of one. */
export function isAboutRegister(eventType: string): boolean {
  return aboutTheRegister.includes(eventType);
}

/** The newest entries about the register itself but checks, which have a list of their own: holds, epochs, keys, recoveries. */
export async function listRegisterEvents(viewer: Viewer, size: number): Promise<readonly TrailEntry[]> {
  authorise(viewer, "trail.read");
  const { organisationId, id: panelId } = viewer.panel;
  const types = aboutTheRegister.filter((type) => type !== "ledger.verified");
  const rows = await database().ledgerEntry.findMany({
    where: { organisationId, eventType: { in: types }, OR: [{ panelId }, { panelId: null }] },
    orderBy: { seq: "desc" },
    take: size,
  });
  return namePeople(organisationId, rows);
}
