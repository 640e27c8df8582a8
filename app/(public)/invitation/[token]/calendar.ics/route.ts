import { calendarResponse } from "@/app/_resident/calendar-response";
import { findHeldLink } from "@/app/_resident/held-link";
import { getInvitation } from "@/lib/queries/invitation/get-invitation";

/** The accepted session as a calendar file, for whoever holds the invitation's link. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const held = await findHeldLink("invitation", (await params).token);
  if (held === null) return calendarResponse(null, null);
  const { organisationId, memberId } = held.actor;
  return calendarResponse(held.panel, await getInvitation(organisationId, memberId, held.about[0] ?? ""));
}
