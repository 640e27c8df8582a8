import NextAuth from "next-auth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csrfPair } from "@/lib/auth/csrf-pair";
import { authOptions, csrfCookieName } from "@/lib/auth/next-auth";
import { hashToken } from "@/lib/auth/secrets";
import { sessionCookie } from "@/lib/auth/session-cookie";
import { readConfig } from "@/lib/config/config";
import { database } from "@/lib/db/client";
import { useDatabase } from "@/tests/support/database";
import { openPanel } from "@/tests/support/joining";
import { OidcProvider, type Claims } from "@/tests/support/oidc-provider";

useDatabase();
const provider = new OidcProvider();

beforeAll(async () => {
  await provider.start();
  Object.assign(process.env, {
    OIDC_WELL_KNOWN: `${provider.issuer}/.well-known/openid-configuration`,
    OIDC_CLIENT_ID: "panel",
    OIDC_CLIENT_SECRET: "the-client-secret-of-this-test",
  });
});

afterAll(() => {
  provider.stop();
});

type Cookies = Readonly<Record<string, string>>;
type Answer = { readonly location: string; readonly cookies: Record<string, string> };

/** Calls next-auth as its page router handler does: a request in, a redirect and cookies out. */
async function call(
  method: string,
  route: string[],
  query: object,
  body: object,
  cookies: Cookies,
): Promise<Answer> {
  const answer: Answer & { location: string } = { location: "", cookies: {} };
  const headers = new Map<string, string | string[]>();
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name),
    setHeader: (name: string, value: string | string[]) => {
      headers.set(name, value);
      if (name === "Location") answer.location = String(value);
      return response;
    },
    end: () => response,
    send: () => response,
    json: () => response,
  };
  const request = { method, query: { nextauth: route, ...query }, body, cookies, headers: {} };
  await (NextAuth as (...parts: unknown[]) => Promise<unknown>)(request, response, authOptions());
  for (const line of [headers.get("Set-Cookie") ?? []].flat()) {
    const [name = "", value = ""] = line.split(";")[0]?.split("=") ?? [];
    answer.cookies[name] = decodeURIComponent(value);
  }
  return answer;
}

/** The whole way: from our button to the provider and back. */
async function signInAs(
  claims: Claims,
  tamper: (cookies: Cookies) => Cookies = (cookies) => cookies,
): Promise<Answer> {
  provider.claims = claims;
  const pair = csrfPair(readConfig().authSecret);
  const begun = { [csrfCookieName]: pair.cookie };
  const away = await call(
    "POST",
    ["signin", "oidc"],
    {},
    { csrfToken: pair.token, callbackUrl: "/staff" },
    begun,
  );
  const url = new URL(away.location);
  const back = { code: provider.authorise(url), state: url.searchParams.get("state") };
  return call("GET", ["callback", "oidc"], back, {}, tamper({ ...begun, ...away.cookies }));
}

async function staff() {
  const { made } = await openPanel("customer-voices");
  return database().staff.findUniqueOrThrow({ where: { id: made.staffId } });
}

const sessionsOf = (staffId: string) => database().signInSession.count({ where: { staffId } });

describe("signing in with a work account", () => {
  it("opens a session for staff whose verified address we know", async () => {
    const { id, email } = await staff();
    const answer = await signInAs({ sub: "account-1", email, email_verified: true });
    expect(new URL(answer.location).pathname).toBe("/staff");
    const token = answer.cookies[sessionCookie.name] ?? "";
    const session = await database().signInSession.findUnique({ where: { tokenHash: hashToken(token) } });
    expect(session?.staffId).toBe(id);
    const again = await signInAs({ sub: "account-1" });
    expect(again.cookies[sessionCookie.name]).not.toBe(token);
    expect(await sessionsOf(id)).toBe(2);
  });

  it.each([
    ["the address is not verified", { email_verified: false }],
    ["the provider does not say whether it is", {}],
    ["we do not know the address", { email: "stranger@mail.example", email_verified: true }],
  ])("opens none when %s", async (_why, claims) => {
    const { id, email } = await staff();
    const answer = await signInAs({ sub: `account-${id}`, email, ...claims });
    expect(answer.location).toBe("/staff/sign-in?error=unknown");
    expect(answer.cookies[sessionCookie.name] ?? "").toBe("");
    expect(await sessionsOf(id)).toBe(0);
    expect(await database().staffAccount.count({ where: { staffId: id } })).toBe(0);
  });

  it("opens none for an answer that this browser did not ask for", async () => {
    const { id, email } = await staff();
    const answer = await signInAs({ sub: "account-2", email, email_verified: true }, () => ({}));
    expect(answer.location).toContain("error=");
    expect(await sessionsOf(id)).toBe(0);
  });
});
