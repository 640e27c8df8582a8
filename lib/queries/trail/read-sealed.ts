import { openSealed, type SealedReading } from "@/lib/ledger/keyring/open";
import { may } from "@/lib/policy/permission";
import type { Viewer } from "@/lib/queries/staff/viewer";
import type { TrailEntry } from "./trail-entry";

/** `closed`: the reader is not one of those who may. */
export type SealedView = SealedReading | { readonly state: "closed" };

type EntryToOpen = Pick<TrailEntry, "data" | "eventType" | "effectiveAt" | "subject"> & {
  readonly requestId: string;
};

/**
 * What the sealed values of an entry say to this reader, by their key: the value to who may read members' names beside the
 * trail, to everyone else that it is sealed; of an erased person, when they were erased; or that the key is not here.
 */
export async function readSealed(
  viewer: Viewer,
  entry: EntryToOpen,
): Promise<ReadonlyMap<string, SealedView>> {
  const { eventType, subject, requestId } = entry;
  const fields = Object.entries(entry.data).flatMap(([field, value]) =>
    field.endsWith("Sealed") && typeof value === "string" ? [{ field, sealed: value }] : [],
  );
  if (fields.length === 0 || subject === null) return new Map();
  const { organisationId } = viewer.panel;
  if (!may(viewer.actor, "sealed.read", viewer.panel.id))
    return new Map(fields.map(({ field }) => [field, { state: "closed" }]));
  const owner = { organisationId, subjectRef: subject.ref };
  const effectiveAt = entry.effectiveAt.toISOString();
  const texts = fields.map(({ field, sealed }) => ({
    place: { ...owner, eventType, effectiveAt, requestId, field },
    sealed,
  }));
  const readings = await openSealed(owner, texts);
  return new Map(fields.map(({ field }, place) => [field, readings[place] ?? { state: "unavailable" }]));
}
