import { calendarResponse } from "@/app/_resident/calendar-response";
import { requireMember } from "@/lib/auth/require-actor";
import { findInvitation } from "../_components/find-invitation";

/** The accepted session as a calendar file, for the signed-in member. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ invitationId: string }> },
): Promise<Response> {
  const { actor, panel } = await requireMember("invitation.answer");
  return calendarResponse(panel, await findInvitation(actor, (await params).invitationId));
}
