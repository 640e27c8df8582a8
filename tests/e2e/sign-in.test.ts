import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible, useBrowser } from "@/tests/support/browsing";
import { linkIn, mailsTo, mailTo } from "@/tests/support/mailbox";
import { confirm, join, newResident, press, type Resident } from "./story/resident";
import { application } from "@/tests/support/own-application";

const { open } = useBrowser();
const panel = "customer-voices";

async function member(): Promise<Resident> {
  const resident = newResident();
  const page = await open({ javaScriptEnabled: false });
  await join(page, panel, resident);
  await confirm(page, resident);
  return resident;
}

async function ask(page: Page, email: string): Promise<void> {
  await page.goto(`/${panel}/sign-in`);
  await page.getByLabel("Your e-mail address").fill(email);
  await press(page, "Send me a code");
  await page.waitForURL(/\/sign-in\/code$/u);
}

async function codeMail(email: string) {
  const mail = await mailTo(email, ({ subject }) => subject.includes("sign-in code"));
  return { link: linkIn(mail, "/sign-in/link/"), code: /\b\d{4} ?\d{4}\b/u.exec(mail.text)?.[0] ?? "" };
}

describe.each([
  ["without JavaScript", false],
  ["with JavaScript", true],
])("the link in the mail, %s", (_, javaScriptEnabled) => {
  it("signs in by a press in the browser that asked, once", async () => {
    const { email } = await member();
    const page = await open({ javaScriptEnabled });
    await ask(page, email);
    const { link } = await codeMail(email);
    for (let scan = 0; scan < 3; scan += 1) await fetch(link);
    await page.goto(link);
    await expectAccessible(page);
    await press(page, "Sign in");
    await page.waitForURL(/\/my$/u);
    await page.goto(link);
    await page.getByRole("heading", { name: "This link has ended" }).waitFor();
  });

  it("signs in no other browser without the code being typed", async () => {
    const { email } = await member();
    await ask(await open({ javaScriptEnabled }), email);
    const { link, code } = await codeMail(email);
    const other = await open({ javaScriptEnabled });
    await other.goto(link);
    await press(other, "Sign in");
    await other.getByRole("heading", { name: "There is a problem" }).waitFor();
    await expectAccessible(other);
    await other.getByLabel("Your code").fill(code);
    await press(other, "Sign in");
    await other.waitForURL(/\/my$/u);
  });
});

it("says the same to an address that nobody has, and writes to nobody", async () => {
  const page = await open({ javaScriptEnabled: false });
  await ask(page, `resident@${panel}.example`);
  const forMember = await page.getByRole("main").innerText();
  const stranger = `${randomUUID()}@residents.example`;
  await ask(page, stranger);
  expect(await page.getByRole("main").innerText()).toBe(forMember);
  await mailTo(`resident@${panel}.example`, ({ subject }) => subject.includes("sign-in code"));
  expect(await mailsTo(stranger)).toEqual([]);
});

describe("signing out", () => {
  it("ends the session on the server: the old cookie opens nothing", async () => {
    const page = await open({ javaScriptEnabled: false });
    await page.goto(`/${panel}/sign-in`);
    await page.getByRole("button", { name: /^Resident/u }).click();
    await page.waitForURL(/\/my$/u);
    const cookies = await page.context().cookies();
    const session = cookies.find(({ name }) => name === "__Host-resident-panel-session");
    expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: "Lax" });
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "You are signed out" }).waitFor();
    await expectAccessible(page);
    await page.context().addCookies(cookies);
    await page.goto("/my");
    expect(new URL(page.url()).pathname).toBe("/sign-in");
  });

  it("does not work from another site", async () => {
    const answer = await fetch(`${application().url}/api/auth/sign-out`, {
      method: "POST",
      headers: { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" },
      redirect: "manual",
    });
    expect(answer.status).toBe(403);
  });
});

it.each(["/sign-in", `/${panel}/sign-in`, "/staff/sign-in"])("%s passes axe", async (path) => {
  const page = await open();
  await page.goto(path);
  await expectAccessible(page);
});
