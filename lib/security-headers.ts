/** What decides a page's headers. */
export type PageRequest = {
  path: string;
  /** One random value per response, base64. */
  nonce: string;
  /** The site is reached by https, so it may ask for https for ever. */
  secure: boolean;
  /** Next's development server evaluates code and injects styles; nothing else may. */
  development: boolean;
};

/** First segments whose address holds a token. */
const tokenPages = new Set(["confirm", "invitation", "new-address", "preferences", "sign-in"]);

/** First segments whose pages are about one person and are often read on a shared computer. */
const personal = new Set(["my", "staff", "dpo", "demo", ...tokenPages]);

const always: Record<string, string> = {
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
};

/** Whether a page must never be kept by a browser or a proxy. */
export function isPersonal(path: string): boolean {
  const [, first = "", second = ""] = path.split("/");
  return personal.has(first) || second === "join" || second === "sign-in";
}

/**
 * A mail shown inside a page is somebody else's markup with styles of its own: a frame that runs nothing, loads nothing and
 * may be shown by our own pages only. Its route ends in `/mail-frame`.
 */
function mailFramePolicy(): string {
  return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'";
}

/** The content security policy of a page: only scripts that carry this response's nonce, and what those load. */
export function contentSecurityPolicy({ path, nonce, secure, development }: PageRequest): string {
  if (path.endsWith("/mail-frame")) return mailFramePolicy();
  const rules = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return [...rules, ...(secure ? ["upgrade-insecure-requests"] : [])].join("; ");
}

/**
 * Every header of the answer to a request.
 *
 * Pages with a token send no referrer to other sites by `same-origin` and not by `no-referrer`: under the latter a form posted
 * without JavaScript carries `Origin: null`, and the origin check would refuse an honest press.
 */
export function securityHeaders(request: PageRequest): Record<string, string> {
  const first = request.path.split("/")[1] ?? "";
  return {
    ...always,
    "Content-Security-Policy": contentSecurityPolicy(request),
    "X-Frame-Options": request.path.endsWith("/mail-frame") ? "SAMEORIGIN" : "DENY",
    "Referrer-Policy": tokenPages.has(first) ? "same-origin" : "strict-origin-when-cross-origin",
    ...(request.secure ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {}),
    ...(isPersonal(request.path) ? { "Cache-Control": "private, no-store" } : {}),
  };
}
