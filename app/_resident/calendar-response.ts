import { now } from "@/lib/clock";
import { calendarFile } from "@/lib/messaging/render/calendar";
import type { InvitationView } from "@/lib/queries/invitation/get-invitation";
import type { PanelView } from "@/lib/queries/panel/get-panel";

/** The session a member said yes to, as a calendar file; 404 for everyone else. */
export function calendarResponse(panel: PanelView | null, invitation: InvitationView | null): Response {
  const session = invitation?.sessions.find(({ id }) => id === invitation.answeredSessionId);
  if (panel === null || invitation === null || invitation.answer !== "accepted" || session === undefined) {
    return new Response(null, { status: 404 });
  }
  return new Response(calendarFile({ panel, activity: invitation, session, madeAt: now() }), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="invitation.ics"',
      "Cache-Control": "no-store",
    },
  });
}
