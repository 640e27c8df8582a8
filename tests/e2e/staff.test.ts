import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from "@/tests/support/browsing";
import { press } from "./story/resident";
import { figures, makeFocusGroup, pressDemoPerson, vouchForMail } from "./story/staff";

const { open } = useBrowser();
const panel = "customer-voices";
const name = "Customer Voices";
// Nobody else sends mail here: the contact budget of its members is untouched.
const quiet = { panel: "resident-panel", name: "Resident Panel" };
const desktop = { viewport: { width: 1280, height: 900 } } as const;
const narrow = { viewport: { width: 320, height: 800 } } as const;

async function atDesk(
  options: Parameters<typeof open>[0] = desktop,
  role = "Engagement officer",
): Promise<Page> {
  const page = await open(options);
  await pressDemoPerson(page, name, role);
  return page;
}

/** The address behind the first link of a list's first row. */
async function firstOf(page: Page, path: string): Promise<string> {
  await page.goto(path);
  const href = await page.getByRole("row").nth(1).getByRole("link").first().getAttribute("href");
  if (href === null) throw new Error(`${path} lists nothing`);
  return href;
}

/** Every kind of engagement page, with the demo's own people and past. */
async function everyPage(page: Page): Promise<readonly string[]> {
  const base = `/staff/${panel}`;
  const lists = ["", "/members", "/activities", "/surveys", "/mailings"].map((path) => base + path);
  const member = await firstOf(page, `${base}/members`);
  const mailing = await firstOf(page, `${base}/mailings`);
  const survey = await firstOf(page, `${base}/surveys`);
  await page.goto(`${base}/activities`);
  const activity = await page
    .getByRole("link", { name: "Moving in: the first month" })
    .first()
    .getAttribute("href");
  const parts = [
    "",
    "/audience",
    "/audience?area=Edinburgh&tenure=Owner",
    "/preview",
    "/reminder",
    "/attendance",
  ];
  return [
    "/staff",
    ...lists,
    ...[member, survey, mailing, `${survey}?comments=q3`],
    ...parts.map((part) => `${activity}${part}`),
    `${activity}/audience/left-out?reason=consent.refused`,
    `${mailing}/left-out?reason=consent.refused`,
    `${base}/activities/new`,
    `${base}/surveys/new`,
  ];
}

describe("the engagement staff's pages", () => {
  it.each([
    ["320 px", narrow],
    ["a desktop", desktop],
  ])("pass axe and fit %s", async (_, size) => {
    const page = await atDesk(size);
    for (const path of await everyPage(page)) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(200);
      expect(await page.getByRole("heading", { level: 1 }).count(), path).toBe(1);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
  });

  it("are not found for someone without a role on the panel, and for a DPO where work is done", async () => {
    const page = await atDesk(desktop, "Data protection officer");
    for (const path of [
      "/staff/citizens-together",
      `/staff/${panel}/activities/new`,
      `/staff/${panel}/surveys/new`,
    ]) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(404);
    }
  });
});

describe("finding a member", () => {
  it.each([
    ["with JavaScript", true],
    ["without JavaScript", false],
  ])("leaves no name or address in the address bar (%s)", async (_, javaScriptEnabled) => {
    const page = await atDesk({ ...desktop, javaScriptEnabled });
    await page.goto(`/staff/${panel}/members`);
    await page.getByLabel("Find a person").fill(`resident@${panel}.example`);
    await press(page, "Find");
    await page.waitForURL(/search=/u);
    expect(page.url()).not.toMatch(/resident@|resident%40/u);
    await page.getByRole("link", { name: "Whitfield, Robin" }).click();
    await page.getByRole("heading", { level: 1, name: "Robin Whitfield" }).waitFor();
    expect(await page.title()).not.toContain("Robin");
    await page.getByText("Why?").first().click();
    // Whichever answer it is: other journeys write to this person too.
    await page
      .locator("details[open]")
      .getByText(/^Basis: /u)
      .waitFor();
  });

  it("narrows by what was chosen, and pages through without losing it", async () => {
    const page = await atDesk();
    await page.goto(`/staff/${panel}/members`);
    const before = await page.getByRole("row").count();
    // The first area of a panel has far more members than a page shows, whatever the demo's chance brings.
    await page.getByLabel("Area").selectOption("Glasgow North");
    await press(page, "Show");
    await page.waitForURL(/area=Glasgow/u);
    const areas = await page.locator("td[data-label=Area]").allInnerTexts();
    expect(new Set(areas)).toEqual(new Set(["Glasgow North"]));
    expect(before).toBe(51);
    await page.getByRole("link", { name: /Next/u }).click();
    await page.waitForURL(/after=/u);
    expect(new Set(await page.locator("td[data-label=Area]").allInnerTexts())).toEqual(
      new Set(["Glasgow North"]),
    );
  });
});

describe("sending", () => {
  it.each([
    ["with JavaScript", true, "London"],
    ["without JavaScript", false, "North West"],
  ])(
    "sends once, however often the button is pressed, and the books balance (%s)",
    async (_, javaScriptEnabled, area) => {
      const page = await open({ ...desktop, javaScriptEnabled });
      await pressDemoPerson(page, quiet.name, "Engagement officer");
      const title = `Twice pressed ${Date.now()}`;
      await makeFocusGroup(page, quiet.panel, title);
      await page.getByLabel(area).check();
      await press(page, "Count");
      await page.waitForURL(/area=/u);
      const counts = await figures(page, /Members and reasons/u);
      await page.getByText("Write and preview the mail").click();
      await page.getByRole("heading", { level: 1, name: "Check the mail" }).waitFor();
      await page.waitForLoadState();
      await press(page, /^Send to/u);
      await page.getByText("There is a problem").waitFor();
      await vouchForMail(page);
      await page.getByRole("button", { name: `Send to ${counts.get("Will be invited")} people` }).dblclick();
      await page.waitForURL(/\/mailings\/[0-9a-f-]{36}$/u);
      // The page looks again by itself, with JavaScript and without.
      await page.getByRole("heading", { name: /^Sent to/u }).waitFor({ timeout: 60_000 });
      const books = await figures(page, /figures add up/u);
      const toSend = books.get("To be sent") ?? 0;
      const parts = [...books].filter(([where]) => where !== "To be sent").map(([, count]) => count);
      expect(parts.reduce((sum, count) => sum + count, 0)).toBe(toSend);
      expect(toSend).toBe(counts.get("Will be invited"));
      await page.goto(`/staff/${quiet.panel}/mailings`);
      expect(await page.getByRole("row", { name: new RegExp(title, "u") }).count()).toBe(1);
    },
  );
});

it("asks as many as are wanted, drawn at random, and shows the seed", async () => {
  const page = await open({ ...desktop, javaScriptEnabled: false });
  await pressDemoPerson(page, quiet.name, "Engagement officer");
  await makeFocusGroup(page, quiet.panel, `Drawn ${Date.now()}`);
  const sample = page.getByLabel("Ask only so many, drawn at random");
  await sample.fill("none");
  await press(page, "Write and preview the mail");
  await page.getByRole("link", { name: /^Type how many to ask as a whole number/u }).waitFor();
  expect([await sample.inputValue(), await page.getByText("Members and reasons").count()]).toEqual([
    "none",
    0,
  ]);
  expect(await page.title()).toMatch(/^Error: Whom do you want to ask\?/u);
  await sample.fill("3");
  await press(page, "Count");
  await page.waitForURL(/sample=3/u);
  const counts = await figures(page, /Members and reasons/u);
  expect(counts.get("Will be invited")).toBe(3);
  expect(counts.get("May be asked, and is not drawn")).toBeGreaterThan(0);
  const parts = [...counts].filter(([reason]) => reason !== "Matched in all").map(([, count]) => count);
  expect(parts.reduce((sum, count) => sum + count, 0)).toBe(counts.get("Matched in all"));
  await page.getByText("Write and preview the mail").click();
  await page.getByText(/3 people are drawn at random/u).waitFor();
  await vouchForMail(page);
  await press(page, "Send to 3 people");
  await page.getByRole("heading", { name: "Sent to 3 people" }).waitFor({ timeout: 60_000 });
  await page.getByText(/Seed: [0-9a-f-]{36}/u).waitFor();
});

describe("marking attendance", () => {
  it.each([
    ["with JavaScript", true],
    ["without JavaScript", false],
  ])("marks everyone with one press, and says how many changed (%s)", async (_, javaScriptEnabled) => {
    const page = await atDesk({ ...desktop, javaScriptEnabled });
    await page.goto(`/staff/${panel}/activities`);
    await page.getByRole("link", { name: "Green spaces near you" }).first().click();
    await page.goto(`${new URL(page.url()).pathname}/attendance`);
    const first = page
      .getByRole("group")
      .filter({ has: page.getByRole("radio") })
      .first();
    const wasThere = await first.getByRole("radio", { name: "Came", exact: true }).isChecked();
    await first.getByRole("radio", { name: wasThere ? "Did not come" : "Came", exact: true }).check();
    await press(page, "Save attendance");
    await page.getByText("1 person marked").waitFor();
    await page.getByLabel(/Someone else came/u).fill("CV-NOBODY7");
    await press(page, "Save attendance");
    await page.getByRole("link", { name: /Nobody with this reference was invited/u }).waitFor();
    expect(await page.getByLabel(/Someone else came/u).inputValue()).toBe("CV-NOBODY7");
  });
});
