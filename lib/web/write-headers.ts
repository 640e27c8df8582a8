import type { IncomingMessage, ServerResponse } from "node:http";
import { securityHeaders, type PageRequest } from "@/lib/security-headers";

/** Files that are the same for everybody. */
const filePath = /^\/(_next\/static|_next\/image|favicon\.ico|icon\.svg)/u;

/** The path of a request, without what follows the question mark. */
export function pathOf({ url = "/" }: IncomingMessage): string {
  return url.split("?", 1)[0] ?? "/";
}

/**
 * Headers and nothing else: who may see what is decided by each page, query and use-case.
 * Next.js reads the nonce from the request's own policy header and puts it on its scripts.
 */
export function writeHeaders(request: IncomingMessage, response: ServerResponse): void {
  const path = pathOf(request);
  if (filePath.test(path)) return;
  const page: PageRequest = {
    path,
    nonce: btoa(crypto.randomUUID()),
    secure: (process.env["APP_URL"] ?? "").startsWith("https:"),
    development: process.env["NODE_ENV"] === "development",
  };
  request.headers["x-nonce"] = page.nonce;
  request.headers["x-pathname"] = path;
  const headers = securityHeaders(page);
  request.headers["content-security-policy"] = headers["Content-Security-Policy"];
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
