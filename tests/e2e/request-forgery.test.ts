import { beforeAll, describe, expect, it } from "vitest";
import { useBrowser } from "@/tests/support/browsing";
import { linkIn, mailsTo, mailTo } from "@/tests/support/mailbox";
import { home } from "./permissions/actors";
import { ask, send, wordsOf } from "./permissions/ask";
import { callAction, fromOurPage } from "./permissions/call-action";
import { tokensOf } from "./permissions/links";
import { welcome, type Newcomer } from "./permissions/newcomer";
import { signedIn } from "./permissions/sessions";
import { application } from "@/tests/support/own-application";

// Nobody else's page can press our buttons, and nothing is pressed by being opened.

const { open } = useBrowser();
let newcomer: Newcomer;
let engagement: string;

beforeAll(async () => {
  newcomer = await welcome(open);
  engagement = (await signedIn(open, "engagement")) ?? "";
});

/** Where a request says that it comes from, and whether it may act. */
const senders: readonly (readonly [string, () => Record<string, string>, boolean])[] = [
  ["our own page", () => fromOurPage(), true],
  ["our own page, twice said", () => ({ ...fromOurPage(), "sec-fetch-site": "same-origin" }), true],
  ["a browser that hides its Origin", () => ({ "sec-fetch-site": "same-origin" }), true],
  ["another site", () => ({ origin: "https://elsewhere.example" }), false],
  ["another port of this host", () => ({ origin: "http://localhost:1" }), false],
  ["our name inside another", () => ({ origin: `${application().url}.elsewhere.example` }), false],
  ["a sandbox", () => ({ origin: "null" }), false],
  ["nowhere", () => ({}), false],
  ["another site with our Origin", () => ({ ...fromOurPage(), "sec-fetch-site": "cross-site" }), false],
  ["a neighbouring site", () => ({ "sec-fetch-site": "same-site" }), false],
  ["an address typed by hand", () => ({ "sec-fetch-site": "none" }), false],
];

const details = "app/(member)/my/details/actions.ts#changeName";
const search = "app/staff/[panel]/members/actions.ts#searchMembers";
const start = "app/(public)/[panel]/join/actions.ts#startJoining";

describe.each(senders)("a form from %s", (_, headersOf, acts) => {
  it(`is ${acts ? "taken" : "refused"} by actions of a member, of staff and of anyone`, async () => {
    const { givenName, familyName } = newcomer.resident;
    const headers = headersOf();
    const answers = [
      await callAction(details, { givenName, familyName }, { headers, cookie: newcomer.cookie }),
      await callAction(search, { panel: home, words: "" }, { headers, cookie: engagement }),
      await callAction(start, { panel: home, eligible: "on" }, { headers }),
    ];
    expect(answers.map(({ kind }) => kind === "redirect")).toEqual([acts, acts, acts]);
    const cookies = answers.flatMap(({ response }) => response.headers.getSetCookie());
    expect(cookies.length > 0, "a refused form leaves no cookie").toBe(acts);
  });

  it(`signs ${acts ? "out" : "nobody out"}`, async () => {
    const { status } = await send("/api/auth/sign-out", { method: "POST", headers: headersOf() });
    expect(status).toBe(acts ? 303 : 403);
  });

  it(`without JavaScript is ${acts ? "taken" : "refused"} too`, async () => {
    const { body: page } = await ask("/my/details/name", { cookie: newcomer.cookie });
    const form = new FormData();
    for (const [, name = "", value = ""] of page.matchAll(
      /<input type="hidden" name="(\$ACTION[^"]+)"(?: value="([^"]*)")?/gu,
    )) {
      form.append(name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
    }
    expect([...form.keys()].length).toBeGreaterThan(0);
    form.append("givenName", newcomer.resident.givenName);
    form.append("familyName", newcomer.resident.familyName);
    const asking = { method: "POST", body: form, cookie: newcomer.cookie };
    const response = await send("/my/details/name", { ...asking, headers: headersOf() });
    expect(response.status === 303).toBe(acts);
  });
});

it("next-auth's own sign-out asks for its own proof", async () => {
  const body = new URLSearchParams({ csrfToken: "guessed", callbackUrl: "/" });
  await send("/api/auth/signout", { method: "POST", body, cookie: newcomer.cookie, headers: fromOurPage() });
  expect((await ask("/my", { cookie: newcomer.cookie })).decision).toBe("shown");
});

const pages = ["/my", "/my/choices", "/my/details", "/my/history?all=1", "/my/invitations"];

/** All that the newcomer's own pages say. */
async function stateOf({ cookie }: Newcomer): Promise<readonly string[]> {
  const read: string[] = [];
  for (const page of pages) read.push(wordsOf((await ask(page, { cookie })).body));
  return read;
}

function stopLink(): string {
  const { organisationId, memberId, newAddress } = newcomer;
  const stop = ["research", "email", newAddress.contactPointId, ""];
  return tokensOf("unsubscribe", "preferences", [organisationId, memberId, ...stop]).valid;
}

/** Every link of every mail the newcomer got, and those of mails that somebody has to send first. */
async function allLinks(): Promise<readonly string[]> {
  const { organisationId, memberId, newAddress, resident } = newcomer;
  const who = [organisationId, memberId];
  const mails = [...(await mailsTo(resident.email)), ...(await mailsTo(newAddress.email))];
  const written = mails.flatMap(({ text, html }) => `${text} ${html}`.match(/https?:\/\/[^\s"<>)]+/gu) ?? []);
  const { url } = application();
  const preferences = `/preferences/${tokensOf("preferences", "invitation", who).valid}`;
  const made = [
    `/api/unsubscribe/${stopLink()}`,
    `/preferences/${stopLink()}`,
    preferences,
    `${preferences}/leave`,
    `${preferences}/pause`,
  ];
  const ours = written.filter((link) => link.startsWith(url)).map((link) => link.slice(url.length));
  return [...new Set([...ours, ...made])].filter((path) => !path.startsWith("/_next"));
}

describe("a link in a mail", () => {
  it("changes nothing by being opened, fetched ahead or looked at, with and without a session", async () => {
    await mailTo(newcomer.resident.email, ({ subject }) => subject.startsWith("Welcome"));
    const links = await allLinks();
    expect(links.length).toBeGreaterThan(8);
    const before = await stateOf(newcomer);
    for (const link of links) {
      for (const method of ["GET", "HEAD"]) {
        await send(link, { method });
        await send(link, { method, cookie: newcomer.cookie, headers: { "sec-purpose": "prefetch" } });
      }
    }
    expect(await stateOf(newcomer)).toEqual(before);
    expect((await ask("/my", { cookie: newcomer.cookie })).decision, "still signed in").toBe("shown");
  });

  it("signs in nobody who asks for another address to be confirmed", async () => {
    const mail = await mailTo(newcomer.newAddress.email);
    const { headers } = await send(linkIn(mail, "/new-address/"));
    expect(headers.getSetCookie()).toEqual([]);
  });
});

describe("EM-1 T: the unsubscribe address of RFC 8058", () => {
  const words = { "List-Unsubscribe": "One-Click" };
  const post = (token: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    send(`/api/unsubscribe/${token}`, { method: "POST", body: new URLSearchParams(form), headers });

  it("does nothing for a POST without the standard's words, for a forged link, or for another method", async () => {
    const before = await stateOf(newcomer);
    expect((await post(stopLink(), {})).status).toBe(400);
    expect((await post(stopLink(), { "List-Unsubscribe": "Perhaps" })).status).toBe(400);
    const { organisationId, memberId } = newcomer;
    const { bad } = tokensOf("unsubscribe", "preferences", [organisationId, memberId, "research", "email"]);
    for (const token of Object.values(bad)) expect((await post(token, words)).status).toBe(404);
    for (const method of ["PUT", "DELETE", "PATCH"]) {
      expect((await send(`/api/unsubscribe/${stopLink()}`, { method })).status).toBe(405);
    }
    expect(await stateOf(newcomer)).toEqual(before);
  });

  it.each(senders)("acts for a mail program that says it is %s, and sets no cookie", async (_, headersOf) => {
    const response = await post(stopLink(), words, headersOf());
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it("has been understood", async () => {
    const { body } = await ask("/my/history?all=1", { cookie: newcomer.cookie });
    expect(wordsOf(body)).toMatch(/took back|stopped|said no|withdr/iu);
  });
});
