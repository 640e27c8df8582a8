import NextAuth from "next-auth";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import { isSameOrigin } from "@/lib/actions/same-origin";
import { dropSessionToken, readSessionToken } from "@/lib/auth/browser-secrets";
import { csrfPair } from "@/lib/auth/csrf-pair";
import { authOptions, csrfCookieName, oidcProviderId } from "@/lib/auth/next-auth";
import { sessionCookie } from "@/lib/auth/session-cookie";
import { readConfig } from "@/lib/config/config";
import { runUseCase } from "@/lib/usecases/run";
import { endSession } from "@/lib/usecases/sign-in/end-session";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Whoever was signed in here is not any more: the provider's answer always opens a session of its own. */
async function endSessionHere(): Promise<void> {
  const token = await readSessionToken();
  if (token === null) return;
  await runUseCase(endSession, { kind: "anonymous" }, { token });
  await dropSessionToken();
}

/**
 * Sends staff on to the organisation's provider. next-auth starts that only for a form of its own pages; ours proves its
 * origin instead, and is given the pair of values next-auth asks for.
 */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isSameOrigin(request.headers) || readConfig().oidc === undefined)
    return new Response(null, { status: 403 });
  await endSessionHere();
  const pair = csrfPair(readConfig().authSecret);
  (await cookies()).set(csrfCookieName, pair.cookie, sessionCookie.options);
  const body = new URLSearchParams({ csrfToken: pair.token, callbackUrl: "/staff" });
  const started = new NextRequest(new URL(`/api/auth/signin/${oidcProviderId}`, readConfig().appUrl), {
    method: "POST",
    body,
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  const handler = NextAuth(authOptions()) as (request: NextRequest, context: Context) => Promise<Response>;
  return handler(started, { params: Promise.resolve({ nextauth: ["signin", oidcProviderId] }) });
}
