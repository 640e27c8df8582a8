import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from "@/tests/support/browsing";

const { open } = useBrowser();
const panel = "connect";

/** Signs in as the demo's resident, at one press. */
async function signedIn(javaScriptEnabled: boolean): Promise<Page> {
  const page = await open({ javaScriptEnabled });
  await page.goto(`/${panel}/sign-in`);
  await page
    .getByRole("button", { name: /Resident/iu })
    .first()
    .click();
  await page.waitForURL(/\/my$/u);
  return page;
}

const pages = [
  "/my",
  "/my/choices",
  "/my/choices/saved?purpose=research&did=stopped&late=1",
  "/my/pause",
  "/my/pause/done",
  "/my/leave",
  "/my/invitations",
  "/my/details",
  "/my/details/name",
  "/my/details/address",
  "/my/details/phone",
  "/my/details/email",
  "/my/details/about",
  "/my/history",
  "/my/history?all=1",
  "/my/data",
  "/my/requests",
  "/my/requests/ask/erasure",
] as const;

describe("a resident's own pages", () => {
  it("pass axe, and fit a window of 320 px", async () => {
    const page = await signedIn(true);
    for (const path of pages) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(200);
      await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 700 });
      await expectNoSidewaysScroll(page);
      await page.setViewportSize({ width: 390, height: 844 });
    }
  });

  it("are not kept by the browser or anything between", async () => {
    const page = await signedIn(true);
    const answer = await page.goto("/my/data");
    expect(answer?.headers()["cache-control"]).toContain("no-store");
  });

  it("send whoever is not signed in to sign in", async () => {
    const page = await open();
    for (const path of pages) {
      await page.goto(path);
      expect(page.url(), path).toContain("/sign-in");
    }
  });

  it("know nothing of an invitation or survey that is not mine", async () => {
    const page = await signedIn(true);
    const nobodys = "0192b185-f800-7b58-b93c-5e752fa3db84";
    for (const path of [
      `/my/invitations/${nobodys}`,
      `/my/surveys/${nobodys}`,
      "/my/invitations/1",
      "/my/surveys/1",
    ]) {
      expect((await page.goto(path))?.status(), path).toBe(404);
    }
  });
});

/** Counts what someone does on the way: presses of buttons, and fields. */
class Walk {
  presses = 0;
  fields = 0;

  async press(button: Locator): Promise<void> {
    this.presses += 1;
    await button.click();
  }

  async choose(radio: Locator): Promise<void> {
    this.fields += 1;
    await radio.check();
  }
}

async function stopResearch(page: Page): Promise<Walk> {
  const walk = new Walk();
  await page.goto("/my");
  await walk.press(page.locator("#stop-research").getByRole("button"));
  await page.getByRole("heading", { level: 1, name: /We have stopped/u }).waitFor();
  return walk;
}

async function giveResearch(page: Page): Promise<Walk> {
  const walk = new Walk();
  await page.goto("/my/choices");
  const answers = page.locator("#about-research").getByRole("radio", { name: /^Yes/u });
  for (const yes of await answers.all()) await walk.choose(yes);
  await walk.press(page.getByRole("button", { name: "Save my choices" }));
  await page.getByRole("heading", { level: 1, name: /saved|Nothing has changed/iu }).waitFor();
  return walk;
}

/** How often the whole history says so. */
async function timesOnRecord(page: Page, title: string): Promise<number> {
  await page.goto("/my/history?all=1");
  const titles = await page.locator(".timeline-title").allTextContents();
  return titles.filter((each) => each.startsWith(title)).length;
}

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("saying no and yes again, %s", (_case, javaScriptEnabled) => {
  it("I5: a no takes no more steps than a yes, and both are on record at once", async () => {
    const page = await signedIn(javaScriptEnabled);
    await giveResearch(page);
    const [said, objected] = ["You said yes: Surveys and feedback", "You objected: Surveys and feedback"];
    const before = [await timesOnRecord(page, said), await timesOnRecord(page, objected)] as const;
    const no = await stopResearch(page);
    if (javaScriptEnabled) await expectAccessible(page);
    const yes = await giveResearch(page);
    if (javaScriptEnabled) await expectAccessible(page);
    expect(no.presses).toBeLessThanOrEqual(yes.presses);
    expect(no.fields).toBeLessThanOrEqual(yes.fields);
    expect(await timesOnRecord(page, said)).toBeGreaterThan(before[0]);
    expect(await timesOnRecord(page, objected)).toBeGreaterThan(before[1]);
  });

  it("what is chosen in two parts of the page is kept by one press, whichever it is", async () => {
    const page = await signedIn(javaScriptEnabled);
    const answers = () => page.locator("#about-promotion").getByRole("radio", { name: /^No/u });
    await page.goto("/my/choices");
    await answers().first().waitFor();
    for (const no of await answers().all()) await no.check();
    await page
      .locator("#about-research")
      .getByRole("button", { name: /^Stop all of this/u })
      .click();
    await page.getByRole("heading", { level: 1, name: /We have stopped/u }).waitFor();
    await page.goto("/my/choices");
    await answers().first().waitFor();
    for (const no of await answers().all()) expect(await no.isChecked()).toBe(true);
    await giveResearch(page);
  });

  it("Enter on an answer saves what is chosen, and stops nothing", async () => {
    const page = await signedIn(javaScriptEnabled);
    await giveResearch(page);
    await page.goto("/my/choices");
    await page.locator("#about-research").getByRole("radio", { name: /^Yes/u }).first().press("Enter");
    await page.getByRole("heading", { level: 1, name: "Nothing has changed" }).waitFor();
  });

  it("a break without a length says what is missing and keeps what was typed", async () => {
    const page = await signedIn(javaScriptEnabled);
    await page.goto("/my/pause");
    await page.getByRole("textbox", { name: "Day" }).fill("31");
    await page.getByRole("button", { name: "Start my break" }).click();
    await page.getByRole("heading", { name: "There is a problem" }).waitFor();
    if (javaScriptEnabled) await expectAccessible(page);
    expect(await page.getByRole("textbox", { name: "Day" }).inputValue()).toBe("31");
    await page.getByRole("radio", { name: /One month/u }).check();
    await page.getByRole("button", { name: "Start my break" }).click();
    await page.getByRole("heading", { level: 1, name: "Your break has begun" }).waitFor();
    await page.getByRole("button", { name: "End my break now" }).click();
    await page.waitForURL(/\/my$/u);
  });
});

it("withdrawing works with the keyboard alone", async () => {
  const page = await signedIn(true);
  await giveResearch(page);
  await page.goto("/my");
  const stop = page.locator("#stop-research").getByRole("button");
  for (let tabs = 0; tabs < 80; tabs += 1) {
    await page.keyboard.press("Tab");
    if (await stop.evaluate((button) => button === document.activeElement)) break;
  }
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /We have stopped/u }).waitFor();
  await giveResearch(page);
});

describe("the address that mail programs post to", () => {
  it.each(["GET", "HEAD", "POST"])("a forged link: %s is not found", async (method) => {
    const page = await open();
    const url = new URL(
      "/api/unsubscribe/Zm9yZ2Vk.Zm9yZ2Vk",
      page.url() === "about:blank" ? await home(page) : page.url(),
    );
    const body = method === "POST" ? { body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) } : {};
    const answer = await fetch(url, { method, redirect: "manual", ...body });
    expect(answer.status).toBe(404);
    expect(answer.headers.get("set-cookie")).toBeNull();
  });
});

async function home(page: Page): Promise<string> {
  await page.goto("/");
  return page.url();
}
