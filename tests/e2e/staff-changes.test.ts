import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, phone, useBrowser } from "@/tests/support/browsing";
import { holdMembers } from "@/tests/support/held-members";
import { linkIn, mailTo } from "@/tests/support/mailbox";
import { expectProblem, press } from "./story/resident";
import { figures, makeFocusGroup, pressDemoPerson, vouchForMail } from "./story/staff";

const { open } = useBrowser();
// Nobody else sends mail to these areas of this panel.
const panel = "resident-panel";
const desktop = { viewport: { width: 1280, height: 900 } } as const;
const robin = `resident@${panel}.example`;
const bothWays = [
  ["with JavaScript", true],
  ["without JavaScript", false],
] as const;

async function atDesk(javaScriptEnabled: boolean): Promise<Page> {
  const page = await open({ ...desktop, javaScriptEnabled });
  await pressDemoPerson(page, "Resident Panel", "Engagement officer");
  return page;
}

async function heading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await expectAccessible(page);
  await page.setViewportSize({ width: phone.viewport.width, height: 900 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(desktop.viewport);
}

/** From the audience page: asks those in one area. Ends on the page of the mailing; gives back its activity's id. */
async function askArea(page: Page, area: string): Promise<string> {
  const activity = /activities\/([\da-f-]{36})/u.exec(page.url())?.[1] ?? "";
  await page.getByLabel(area, { exact: true }).check();
  await press(page, "Count");
  await page.waitForURL(/area=/u);
  await page.getByText("Write and preview the mail").click();
  await heading(page, "Check the mail");
  await vouchForMail(page);
  await press(page, /^Send to/u);
  await page.waitForURL(/\/mailings\/[\da-f-]{36}$/u);
  return activity;
}

const sent = (page: Page) => page.getByRole("heading", { name: /^Sent to/u }).waitFor({ timeout: 60_000 });

/** Where Robin lives, by the page that staff see. */
async function areaOfRobin(page: Page): Promise<string> {
  await page.goto(`/staff/${panel}/members`);
  await page.getByLabel("Find a person").fill(robin);
  await press(page, "Find");
  const row = page.getByRole("row", { name: /Whitfield, Robin/u });
  await row.waitFor();
  return row.locator("td[data-label=Area]").innerText();
}

describe("a mailing on its way", () => {
  it.each([
    [...bothWays[0], "North East"],
    [...bothWays[1], "East of England"],
  ] as const)("is paused, let go on, and stopped for good (%s)", async (_, javaScriptEnabled, area) => {
    const page = await atDesk(javaScriptEnabled);
    await makeFocusGroup(page, panel, `Stopped ${Date.now()}`);
    const letGo = await holdMembers(panel, area);
    try {
      const activity = await askArea(page, area);
      const mailing = new URL(page.url()).pathname;
      await page.getByText(/0 of \d+ done/u).waitFor();
      await press(page, "Pause sending");
      await page.getByText("Sending is paused").waitFor();
      await expectAccessible(page);
      await press(page, "Go on sending");
      await page.getByRole("button", { name: "Pause sending" }).waitFor();
      await page.goto(`${mailing}/stop`);
      await heading(page, "Stop this mailing for good?");
      await press(page, "Stop for good");
      await page.getByText("This mailing was stopped for good").waitFor();
      await page.getByRole("row", { name: /you stopped it/u }).waitFor();
      await expectAccessible(page);
      const books = await figures(page, /figures add up/u);
      expect(books.get("Not sent: you stopped it")).toBe(books.get("To be sent"));
      await page.goto(`/staff/${panel}/activities/${activity}`);
      await page.getByText("Nobody has been asked yet.").waitFor();
      await page.goto(`${mailing}/stop`);
      expect(new URL(page.url()).pathname, "there is nothing to stop any more").toBe(mailing);
    } finally {
      await letGo();
    }
  });
});

describe("a focus group that people have said yes to", () => {
  it.each(bothWays)(
    "is moved, they are told; is cancelled, they are told why (%s)",
    async (_, javaScriptEnabled) => {
      const page = await atDesk(javaScriptEnabled);
      const area = await areaOfRobin(page);
      const title = `Moved ${Date.now()}`;
      await makeFocusGroup(page, panel, title);
      const activity = await askArea(page, area);
      const home = `/staff/${panel}/activities/${activity}`;
      await sent(page);
      const resident = await open({ javaScriptEnabled });
      const asked = await mailTo(robin, ({ subject }) => subject.includes(title));
      await resident.goto(linkIn(asked, "/invitation/"));
      await press(resident, /^Yes/u);
      await resident
        .getByText(/^You are coming/u)
        .first()
        .waitFor();

      const otherTab = await page.context().newPage();
      await otherTab.goto(`${home}/edit`);
      await page.goto(`${home}/edit`);
      await heading(page, "Change the details");
      await page.getByLabel("Title").fill("");
      await press(page, "Save the changes");
      await expectProblem(page);
      await page.getByLabel("Title").fill(title);
      await page.getByLabel("Place").fill("Town hall, first floor");
      await press(page, "Save the changes");
      await heading(page, "Tell those who are coming");
      await otherTab.getByLabel("Place").fill("Somewhere else");
      await press(otherTab, "Save the changes");
      await otherTab
        .getByText(/Somebody changed this after you opened the page/u)
        .first()
        .waitFor();
      expect(await otherTab.getByLabel("Place").inputValue()).toBe("Somewhere else");
      await otherTab.close();

      await page.goto(`/staff/${panel}`);
      const task = page.getByRole("listitem").filter({ hasText: title });
      await task.getByRole("link", { name: /^Tell (?:one|1) person who said yes/u }).click();
      await vouchForMail(page);
      await press(page, /^Send to/u);
      await sent(page);
      const news = await mailTo(robin, ({ subject }) => subject === `A change: “${title}”`);
      expect(news.text).toContain("Town hall, first floor");
      await page.goto(home);
      expect(await page.getByText(/not know the new details/u).count()).toBe(0);

      await page.goto(`${home}/close`);
      await heading(page, "Close early?");
      await press(page, "Close it now");
      await page.getByText(/Closed early on/u).waitFor();
      await expectAccessible(page);
      await press(page, "Open it again");
      await page.getByRole("link", { name: "Close early" }).waitFor();

      await page.getByRole("link", { name: "Cancel it" }).click();
      await heading(page, "Cancel it?");
      await press(page, "See what they are told");
      await expectProblem(page);
      await page.getByLabel("Why is it cancelled?").fill("The hall has flooded.");
      await press(page, "See what they are told");
      await heading(page, "Check and cancel");
      await page.getByText("As plain text").click();
      await page
        .getByText(/The hall has flooded/u)
        .first()
        .waitFor();
      await vouchForMail(page);
      await press(page, "Cancel it now");
      await page.waitForURL(/\/mailings\//u);
      await sent(page);
      const off = await mailTo(robin, ({ subject }) => subject === `Cancelled: “${title}”`);
      expect(off.text).toContain("The hall has flooded.");
      await page.goto(home);
      await page.getByText(/Cancelled on/u).waitFor();
      await expectAccessible(page);
      await resident.goto(linkIn(news, "/invitation/"));
      await resident.getByText(/This has been cancelled/u).waitFor();
      await resident.getByText("The hall has flooded.").waitFor();
      expect(await resident.getByRole("button", { name: /^Yes/u }).count()).toBe(0);
      await expectAccessible(resident);
    },
  );
});

describe("an address of another panel", () => {
  it("is not found, whatever stands behind it", async () => {
    const page = await atDesk(true);
    await page.goto(`/staff/${panel}/mailings`);
    const mailing = await page.getByRole("row").nth(1).getByRole("link").getAttribute("href");
    await page.goto(`/staff/${panel}/activities`);
    const activity = await page.getByRole("row").nth(1).getByRole("link").getAttribute("href");
    const other = await open(desktop);
    await pressDemoPerson(other, "Customer Voices", "Engagement officer");
    const foreign = [mailing, activity].map((path) => (path ?? "").replace(panel, "customer-voices"));
    const [foreignMailing = "", foreignActivity = ""] = foreign;
    const unknown = "/staff/customer-voices/mailings/00000000-0000-4000-8000-000000000000";
    const paths = [
      ...[foreignMailing, unknown].flatMap((path) => [
        path,
        `${path}/left-out?reason=member.left`,
        `${path}/stop`,
      ]),
      foreignActivity,
      ...[
        "edit",
        "close",
        "cancel",
        "cancel/check",
        "tell",
        "audience",
        "preview",
        "reminder",
        "attendance",
      ].map((part) => `${foreignActivity}/${part}`),
      `${foreignActivity}/audience/left-out?reason=member.left`,
      `${foreignActivity}/preview/mail-frame`,
      foreignActivity.replace("activities", "surveys"),
      `${foreignActivity.replace("activities", "surveys")}/questions`,
      `${foreignActivity.replace("activities", "surveys")}/questions/rating`,
    ];
    for (const path of paths) expect((await other.goto(path))?.status(), path).toBe(404);
  });
});
