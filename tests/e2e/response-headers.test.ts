import { beforeAll, describe, expect, it } from "vitest";
import { useBrowser } from "@/tests/support/browsing";
import { home } from "./permissions/actors";
import { ask, send, type Answered } from "./permissions/ask";
import { callAction } from "./permissions/call-action";
import { quietWindow, sessionCookieName, signedIn } from "./permissions/sessions";
import { application } from "@/tests/support/own-application";

// What every answer says to the browser about itself. That https is asked for where the site has it is in
// tests/architecture/security-headers.test.ts: this product runs on localhost.

const { open } = useBrowser();
let cookies: Readonly<Record<"anonymous" | "member" | "engagement" | "dpo", string | undefined>>;

beforeAll(async () => {
  cookies = {
    anonymous: undefined,
    member: await signedIn(open, "member"),
    engagement: await signedIn(open, "engagement"),
    dpo: await signedIn(open, "dpo"),
  };
});

const openPages = [
  "/",
  `/${home}`,
  `/${home}/privacy`,
  `/${home}/contact`,
  `/${home}/accessibility`,
] as const;
const personalPages = [
  ["/my", "member"],
  ["/my/data", "member"],
  ["/my/choices", "member"],
  ["/staff", "engagement"],
  [`/staff/${home}/members`, "engagement"],
  [`/dpo/${home}/trail`, "dpo"],
  [`/${home}/join`, "anonymous"],
  [`/${home}/join/details`, "anonymous"],
  [`/${home}/sign-in`, "anonymous"],
  ["/sign-in", "anonymous"],
  ["/staff/sign-in", "anonymous"],
  ["/confirm/x.y", "anonymous"],
  ["/invitation/x.y", "anonymous"],
  ["/preferences/x.y", "anonymous"],
  ["/new-address/x.y", "anonymous"],
  ["/sign-in/link/x.y", "anonymous"],
] as const;
const others = [
  "/nowhere/at/all",
  "/my",
  "/api/health",
  "/api/metrics",
  "/api/auth/session",
  "/brand/8f3a11",
];

const everything: readonly (readonly [string, keyof typeof cookies])[] = [
  ...openPages.map((path) => [path, "anonymous"] as const),
  ...personalPages,
  ...others.map((path) => [path, "anonymous"] as const),
];

function look(path: string, who: keyof typeof cookies): Promise<Answered> {
  return ask(path, { cookie: cookies[who] });
}

function policyOf({ response }: Answered): ReadonlyMap<string, readonly string[]> {
  const rules = (response.headers.get("content-security-policy") ?? "").split(";");
  return new Map(
    rules.map((rule) => {
      const [name = "", ...sources] = rule.trim().split(/\s+/u);
      return [name, sources];
    }),
  );
}

function nonceOf(answered: Answered): string {
  const nonce = policyOf(answered)
    .get("script-src")
    ?.find((source) => source.startsWith("'nonce-"));
  return nonce?.slice(7, -1) ?? "none";
}

describe.each(everything)("%s (%s)", (path, who) => {
  it("lets only scripts with this answer's nonce run, and no site frame it", async () => {
    const answered = await look(path, who);
    const policy = policyOf(answered);
    expect(policy.get("script-src")).toEqual(["'self'", `'nonce-${nonceOf(answered)}'`, "'strict-dynamic'"]);
    expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
    expect(policy.get("object-src")).toEqual(["'none'"]);
    expect(policy.get("base-uri")).toEqual(["'none'"]);
    expect(policy.get("form-action")).toEqual(["'self'"]);
    expect(answered.response.headers.get("content-security-policy")).not.toMatch(/unsafe|http:|\*/u);
    const markup = answered.body.match(/<(?:script|style)\b[^>]*>/gu) ?? [];
    const bare = markup.filter((tag) => !tag.includes(`nonce="${nonceOf(answered)}"`));
    expect(bare, "scripts and styles the browser would not run").toEqual([]);
    expect(answered.body, "handlers and styles inside the markup").not.toMatch(/<[^>]+\s(?:on\w+|style)="/u);
    expect(nonceOf(await look(path, who)), "no nonce comes twice").not.toBe(nonceOf(answered));
  });

  it("says what it is, keeps its address to itself and does not say what made it", async () => {
    const { headers } = (await look(path, who)).response;
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("permissions-policy")).toContain("geolocation=()");
    expect(["same-origin", "strict-origin-when-cross-origin"]).toContain(headers.get("referrer-policy"));
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("a page about one person", () => {
  it.each(personalPages)("%s is kept by nobody", async (path, who) => {
    const { headers } = (await look(path, who)).response;
    expect(headers.get("cache-control")).toContain("no-store");
    expect(headers.get("cache-control")).toContain("private");
  });

  it.each(personalPages.filter(([path]) => path.endsWith("x.y")))("%s keeps its token", async (path, who) => {
    expect((await look(path, who)).response.headers.get("referrer-policy")).toBe("same-origin");
  });

  it("and the answer to its form are kept by nobody", async () => {
    const name = "app/(member)/my/details/actions.ts#changeName";
    const { response } = await callAction(
      name,
      { givenName: "", familyName: "" },
      { cookie: cookies.member },
    );
    expect(response.headers.get("cache-control")).toContain("no-store");
    expect(response.headers.get("content-security-policy")).toContain("'strict-dynamic'");
  });
});

describe("cookies", () => {
  it.each([...openPages, `/${home}/join`, `/${home}/sign-in`, "/sign-in", "/staff/sign-in"])(
    "CK-4 T: none are set by opening %s",
    async (path) => {
      expect((await look(path, "anonymous")).response.headers.getSetCookie()).toEqual([]);
      const page = await quietWindow(open);
      await page.goto(path);
      expect(await page.context().cookies()).toEqual([]);
    },
  );

  const started = {
    session: ["app/(public)/[panel]/sign-in/actions.ts#signInAsDemoPerson", { role: "dpo" }],
    join: ["app/(public)/[panel]/join/actions.ts#startJoining", { eligible: "on" }],
    signIn: [
      "app/(public)/[panel]/sign-in/actions.ts#askForMemberCode",
      { email: "nobody@residents.example" },
    ],
  } as const;

  it.each(Object.entries(started))(
    "that of %s is bound to this host and closed to scripts",
    async (_, row) => {
      const [name, form] = row;
      const { response } = await callAction(name, { ...form, panel: home });
      const set = response.headers.getSetCookie().filter((cookie) => !/=;/u.test(cookie));
      expect(set.length).toBeGreaterThan(0);
      for (const cookie of set) {
        expect(cookie).toMatch(/^__Host-/u);
        expect(cookie).toMatch(/; Secure/iu);
        expect(cookie).toMatch(/; HttpOnly/iu);
        expect(cookie).toMatch(/; SameSite=(lax|strict)/iu);
        expect(cookie).toMatch(/; Path=\/(;|$)/iu);
        expect(cookie).not.toMatch(/; Domain/iu);
      }
    },
  );

  it("that says who is signed in holds 256 random bits, new with each sign-in, and lasts no longer than the browser", async () => {
    const [name, form] = started.session;
    const signIn = async () => {
      const { response } = await callAction(name, { ...form, panel: home });
      return response.headers.getSetCookie().find((cookie) => cookie.startsWith(sessionCookieName)) ?? "";
    };
    const [first, second] = [await signIn(), await signIn()];
    expect(first).toMatch(/=[\w-]{43};/u);
    expect(first).not.toMatch(/Max-Age|Expires/iu);
    expect(second).not.toBe(first);
  });

  it("go with the rest when someone signs out", async () => {
    const { url } = application();
    const { headers } = await send("/api/auth/sign-out", { method: "POST", headers: { origin: url } });
    expect(headers.get("clear-site-data")).toBe('"cache", "cookies", "storage"');
    expect(headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-.*Max-Age=0/u)]);
  });
});
