import type { NextRequest } from "next/server";
import { isSameOrigin } from "@/lib/actions/same-origin";
import { sessionCookie } from "@/lib/auth/session-cookie";
import { endSession } from "@/lib/usecases/sign-in/end-session";
import { runUseCase } from "@/lib/usecases/run";

/**
 * Ends the session on the server first, then makes the browser forget what it kept: a shared computer must not show
 * the last person's pages to the next. A route and not an action, because an action cannot set Clear-Site-Data.
 */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  const token = request.cookies.get(sessionCookie.name)?.value;
  if (token !== undefined) await runUseCase(endSession, { kind: "anonymous" }, { token });
  return new Response(null, {
    status: 303,
    headers: {
      Location: "/signed-out",
      "Cache-Control": "no-store",
      "Clear-Site-Data": '"cache", "cookies", "storage"',
      "Set-Cookie": `${sessionCookie.name}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`,
    },
  });
}
