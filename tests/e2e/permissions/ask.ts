import { randomInt } from "node:crypto";
import { application } from "@/tests/support/own-application";

/**
 * What an answer comes to. `shown`: the page, or a step of the same area. `signIn`: sent to sign in. `absent`: not found.
 * `ended`: the page that says that a link has ended, or was cut off on its way.
 */
export type Decision = "shown" | "signIn" | "absent" | "ended" | `status ${number}` | `sent to ${string}`;

export type Answered = { readonly decision: Decision; readonly body: string; readonly response: Response };

export type Asking = {
  readonly cookie?: string | undefined;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
};

/** A network address of its own for each request (RFC 5737), so that tests do not use up one another's tries. */
export function somePlace(): string {
  return `198.51.100.${randomInt(256)}, 203.0.113.${randomInt(256)}`;
}

/** One request as it is written: nothing is followed, nothing tidied, no cookie but the given one. */
export function send(path: string, { cookie, headers, ...asking }: Asking = {}): Promise<Response> {
  return fetch(path.startsWith("http") ? path : `${application().url}${path}`, {
    redirect: "manual",
    ...asking,
    headers: {
      "x-forwarded-for": somePlace(),
      ...(cookie === undefined ? {} : { cookie }),
      ...headers,
    },
  });
}

function area(path: string): string {
  return path
    .split("/")
    .slice(0, path.startsWith("/my") ? 2 : 3)
    .join("/");
}

/** The path without doubled slashes, in which Next answers a path with them. */
function tidy(path: string): string {
  return path.replace(/\/{2,}/gu, "/");
}

// A page that was already begun refuses inside its stream: the errors are rows of it.
const refusedInStream = [
  [/NEXT_REDIRECT;\w+;[^;"]*\/sign-in[;"?]/u, "signIn"],
  [/NEXT_HTTP_ERROR_FALLBACK;404/u, "absent"],
] as const;

function decide(path: string, response: Response, body: string): Decision {
  const location = response.headers.get("location");
  if (location !== null) {
    const to = new URL(location, response.url).pathname;
    if (to.endsWith("/sign-in")) return "signIn";
    return area(to) === area(tidy(path)) ? "shown" : `sent to ${to}`;
  }
  if (response.status === 404) return "absent";
  if (response.status !== 200) return `status ${response.status}`;
  const refused = refusedInStream.find(([sign]) => sign.test(body))?.[1];
  if (refused !== undefined) return refused;
  return /<h1[^>]*>This link (?:has ended|is not complete)</u.test(body) ? "ended" : "shown";
}

/** Asks for a page and says what the answer comes to. Follows a redirect only to the same page written tidily. */
export async function ask(path: string, asking: Asking = {}): Promise<Answered> {
  const response = await send(path, asking);
  const body = await response.text();
  const location = response.headers.get("location");
  const to = location === null ? null : new URL(location, response.url);
  const asked = new URL(tidy(path), response.url);
  if (to !== null && to.pathname === asked.pathname && to.href !== new URL(path, response.url).href) {
    return ask(`${to.pathname}${to.search}`, asking);
  }
  return { decision: decide(asked.pathname, response, body), body, response };
}

/** The words a person reads on a page: no markup, no scripts, nothing that changes with each answer. */
export function wordsOf(html: string): string {
  const main = /<main[\s\S]*<\/main>/u.exec(html)?.[0] ?? html;
  return main
    .replace(/<script[\s\S]*?<\/script>/gu, " ")
    .replace(/<[^>]+>/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

/** The page's heading, as markup. */
export function headingOf(html: string): string | undefined {
  return /<h1[^>]*>[\s\S]*?<\/h1>/u.exec(html)?.[0];
}
