/**
 * Whether a POST comes from our own pages: `Sec-Fetch-Site: same-origin`, or an `Origin` equal to the host asked.
 * A POST with neither is refused: a missing Origin would otherwise run an action from anywhere.
 */
export function isSameOrigin(headers: Pick<Headers, "get">): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = headers.get("origin");
  if (origin === null) return site === "same-origin";
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return URL.canParse(origin) && new URL(origin).host === host;
}
