import { database } from "@/lib/db/client";
import { readLink } from "@/lib/auth/signed-link";
import { getPanelById, type PanelView } from "@/lib/queries/panel/get-panel";

/** What the link in a confirmation mail leads to. */
export type JoinLink = {
  readonly panel: PanelView;
  readonly joinRequestId: string;
  readonly state: "waiting" | "confirmed" | "ended";
};

/** The request behind a confirmation link; null when the link is forged, too old, or its request was deleted. */
export async function getJoinLink(token: string, at: Date): Promise<JoinLink | null> {
  const [organisationId, joinRequestId, ...rest] = readLink("confirm", token, at) ?? [];
  if (organisationId === undefined || joinRequestId === undefined || rest.length > 0) return null;
  const request = await database().joinRequest.findUnique({
    where: { organisationId_id: { organisationId, id: joinRequestId } },
    select: { panelId: true, submittedAt: true, confirmedAt: true, expiresAt: true },
  });
  if (request === null) return null;
  const panel = await getPanelById(organisationId, request.panelId);
  if (panel === null) return null;
  const waiting = request.submittedAt !== null && request.expiresAt > at;
  return {
    panel,
    joinRequestId,
    state: request.confirmedAt !== null ? "confirmed" : waiting ? "waiting" : "ended",
  };
}
