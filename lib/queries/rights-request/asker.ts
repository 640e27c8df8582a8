import { database } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { isMailAddress } from "@/lib/messaging/smtp/address";
import { isRestricted } from "@/lib/policy/restriction";
import type { PanelView } from "@/lib/queries/panel/get-panel";

/** Who asks: a member, who may be erased by now, or somebody the panel does not know. */
export type Asker = {
  readonly known: boolean;
  /** The member; null for one whose details are gone, and for somebody unknown. */
  readonly memberId: string | null;
  readonly reference: string | null;
  /** Whether a mail can go to them: to a member's own address, else to the one an unknown person gave. */
  readonly reachable: boolean;
  /** Whether a member's details are put aside now. */
  readonly restricted: boolean;
};

type Named = { readonly subjectRef: string | null; readonly replyTo: string | null };

const nobody = { memberId: null, reference: null, reachable: false, restricted: false };

/** Who made a request, as they are held at an instant. */
export async function askerOf(
  { organisationId, id: panelId }: Pick<PanelView, "organisationId" | "id">,
  { subjectRef, replyTo }: Named,
  at: Date,
  db: Tx = database(),
): Promise<Asker> {
  if (subjectRef === null)
    return { ...nobody, known: false, reachable: replyTo !== null && isMailAddress(replyTo) };
  const member = await db.member.findFirst({
    where: { organisationId, panelId, subjectRef, state: { not: "erased" } },
    select: {
      ...{ id: true, reference: true, restrictedAt: true, restrictionLiftsAt: true },
      contactPoints: { where: { kind: "email", removedAt: null }, select: { id: true }, take: 1 },
    },
  });
  if (member === null) return { ...nobody, known: true };
  const { id: memberId, reference, contactPoints } = member;
  const reachable = contactPoints.length > 0;
  return { known: true, memberId, reference, reachable, restricted: isRestricted(member, at) };
}
