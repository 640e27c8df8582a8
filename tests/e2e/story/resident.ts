import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { expectAccessible, expectNoSidewaysScroll } from "@/tests/support/browsing";
import { linkIn, mailTo } from "@/tests/support/mailbox";
import { until } from "@/tests/support/until";

/** A resident who has never been here. */
export type Resident = { readonly givenName: string; readonly familyName: string; readonly email: string };

export function newResident(): Resident {
  const mark = randomUUID().slice(0, 8);
  return { givenName: "Nasreen", familyName: `Storey ${mark}`, email: `nasreen.${mark}@residents.example` };
}

export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("main").getByRole("button", { name }).first().click();
}

async function expectHeading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** The page says what is wrong, in its title too, and still passes axe. */
export async function expectProblem(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "There is a problem" }).waitFor();
  await until("its title says so", async () => /^Error: (?!Error)/u.test(await page.title()));
  await expectAccessible(page);
}

/** Joins from the first page to the last, making each mistake once. Says yes to what is asked about e-mail. */
export async function join(page: Page, panel: string, resident: Resident): Promise<void> {
  await page.goto(`/${panel}/join`);
  await press(page, /start|join|apply/iu);
  await expectProblem(page);
  await page.getByRole("checkbox").first().check();
  await press(page, /start|join|apply/iu);
  await expectHeading(page, "Your details");
  await press(page, "Save and continue");
  await expectProblem(page);
  await page.getByLabel("First name").fill(resident.givenName);
  await page.getByLabel("Last name").fill(resident.familyName);
  await page.getByLabel("E-mail address").fill(resident.email);
  await press(page, "Save and continue");
  await choose(page);
  await expectHeading(page, "A little about you");
  await press(page, "Save and continue");
  if (page.url().endsWith("/equality")) await press(page, /Save and continue|Skip/u);
  await expectHeading(page, "Check your answers");
  expect(await page.getByRole("main").innerText()).toContain(resident.email);
  await press(page, /^Send/u);
  await expectHeading(page, "Now check your e-mail");
}

async function choose(page: Page): Promise<void> {
  await page.waitForURL(/\/join\/choices$/u);
  await expectAccessible(page);
  expect(await page.locator("input:checked").count(), "nothing is ticked for the resident").toBe(0);
  const questions = page.getByRole("radio", { name: "Yes" });
  if ((await questions.count()) > 0) {
    await press(page, "Save and continue");
    await expectProblem(page);
    for (const yes of await questions.all()) await yes.check();
  }
  await press(page, "Save and continue");
}

/** Joins with a yes to everything that is asked, straight through: for a story that begins with a member. */
export async function joinAgreeing(page: Page, panel: string, resident: Resident): Promise<void> {
  await page.goto(`/${panel}/join`);
  await page.getByRole("checkbox").first().check();
  await press(page, "Start");
  await page.getByLabel("First name").fill(resident.givenName);
  await page.getByLabel("Last name").fill(resident.familyName);
  await page.getByLabel("E-mail address").fill(resident.email);
  await press(page, "Save and continue");
  await page.waitForURL(/\/join\/choices$/u);
  for (const yes of await page.getByRole("radio", { name: "Yes" }).all()) await yes.check();
  await press(page, "Save and continue");
  await page.waitForURL(/\/join\/about-you/u);
  await page.getByRole("link", { name: "Skip these questions" }).click();
  await page.waitForURL(/\/join\/check/u);
  await press(page, /^Send/u);
  await page.getByRole("heading", { name: "Now check your e-mail" }).waitFor();
}

/** Opens the link of the confirming mail, which changes nothing, and presses. */
export async function confirm(page: Page, resident: Resident): Promise<void> {
  const mail = await mailTo(resident.email, ({ subject }) => subject.startsWith("Confirm"));
  await page.goto(linkIn(mail, "/confirm/"));
  await expectAccessible(page);
  await press(page, /.+/u);
  await page
    .getByRole("heading", { level: 1, name: /You are (now )?(on|in|a member)|joined|Welcome|Thank you/iu })
    .waitFor();
  await expectAccessible(page);
}

/** Signs in with the code of the mail, after a wrong one. */
export async function signIn(page: Page, panel: string, resident: Resident): Promise<void> {
  await page.goto(`/${panel}/sign-in`);
  await page.getByLabel("Your e-mail address").fill(resident.email);
  await press(page, "Send me a code");
  await expectHeading(page, "Check your e-mail");
  await page.getByLabel("Your code").fill("0000 0000");
  await press(page, "Sign in");
  await page.getByText("There is a problem").waitFor();
  await expectAccessible(page);
  const mail = await mailTo(resident.email, ({ subject }) => subject.includes("sign-in code"));
  const code = /\b\d{4} ?\d{4}\b/u.exec(mail.text)?.[0];
  if (code === undefined) throw new Error("The mail has no code.");
  await page.getByLabel("Your code").fill(code);
  await press(page, "Sign in");
  await page.waitForURL(/\/my$/u);
  await expectHeading(page, new RegExp(resident.givenName, "u"));
}

/** Says yes to a focus group and what would help, by the link of the mail, without signing in. */
export async function acceptInvitation(page: Page, resident: Resident, title: string): Promise<void> {
  const mail = await mailTo(resident.email, ({ subject }) => subject.includes(title));
  await page.goto(linkIn(mail, "/invitation/"));
  await expectAccessible(page);
  await page.getByLabel(/What would help you take part/u).fill("Large print, please.");
  await page.getByRole("checkbox", { name: /^I agree/u }).check();
  await press(page, /^Yes/u);
  await page
    .getByText(/^You are coming/u)
    .first()
    .waitFor();
  await expectAccessible(page);
}

/** Answers a survey by the link of the mail: a required question left out first. */
export async function answerSurvey(page: Page, resident: Resident, title: string): Promise<void> {
  const mail = await mailTo(resident.email, ({ subject }) => subject.includes(title));
  await page.goto(linkIn(mail, "/invitation/"));
  await press(page, "Send my answers");
  await expectProblem(page);
  await page.getByRole("radio", { name: "Good", exact: true }).check();
  await page.getByRole("radio", { name: /^4\b/u }).check();
  await page.getByRole("textbox").first().fill("Ring before you come.");
  await press(page, "Send my answers");
  await expectHeading(page, "Thank you");
}

/** The address in the List-Unsubscribe header of a mail. */
async function oneClickUrl(resident: Resident, title: string): Promise<string> {
  const mail = await mailTo(resident.email, ({ subject }) => subject.includes(title));
  const header = mail.headers.find(({ name }) => name.toLowerCase() === "list-unsubscribe")?.value ?? "";
  const url = /<(http[^>]+)>/u.exec(header)?.[1];
  if (url === undefined) throw new Error("The mail has no List-Unsubscribe link.");
  return url;
}

/** The mail program's own "unsubscribe": one POST, without page or sign-in (RFC 8058). Opening the link does nothing. */
export async function unsubscribeInOneClick(resident: Resident, title: string): Promise<void> {
  const url = await oneClickUrl(resident, title);
  expect((await fetch(url, { redirect: "manual" })).status).toBeLessThan(400);
  const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
  expect((await fetch(url, { method: "POST", body })).status).toBe(200);
  expect((await fetch(url, { method: "POST", body })).status, "pressing twice is the same").toBe(200);
}

/** The stop link of a mail, on its page: one press stops, and one press on the page after it starts the same mails again. */
export async function stopAndStartAgain(page: Page, resident: Resident, title: string): Promise<void> {
  const token = (await oneClickUrl(resident, title)).split("/").at(-1) ?? "";
  await page.goto(`/preferences/${token}`);
  await press(page, "Stop these e-mails");
  await expectHeading(page, /^We have stopped e-mails about/u);
  await press(page, "Yes, send me these e-mails again");
  await page.getByRole("heading", { level: 1, name: /^You get e-mails about .+ again$/u }).waitFor();
}
