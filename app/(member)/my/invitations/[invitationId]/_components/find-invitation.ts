import { z } from "zod";
import type { MemberGranted } from "@/lib/auth/require-actor";
import { getInvitation, type InvitationView } from "@/lib/queries/invitation/get-invitation";

/** The signed-in member's own invitation by the id in the address; null for anything else there. */
export async function findInvitation(
  actor: MemberGranted["actor"],
  id: string,
): Promise<InvitationView | null> {
  return z.uuid().safeParse(id).success ? getInvitation(actor.organisationId, actor.memberId, id) : null;
}
