import type { Page } from "playwright-core";
import { expect } from "vitest";
import { expectAccessible } from "@/tests/support/browsing";
import { expectProblem, press } from "./resident";
import { application } from "@/tests/support/own-application";

/** Signs in as one of the demo's people, at one press. */
export async function pressDemoPerson(page: Page, panelName: string, role: string): Promise<void> {
  await page.goto("/staff/sign-in");
  await page.getByRole("button", { name: new RegExp(`^${role}\\s*, ${panelName}$`, "u") }).click();
  await page.waitForURL(
    ({ pathname }) => /^\/(staff|dpo)\//u.test(pathname) && pathname !== "/staff/sign-in",
  );
  await expectAccessible(page);
}

/** The reference of somebody, by their name, for a data protection officer; the address never says the name. */
export async function findReference(page: Page, panel: string, familyName: string): Promise<string> {
  await page.goto(`/dpo/${panel}/trail`);
  await page.getByLabel("Find somebody by name").fill(familyName);
  await press(page, "Find");
  await page.getByRole("heading", { level: 1, name: "People with this name" }).waitFor();
  expect(page.url()).not.toContain(encodeURIComponent(familyName).slice(0, 6));
  await page.getByRole("link", { name: "Their entries" }).click();
  const { searchParams } = new URL(page.url());
  return searchParams.get("member") ?? "";
}

export async function fillDay(page: Page, day: Date): Promise<void> {
  await page.getByLabel("Day", { exact: true }).fill(String(day.getUTCDate()));
  await page.getByLabel("Month", { exact: true }).fill(String(day.getUTCMonth() + 1));
  await page.getByLabel("Year", { exact: true }).fill(String(day.getUTCFullYear()));
}

export function inDays(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}

/** Makes a focus group, with nothing filled in first. Ends on the audience page. */
export async function makeFocusGroup(page: Page, panel: string, title: string): Promise<void> {
  await page.goto(`/staff/${panel}/activities/new`);
  await press(page, "Save and choose whom to ask");
  await expectProblem(page);
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("What it is about").fill("Ninety minutes. We tell you afterwards what we change.");
  await fillDay(page, inDays(20));
  await page.getByLabel("Starts at").fill("18:00");
  await page.getByLabel("Ends at").fill("19:30");
  await page.getByLabel("Place").fill("Community room, Mill Bank Centre");
  await page.getByLabel(/How many people/u).fill("12");
  await press(page, "Save and choose whom to ask");
  await page.getByRole("heading", { level: 1, name: "Whom do you want to ask?" }).waitFor();
  // After an error, which names itself in the title, the next page keeps its own.
  await expect.poll(() => page.title(), { timeout: 15_000 }).toMatch(/^Whom do you want to ask\?/u);
}

/** Makes a survey of the three question types and publishes it. Ends on the audience page. */
export async function makeSurvey(page: Page, panel: string, title: string): Promise<void> {
  await page.goto(`/staff/${panel}/surveys/new`);
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("What it is about").fill("Three questions, two minutes.");
  await fillDay(page, inDays(14));
  await press(page, "Save and add questions");
  await page.getByRole("link", { name: "Choose one answer" }).click();
  await page.getByLabel("Question", { exact: true }).fill("How was your last repair?");
  await page.getByLabel("Answers to choose from").fill("Good\nNeither\nBad");
  await page.getByRole("checkbox", { name: /People must answer/u }).check();
  await press(page, "Add this question");
  await page.getByRole("link", { name: "Rate from 1 to 5" }).click();
  await page.getByLabel("Question", { exact: true }).fill("How easy was it to report?");
  await page.getByLabel("What 1 means").fill("Hard");
  await page.getByLabel("What 5 means").fill("Easy");
  await press(page, "Add this question");
  await page.getByRole("link", { name: "Answer in their own words" }).click();
  await page.getByLabel("Question", { exact: true }).fill("What would make it better?");
  await press(page, "Add this question");
  await page.getByRole("main").getByText("What would make it better?").first().waitFor();
  await expectAccessible(page);
  await press(page, "Publish and choose whom to ask");
  await page.getByRole("heading", { level: 1, name: "Whom do you want to ask?" }).waitFor();
}

/** The numbers of a table by the first cell of each row. */
export async function figures(page: Page, caption: string | RegExp): Promise<ReadonlyMap<string, number>> {
  const rows = await page.getByRole("table", { name: caption }).getByRole("row").all();
  const read = await Promise.all(
    rows.map(async (row) => {
      const [name = "", count = ""] = await row.locator("th, td").allInnerTexts();
      return [name.trim(), Number(count.replaceAll(",", ""))] as const;
    }),
  );
  return new Map(read.filter(([, count]) => Number.isFinite(count)));
}

/** Says of the mail on this page that it promotes nothing, and vouches for it. */
export async function vouchForMail(page: Page): Promise<void> {
  const answers = [
    [/promote something/u, "No"],
    [/get for taking part/u, /^Nothing/u],
    [/hear this now/u, /has changed or is off$/u],
  ] as const;
  for (const [question, answer] of answers) {
    const group = page.getByRole("group", { name: question });
    if ((await group.count()) > 0) await group.getByRole("radio", { name: answer, exact: true }).check();
  }
  const vouch = page.getByRole("checkbox", { name: /I have read/u });
  if ((await vouch.count()) > 0) await vouch.check();
}

/** From the audience page: the counts add up; then preview and send. Ends when everything is settled. */
export async function sendToAll(page: Page): Promise<void> {
  const counts = await figures(page, /Members and reasons/u);
  const total = counts.get("Matched in all") ?? 0;
  const parts = [...counts].filter(([name]) => name !== "Matched in all");
  expect(
    parts.reduce((sum, [, count]) => sum + count, 0),
    "invited and left out make all",
  ).toBe(total);
  await expectAccessible(page);
  await page.getByRole("main").getByText("Write and preview the mail").first().click();
  await page.getByRole("heading", { level: 1, name: /Check the (mail|reminder)/u }).waitFor();
  await expectAccessible(page);
  await vouchForMail(page);
  await press(page, /^Send to/u);
  await page.waitForURL(/\/mailings\//u);
  await untilSettled(page);
}

/** The page looks again by itself, with JavaScript and without; reloading it as well would race with that. */
async function untilSettled(page: Page): Promise<void> {
  await page.getByRole("heading", { name: /^Sent to/u }).waitFor({ timeout: 60_000 });
  await expectAccessible(page);
}

/** The page that lists who is left out for this reason, from the audience page. */
export async function openLeftOut(page: Page, reason: RegExp): Promise<void> {
  await page.getByRole("row", { name: reason }).getByRole("link").click();
  await page.getByRole("heading", { level: 1, name: "Left out" }).waitFor();
  await expectAccessible(page);
}

/** Turns the pages of a list until it shows this text. */
export async function findInList(page: Page, text: string): Promise<void> {
  while ((await page.getByRole("table").getByText(text).count()) === 0) {
    const more = page.getByRole("link", { name: /^More/u });
    expect(await more.count(), `the list ends without ${text}`).toBeGreaterThan(0);
    await more.first().click();
    await page.waitForLoadState("load");
  }
}

/** The reference of a member, found by name. */
export async function referenceOf(page: Page, panel: string, familyName: string): Promise<string> {
  await page.goto(`/staff/${panel}/members`);
  await page.getByLabel("Find a person").fill(familyName);
  await press(page, "Find");
  const row = page.getByRole("row", { name: new RegExp(familyName, "u") });
  await row.waitFor();
  const reference = /\b[A-Z]{2}-[0-9A-Z]{7}\b/u.exec(await row.innerText())?.[0];
  if (reference === undefined) throw new Error(`No member ${familyName} at ${application().url}`);
  return reference;
}
