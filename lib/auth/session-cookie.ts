/**
 * The name and attributes of the session cookie. `__Host-` binds it to this host, this path and a secure
 * connection (RFC 6265bis 4.1.3.2); browsers treat localhost as secure, so the demo has the same cookie.
 */
export const sessionCookie = {
  name: "__Host-resident-panel-session",
  options: { httpOnly: true, sameSite: "lax", path: "/", secure: true },
} as const;

/** A session ends after 30 minutes without use and after 12 hours in any case. Seconds. */
export const sessionIdleSeconds = 30 * 60;
export const sessionAbsoluteSeconds = 12 * 60 * 60;
