import { NextResponse, type NextRequest } from "next/server";
import { contentSecurityPolicy, securityHeaders } from "@/lib/security-headers";

/**
 * Headers and nothing else: who may see what is decided by each page, query and use-case.
 * Next reads the nonce from the request's own policy header and puts it on its scripts.
 */
export function proxy(request: NextRequest): NextResponse {
  const page = {
    path: request.nextUrl.pathname,
    nonce: btoa(crypto.randomUUID()),
    secure: (process.env.APP_URL ?? "").startsWith("https:"),
    development: process.env.NODE_ENV === "development",
  };
  const headers = new Headers(request.headers);
  headers.set("x-nonce", page.nonce);
  headers.set("x-pathname", page.path);
  headers.set("Content-Security-Policy", contentSecurityPolicy(page));
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(securityHeaders(page))) response.headers.set(name, value);
  return response;
}

export const config = {
  matcher: [{ source: "/((?!_next/static|_next/image|favicon.ico|icon.svg).*)" }],
};
