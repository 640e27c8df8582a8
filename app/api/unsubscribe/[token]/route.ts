import { recordUnsubscribe } from "@/lib/actions/resident/unsubscribe";
import { readLinkActor } from "@/lib/auth/link-actor";
import { readLink } from "@/lib/auth/signed-link";
import { now } from "@/lib/clock";
import { drainHandOver } from "@/lib/messaging/drain";
import { getPanelById } from "@/lib/queries/panel/get-panel";
import { notStored } from "@/lib/usecases/not-stored";

// One-click unsubscribe (RFC 8058). No cookie is read or set and no Origin is asked for: whoever holds the link may say
// no, and a mail program says it for them. Only a POST with the standard's own words acts; scanners open every link.

type Context = { params: Promise<{ token: string }> };

const longestBody = 1_000;

function answer(status: number): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store" } });
}

async function asksToStop(request: Request): Promise<boolean> {
  if (Number(request.headers.get("content-length") ?? 0) > longestBody) return false;
  try {
    return (await request.formData()).get("List-Unsubscribe") === "One-Click";
  } catch {
    // No form at all.
    return false;
  }
}

/** Stops what the link is about: 200, however often. A forged link: 404. Any other body: 400. Neither changes anything. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  if (readLink("unsubscribe", token, now()) === null) return answer(404);
  if (!(await asksToStop(request))) return answer(400);
  const held = await readLinkActor("unsubscribe", token);
  // An erased member is written to by nobody: there is nothing left to stop.
  if (held === null) return answer(200);
  const panel = await getPanelById(held.actor.organisationId, held.actor.panelId);
  if (panel === null) return answer(404);
  const stopped = await recordUnsubscribe(held.actor, panel, held.about).catch(notStored);
  // While nothing can be recorded, mail programs are told to try again.
  if (!stopped.ok) return answer(stopped.error.code.startsWith("system.") ? 503 : 404);
  await drainHandOver(stopped.value.toDrain);
  return answer(200);
}

/** A person followed the link: the page with the button. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  if (readLink("unsubscribe", token, now()) === null) return answer(404);
  return new Response(null, {
    status: 303,
    headers: { Location: `/preferences/${token}`, "Cache-Control": "no-store" },
  });
}

/** Next would answer HEAD by running GET; the same answer, said outright so that nobody makes GET act one day. */
export async function HEAD(request: Request, context: Context): Promise<Response> {
  return GET(request, context);
}
