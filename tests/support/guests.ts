import type pg from "pg";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { insertRows } from "@/prisma/seed/insert-rows";
import type { TestMember, TestPanel } from "./panel";

/** Invites these members to an activity with one session; each answers as said, at the moment given. Returns the session's id. */
export async function inviteGuests(
  client: pg.ClientBase,
  { organisationId }: TestPanel,
  activityId: string,
  members: readonly TestMember[],
  { answer, at = Date.now() - 60_000 }: { answer: "accepted" | "declined" | null; at?: number },
): Promise<string> {
  const session = await database().activitySession.findFirstOrThrow({ where: { activityId } });
  const rows = members.map(({ id: memberId }) => ({
    organisationId,
    id: newId(),
    activityId,
    memberId,
    invitedAt: at,
  }));
  await insertRows(client, "invitation", rows);
  if (answer !== null) {
    const answers = rows.map(({ id: invitationId }) => ({
      organisationId,
      invitationId,
      sessionId: session.id,
      answer,
      answeredAt: at,
    }));
    await insertRows(client, "rsvp", answers);
  }
  return session.id;
}
