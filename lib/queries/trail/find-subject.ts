import { database } from "@/lib/db/client";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";

/** A member as the ledger knows them. */
export type Subject = { readonly memberId: string; readonly subjectRef: string; readonly reference: string };

/** The member with this reference on the viewer's panel, or null. References are read as people type them. */
export async function findSubject(viewer: Viewer, reference: string): Promise<Subject | null> {
  authorise(viewer, "trail.read");
  const member = await database().member.findUnique({
    where: {
      organisationId_panelId_reference: {
        organisationId: viewer.panel.organisationId,
        panelId: viewer.panel.id,
        reference: reference.trim().toUpperCase(),
      },
    },
    select: { id: true, subjectRef: true, reference: true },
  });
  if (member === null) return null;
  return { memberId: member.id, subjectRef: member.subjectRef, reference: member.reference };
}
