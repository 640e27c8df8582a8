import NextAuth from "next-auth";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
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
 * Goes on from our page instead of redirecting the form: our policy lets a form lead to our own origin only, which Chromium
 * also asks of every redirect on the way, and a provider may send the browser through several.
 */
async function goOn(answer: Response): Promise<Response> {
  const to = answer.headers.get("location");
  if (to === null) return answer;
  const t = await getTranslations("signin.staff");
  const headers = new Headers(answer.headers);
  headers.delete("location");
  headers.set("refresh", `0; url=${to}`);
  headers.set("content-type", "text/html; charset=utf-8");
  const href = to.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const body = `<!doctype html><html lang="en-GB"><title>${t("title")}</title><p><a href="${href}">${t("provider")}</a></p>`;
  return new Response(body, { headers });
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
  const answer = await handler(started, {
    params: Promise.resolve({ nextauth: ["signin", oidcProviderId] }),
  });
  return goOn(answer);
}
