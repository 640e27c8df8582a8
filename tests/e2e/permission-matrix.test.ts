import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { may, type Verb } from "@/lib/policy/permission";
import { useBrowser } from "@/tests/support/browsing";
import { linkIn, mailTo } from "@/tests/support/mailbox";
import { actorNames, actors, elsewhere, forEachActor, home, type ActorName } from "./permissions/actors";
import { ask, headingOf, wordsOf, type Decision } from "./permissions/ask";
import { builtRoutes } from "./permissions/build";
import { idsIn, tokenOf, tokensOf, type Tokens } from "./permissions/links";
import { factsOf } from "./permissions/newcomer";
import { addressOf, findPlaces, type Places } from "./permissions/places";
import { gallery, routes, type Row } from "./permissions/routes";
import { quietWindow, signedIn } from "./permissions/sessions";
import { join, newResident } from "./story/resident";

// Who may see what, asked of the built product by everyone and compared with the one table of lib/policy/permission.ts.

const { open } = useBrowser();
let cookies: Readonly<Record<ActorName, string | undefined>>;
let places: Places;
let tokens: Readonly<Record<string, Tokens>>;

function cookieOf(name: ActorName): string {
  const cookie = cookies[name];
  if (cookie === undefined) throw new Error(`${name} is not signed in`);
  return cookie;
}

/** The link of a mail that asks somebody new to confirm. */
async function confirmToken(): Promise<string> {
  const resident = newResident();
  await join(await quietWindow(open), home, resident);
  return tokenOf(linkIn(await mailTo(resident.email), "/confirm/"));
}

/** The link of a mail that somebody asked for to sign in. */
async function signInToken(): Promise<string> {
  const page = await quietWindow(open);
  const email = `admin@${elsewhere}.example`;
  const asked = new Date().toISOString();
  await page.goto("/staff/sign-in");
  await page.getByLabel(/e-?mail/iu).fill(email);
  await page.getByRole("main").getByRole("button", { name: /code/iu }).first().click();
  await page.waitForURL(/\/staff\/sign-in\/code$/u);
  return tokenOf(linkIn(await mailTo(email, ({ receivedAt }) => receivedAt >= asked), "/sign-in/link/"));
}

async function makeTokens(): Promise<Record<string, Tokens>> {
  const { organisationId, memberId, newAddress } = await factsOf(cookieOf("member"));
  const who = [organisationId, memberId];
  const stop = ["research", "email", newAddress.contactPointId, ""];
  return {
    "link:confirm": tokensOf("confirm", "signIn", idsIn(await confirmToken())),
    "link:signIn": tokensOf("signIn", "confirm", idsIn(await signInToken())),
    "link:newAddress": tokensOf("newAddress", "invitation", [...who, newAddress.contactPointId]),
    "link:invitation": tokensOf("invitation", "preferences", [...who, places.invitation]),
    "link:invitation survey": tokensOf("invitation", "unsubscribe", [...who, places.mySurveyInvitation]),
    "link:preferences": tokensOf("preferences", "newAddress", who),
    "link:unsubscribe": tokensOf("unsubscribe", "preferences", [...who, ...stop]),
  };
}

beforeAll(async () => {
  cookies = await forEachActor((name) => signedIn(open, name));
  places = await findPlaces({
    member: cookieOf("member"),
    engagement: cookieOf("engagement"),
    dpo: cookieOf("dpo"),
  });
  tokens = await makeTokens();
});

describe("every route of the build", () => {
  it("stands in the table with what it needs, and nothing stands there that is gone", () => {
    const listed = [...routes.map(({ route }) => route), ...gallery];
    expect(listed.toSorted()).toEqual(builtRoutes());
  });
});

/** Members' references on a page, but for one that was in its address already. */
function referencesIn(body: string, path: string): readonly string[] {
  return (body.match(/\bCV-[0-9A-Z]{7}\b/gu) ?? []).filter((reference) => !path.includes(reference));
}

function ownsIt(at: string, name: ActorName): boolean {
  return !/\{(invitation|mySurvey)\}/u.test(at) || name === "member";
}

/** What the table says that an actor gets. */
function expected({ needs, at, answers = "shown" }: Row & { at: string }, name: ActorName): Decision {
  const actor = actors[name];
  if (needs === "public") return answers;
  if (needs === "staff") return actor.kind === "staff" ? answers : "signIn";
  const verb = needs as Verb;
  if (at.startsWith("/my")) {
    if (actor.kind !== "member" || !may(actor, verb, actor.panelId)) return "signIn";
    return ownsIt(at, name) ? answers : "absent";
  }
  if (may(actor, verb, home)) return answers;
  return actor.kind === "anonymous" ? "signIn" : "absent";
}

const byActor = routes.filter(({ needs }) => !needs.startsWith("link:"));
const byLink = routes.filter(({ needs }) => needs.startsWith("link:"));

describe("a page is shown to those the table names and to nobody else", () => {
  it.each(byActor)("$route needs $needs", async (row) => {
    const path = addressOf(row.at, { ...places, panel: home });
    const answers = await forEachActor((name) => ask(path, { cookie: cookies[name] }));
    const decisions = Object.fromEntries(actorNames.map((name) => [name, answers[name].decision]));
    expect(decisions).toEqual(Object.fromEntries(actorNames.map((name) => [name, expected(row, name)])));
    const shown = actorNames.find((name) => answers[name].decision === "shown");
    const heading = shown === undefined ? undefined : headingOf(answers[shown].body);
    const refused = actorNames.filter((name) => expected(row, name) !== (row.answers ?? "shown"));
    for (const name of refused) {
      if (heading !== undefined) expect(answers[name].body, name).not.toContain(heading);
      expect(referencesIn(answers[name].body, path), `${name} reads nobody's reference`).toEqual([]);
    }
  });
});

describe("a page behind a link is shown to whoever holds the link, and to nobody by any other", () => {
  it.each(byLink)("$route needs $needs", async ({ needs, about, at, answers = "shown" }) => {
    const { valid, bad } = tokens[[needs, about].filter(Boolean).join(" ")] ?? { valid: "", bad: {} };
    const look = (token: string, cookie?: string) => ask(addressOf(at, { token }), { cookie });
    const right = addressOf(answers, { token: valid });
    expect((await look(valid)).decision, "without a session").toBe(right);
    expect((await look(valid, cookies.otherDpo)).decision, "with somebody else's session").toBe(right);
    for (const [what, token] of Object.entries(bad)) {
      for (const cookie of [undefined, cookies.member]) {
        expect(["absent", "ended"], what).toContain((await look(token, cookie)).decision);
      }
    }
  });
});

describe("an id of one panel opens nothing on another", () => {
  const withIds = routes.filter(
    ({ route, at }) => at.includes("{panel}") && /\[(id|reference)\]/u.test(route),
  );

  it.each(withIds)("$route", async ({ at, needs }) => {
    const name = may(actors.otherEngagement, needs as Verb, elsewhere) ? "otherEngagement" : "otherDpo";
    const cookie = cookieOf(name);
    const id = randomUUID();
    const nobodys = { activity: id, mailing: id, survey: id, draft: id, reference: "CV-0000000" };
    const theirs = await ask(addressOf(at, { ...places, panel: elsewhere }), { cookie });
    const none = await ask(addressOf(at, { ...nobodys, panel: elsewhere }), { cookie });
    expect(theirs.decision).toBe(none.decision);
    expect(wordsOf(theirs.body), "the same as for an id that nobody has").toBe(wordsOf(none.body));
  });
});

describe("however a page is asked for, the decision is the same", () => {
  const sample = ["/my", "/my/data", "/my/invitations/[invitationId]", "/staff", "/staff/[panel]/members"]
    .concat("/staff/[panel]/members/[reference]", "/dpo/[panel]/trail", "/dpo/[panel]/members/[reference]")
    .map((route) => routes.find((row) => row.route === route))
    .filter((row) => row !== undefined);
  const ways: readonly (readonly [string, (path: string) => readonly [string, object]])[] = [
    ["as a router of React", (path) => [path, { headers: { rsc: "1" } }]],
    ["by HEAD", (path) => [path, { method: "HEAD" }]],
    ["as if it came out of the proxy", (path) => [path, { headers: { "x-middleware-subrequest": proxies } }]],
    ["with a doubled slash", (path) => [`/${path}`, {}]],
    ["as a forwarded host", (path) => [path, { headers: { "x-forwarded-host": "elsewhere.example" } }]],
  ];

  describe.each(ways)("%s", (_, way) => {
    it.each(sample)("$route", async (row) => {
      const [path, asking] = way(addressOf(row.at, { ...places, panel: home }));
      const found = await forEachActor(async (name) => {
        return (await ask(path, { ...asking, cookie: cookies[name] })).decision;
      });
      expect(found).toEqual(Object.fromEntries(actorNames.map((name) => [name, expected(row, name)])));
    });
  });

  it.each(sample)("a prefetch of $route tells everyone the same, which is nothing", async ({ at }) => {
    const path = addressOf(at, { ...places, panel: home });
    const asking = { headers: { rsc: "1", "next-router-prefetch": "1" } };
    const answers = await forEachActor((name) => ask(path, { ...asking, cookie: cookies[name] }));
    const bodies = new Set(actorNames.map((name) => answers[name].body));
    expect([...bodies]).toHaveLength(1);
    expect(referencesIn(answers.anonymous.body, path)).toEqual([]);
  });

  it.each(sample)("no segment of $route can be had on its own", async ({ at }) => {
    const path = addressOf(at, { ...places, panel: home });
    for (const other of [`${path}.rsc`, `${path}.txt`, `${path}.segments/_tree.segment.rsc`, `/%2e${path}`]) {
      expect(["absent", "signIn"], other).toContain((await ask(other)).decision);
    }
    for (const method of ["PUT", "DELETE", "OPTIONS", "PATCH"]) {
      const { decision, body } = await ask(path, { method });
      expect(decision, method).not.toBe("shown");
      expect(referencesIn(body, path), method).toEqual([]);
    }
  });
});

const proxies = Array.from({ length: 5 }, () => "proxy").join(":");

it("a made-up session opens nothing", async () => {
  const cookie = `__Host-resident-panel-session=${randomUUID()}`;
  for (const path of ["/my", "/staff", `/dpo/${home}`]) {
    expect((await ask(path, { cookie })).decision, path).toBe("signIn");
  }
});
