import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from "@/tests/support/browsing";
import { linkIn, mailsTo, mailTo } from "@/tests/support/mailbox";
import { newResident, press, type Resident } from "./story/resident";

const { open } = useBrowser();
const panel = "customer-voices";

async function begin(page: Page, slug = panel): Promise<void> {
  await page.goto(`/${slug}/join`);
  await page.getByRole("checkbox", { name: "This is true for me" }).check();
  await press(page, "Start");
  await page.waitForURL(/\/join\/details$/u);
}

async function fillDetails(page: Page, resident: Resident): Promise<void> {
  await page.getByLabel("First name").fill(resident.givenName);
  await page.getByLabel("Last name").fill(resident.familyName);
  await page.getByLabel("E-mail address").fill(resident.email);
  await press(page, "Save and continue");
  await page.waitForURL(/\/join\/choices$/u);
}

async function refuseAll(page: Page): Promise<void> {
  for (const no of await page.getByRole("radio", { name: "No" }).all()) await no.check();
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await press(page, "Save and continue");
  await page.waitForURL(/\/join\/(about-you|equality|check)/u);
}

/** Leaves every optional page alone. */
async function skipQuestions(page: Page): Promise<void> {
  for (const [skipped, next] of [
    ["about-you", /\/join\/(equality|check)/u],
    ["equality", /\/join\/check/u],
  ] as const) {
    if (!page.url().endsWith(skipped)) continue;
    await page.getByRole("link", { name: "Skip these questions" }).click();
    await page.waitForURL(next);
  }
}

/** From the first page to the last, saying no to everything and skipping what may be skipped. */
async function joinRefusingAll(page: Page, resident: Resident, slug = panel): Promise<void> {
  await begin(page, slug);
  await fillDetails(page, resident);
  await refuseAll(page);
  await skipQuestions(page);
  await press(page, /^Send/u);
  await page.getByRole("heading", { name: "Now check your e-mail" }).waitFor();
}

/** What a page says, without the address that was typed. */
async function wordsOf(page: Page, resident: Resident): Promise<string> {
  const words = await page.getByRole("main").innerText();
  return words.replaceAll(/\s+/gu, " ").replaceAll(resident.email, "…");
}

describe.each([
  ["without JavaScript", false],
  ["with JavaScript", true],
])("joining %s", (_, javaScriptEnabled) => {
  it.each(["customer-voices", "citizens-together", "connect", "resident-panel"])(
    "works with every answer a no, on %s",
    async (slug) => {
      const resident = newResident();
      const page = await open({ javaScriptEnabled });
      await joinRefusingAll(page, resident, slug);
      const mail = await mailTo(resident.email);
      await page.goto(linkIn(mail, "/confirm/"));
      await press(page, /^Yes/u);
      await page.getByRole("heading", { name: /You are on the panel|We have your application/u }).waitFor();
      await expectAccessible(page);
      await page.reload();
      await page.getByRole("heading", { name: /You are on the panel|We have your application/u }).waitFor();
    },
  );

  it("keeps the answers across the back button, a reload and a second tab", async () => {
    const resident = newResident();
    const page = await open({ javaScriptEnabled });
    await begin(page);
    await fillDetails(page, resident);
    await page.goBack();
    await page.reload();
    expect(await page.getByLabel("E-mail address").inputValue()).toBe(resident.email);
    const second = await page.context().newPage();
    await second.goto(`/${panel}/join/details`);
    expect(await second.getByLabel("First name").inputValue()).toBe(resident.givenName);
    await second.getByLabel("First name").fill("Second");
    await press(second, "Save and continue");
    await second.waitForURL(/\/join\/choices$/u);
    await page.goto(`/${panel}/join/details`);
    expect(await page.getByLabel("First name").inputValue()).toBe("Second");
  });

  it("leads back to the answers when one of them is changed", async () => {
    const resident = newResident();
    const page = await open({ javaScriptEnabled });
    await begin(page);
    await fillDetails(page, resident);
    await refuseAll(page);
    await skipQuestions(page);
    await page.getByRole("link", { name: "Change name" }).click();
    await page.getByLabel("First name").fill("Changed");
    await press(page, "Save and continue");
    await page.waitForURL(/\/join\/check/u);
    await page.getByText(`Changed ${resident.familyName}`).waitFor();
  });

  it("changes nothing when the link is opened, and says that a link which was cut off is not complete", async () => {
    const resident = newResident();
    const page = await open({ javaScriptEnabled });
    await joinRefusingAll(page, resident);
    const link = linkIn(await mailTo(resident.email), "/confirm/");
    for (let scan = 0; scan < 3; scan += 1) await fetch(link);
    await page.goto(link);
    await page.getByRole("button", { name: "Yes, I want to join" }).waitFor();
    await page.goto(link.slice(0, -9));
    await page.getByRole("heading", { name: "This link is not complete" }).waitFor();
    expect(await page.getByRole("main").innerText()).toContain("nothing is lost");
    await expectAccessible(page);
    await page.goto(link);
    await press(page, "Yes, I want to join");
    await page.getByRole("heading", { name: "You are on the panel" }).waitFor();
  });
});

describe("an address that is already on the panel", () => {
  it("gets the same page and another mail", async () => {
    const page = await open({ javaScriptEnabled: false });
    const known = { givenName: "Robin", familyName: "Whitfield", email: `resident@${panel}.example` };
    const stranger = { ...known, email: `${randomUUID()}@residents.example` };
    await joinRefusingAll(page, known);
    const forKnown = await wordsOf(page, known);
    const other = await open({ javaScriptEnabled: false });
    await joinRefusingAll(other, stranger);
    expect(await wordsOf(other, stranger)).toBe(forKnown);
    await mailTo(known.email, ({ subject }) => subject.includes("already a member"));
    await mailTo(stranger.email, ({ subject }) => subject.startsWith("Confirm"));
  });
});

describe("a wrong address", () => {
  it("can be put right, and only the newer mail counts", async () => {
    const wrong = newResident();
    const right = newResident();
    const page = await open({ javaScriptEnabled: false });
    await joinRefusingAll(page, wrong);
    const old = linkIn(await mailTo(wrong.email), "/confirm/");
    await press(page, "Change my address");
    await page.getByLabel("E-mail address").fill(right.email);
    await press(page, "Save and continue");
    await page.waitForURL(/\/join\/check/u);
    await page.goto(old);
    await page.getByRole("heading", { name: "This link has ended" }).waitFor();
    await page.goto(`/${panel}/join/check`);
    await press(page, /^Send/u);
    await page.getByRole("heading", { name: "Now check your e-mail" }).waitFor();
    await page.goto(linkIn(await mailTo(right.email), "/confirm/"));
    await press(page, /^Yes/u);
    await page.getByRole("heading", { name: "You are on the panel" }).waitFor();
    expect(await mailsTo(wrong.email)).toHaveLength(1);
  });
});

describe("joining by keyboard alone", () => {
  async function tabTo(page: Page, name: RegExp): Promise<void> {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        const label = element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? "") : "";
        return `${label} ${element?.textContent ?? ""}`.trim();
      });
      if (name.test(focused)) return;
    }
    throw new Error(`The keyboard does not reach ${name}`);
  }

  it("reaches and does everything", async () => {
    const resident = newResident();
    const page = await open();
    await page.goto(`/${panel}/join`);
    await tabTo(page, /^This is true for me/u);
    await page.keyboard.press("Space");
    await tabTo(page, /^Start$/u);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/details$/u);
    for (const [label, text] of [
      [/^First name/u, resident.givenName],
      [/^Last name/u, resident.familyName],
      [/^E-mail address/u, resident.email],
    ] as const) {
      await tabTo(page, label);
      await page.keyboard.type(text);
    }
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/choices$/u);
    const questions = await page.getByRole("radio", { name: "No" }).count();
    for (let question = 0; question < questions; question += 1) {
      await tabTo(page, /^Yes/u);
      await page.keyboard.press("ArrowRight");
    }
    expect(await page.getByRole("radio", { name: "No", checked: true }).count()).toBe(questions);
    await tabTo(page, /^Save and continue/u);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/about-you$/u);
    await tabTo(page, /^Skip these questions/u);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/check$/u);
    await tabTo(page, /^Send and join/u);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Now check your e-mail" }).waitFor();
  });
});

describe("the public pages", () => {
  it.each([
    "",
    `/${panel}`,
    `/${panel}/privacy`,
    `/${panel}/privacy/1`,
    `/${panel}/contact`,
    `/${panel}/accessibility`,
  ])("%s/ reads well at 320 px and passes axe", async (path) => {
    const page = await open({ viewport: { width: 320, height: 640 } });
    await page.goto(path === "" ? "/" : path);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  it("has no version of the notice that was never published", async () => {
    const page = await open();
    const answer = await page.goto(`/${panel}/privacy/99`);
    expect(answer?.status()).toBe(404);
  });
});
