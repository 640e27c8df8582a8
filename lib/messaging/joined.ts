import type { Tx } from "@/lib/db/transaction";
import type { InvitationStanding } from "@/lib/policy/invitation";

/** Mails outside any mailing that run what the member just said yes to. */
const confirmations: ReadonlySet<string> = new Set(["rsvp-confirmation"]);

/**
 * Whether a mail runs something this member said yes to: the confirmation of it, or a notice about it while the yes
 * stands.
 */
export function isAboutJoined(template: string, standing: InvitationStanding | null): boolean {
  if (confirmations.has(template)) return true;
  return standing !== null && standing.answer === "accepted" && !standing.notThis;
}

/** Which of these members said yes to an activity and have not taken it back. */
export async function joinedAmong(
  db: Tx,
  { organisationId, activityId }: { readonly organisationId: string; readonly activityId: string },
  memberIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db.invitation.findMany({
    where: {
      organisationId,
      activityId,
      memberId: { in: [...memberIds] },
      notThisAt: null,
      rsvp: { answer: "accepted" },
    },
    select: { memberId: true },
  });
  return new Set(rows.map(({ memberId }) => memberId));
}
