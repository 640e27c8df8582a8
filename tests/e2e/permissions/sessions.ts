import type { BrowserContextOptions, Page } from "playwright-core";
import { mailTo } from "@/tests/support/mailbox";
import { press } from "../story/resident";
import { actors, elsewhere, home, type ActorName } from "./actors";
import { somePlace } from "./ask";
import { application } from "@/tests/support/own-application";

type Open = (options?: BrowserContextOptions) => Promise<Page>;

/** The name of the cookie that says who is signed in. */
export const sessionCookieName = "__Host-resident-panel-session";

/** A window of a browser without JavaScript, at a network address of its own. */
export function quietWindow(open: Open): Promise<Page> {
  return open({ javaScriptEnabled: false, extraHTTPHeaders: { "x-forwarded-for": somePlace() } });
}

/** The `Cookie` header of whoever is signed in in this window. */
export async function cookieOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  const session = cookies.find(({ name }) => name === sessionCookieName);
  if (session === undefined) throw new Error(`Nobody is signed in at ${page.url()}`);
  return `${session.name}=${session.value}`;
}

/** Signs in as one of the demo's people at one press. */
async function pressedSession(open: Open, panel: string, role: string): Promise<string> {
  const page = await quietWindow(open);
  await page.goto(role === "resident" ? `/${panel}/sign-in` : "/staff/sign-in");
  await page.locator(`#demo-${panel} button[value="${role}"]`).click();
  await page.waitForURL(/\/(my|staff|dpo)(\/|$)(?!sign-in)/u);
  return cookieOf(page);
}

/** Signs in as staff by the code of a mail. */
async function codedSession(open: Open, email: string): Promise<string> {
  const page = await quietWindow(open);
  const asked = new Date().toISOString();
  await page.goto("/staff/sign-in");
  await page.getByLabel(/e-?mail/iu).fill(email);
  await press(page, /code/iu);
  await page.waitForURL(/\/staff\/sign-in\/code$/u);
  const mail = await mailTo(email, ({ receivedAt }) => receivedAt >= asked);
  await page.getByLabel(/code/iu).fill(/\b\d{4} ?\d{4}\b/u.exec(mail.text)?.[0] ?? "");
  await press(page, "Sign in");
  await page.waitForURL(/\/staff$/u);
  return cookieOf(page);
}

function roleOf(name: ActorName): { readonly panel: string; readonly role: string } | null {
  const actor = actors[name];
  if (actor.kind === "member") return { panel: actor.panelId, role: "resident" };
  const [grant] = actor.kind === "staff" ? actor.grants : [];
  return grant === undefined ? null : { panel: grant.panelId, role: grant.role };
}

/** The `Cookie` header of an actor, signed in a moment ago; none for whoever is not signed in. */
export async function signedIn(open: Open, name: ActorName): Promise<string | undefined> {
  const who = roleOf(name);
  if (who === null) return undefined;
  if (who.role !== "auditor") return pressedSession(open, who.panel, who.role);
  const person = application().people.find(({ panel, role }) => panel === home && role === "auditor");
  return codedSession(open, person?.email ?? `auditor@${elsewhere}.example`);
}
