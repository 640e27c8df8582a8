import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, phone, useBrowser } from "@/tests/support/browsing";
import { dayFromToday } from "@/tests/support/day";
import { confirm, join, newResident, press, signIn } from "./story/resident";
import { pressDemoPerson } from "./story/staff";

const { open } = useBrowser();
const panel = "citizens-together";
const name = "Citizens Together";
const base = `/dpo/${panel}`;
const desktop = { viewport: { width: 1280, height: 900 } } as const;
const narrow = { viewport: { width: 320, height: 800 } } as const;
const ways = [
  ["with JavaScript", true],
  ["without JavaScript", false],
] as const;

async function atDpo(options: Parameters<typeof open>[0] = desktop, role = "Data protection officer") {
  const page = await open(options);
  await pressDemoPerson(page, name, role);
  return page;
}

/** The page answers, has one heading, fits and passes axe. */
async function expectGood(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(200);
  expect(await page.getByRole("heading", { level: 1 }).count(), path).toBe(1);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

describe("the public notice", () => {
  const formats = ["", "/1", "/1/easy-read", "/1/large-print"];

  it.each([
    ["320 px", narrow],
    ["390 px", phone],
    ["a desktop", desktop],
  ])("in every format passes axe and fits %s", async (_, size) => {
    const page = await open(size);
    for (const format of formats) await expectGood(page, `/${panel}/privacy${format}`);
  });

  it("is switched to Easy Read and large print by plain links, without JavaScript", async () => {
    const page = await open({ ...phone, javaScriptEnabled: false });
    await page.goto(`/${panel}/privacy`);
    await page.getByRole("link", { name: "Easy Read" }).click();
    // Whichever version is in force: another journey may have put a newer one there.
    await page.waitForURL(/\/privacy\/\d+\/easy-read$/u);
    await page.getByRole("heading", { level: 2, name: "Can I say stop?" }).waitFor();
    await page.getByRole("link", { name: "Large print" }).click();
    await page.waitForURL(/\/privacy\/\d+\/large-print$/u);
    const size = await page
      .locator(".notice-text p")
      .first()
      .evaluate((words) => getComputedStyle(words).fontSize);
    expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(24);
  });

  it("says its fingerprint and its own address, and what is no version or format is not found", async () => {
    const page = await open(phone);
    await page.goto(`/${panel}/privacy/1/easy-read`);
    expect(await page.locator(".notice-proof code").innerText()).toMatch(/^[0-9a-f]{64}$/u);
    await page.getByRole("link", { name: `/${panel}/privacy/1/easy-read` }).waitFor();
    for (const path of ["/999", "/0", "/x", "/1/en", "/1/xx-easy", "/1/zz"]) {
      const answer = await page.goto(`/${panel}/privacy${path}`);
      expect(answer?.status(), path).toBe(404);
    }
  });
});

describe("the data protection officer's pages", () => {
  it.each([
    ["320 px", narrow],
    ["a desktop", desktop],
  ])("of notices, record and assessments pass axe and fit %s", async (_, size) => {
    const page = await atDpo(size);
    const paths = ["", "/notices", "/notices/1", "/notices/1/cy", "/notices/shown?version=1&how=join"];
    const others = ["/notices/not-shown", "/record", "/accountability", "/accountability/lia-research"];
    for (const path of [...paths, ...others, "/accountability/lia-research/review"])
      await expectGood(page, `${base}${path}`);
  });
});

/** Fills every part with the same words, so that each element is there. */
async function translate(page: Page, heading: string, words: string): Promise<void> {
  for (const field of await page.locator('input[name^="heading-"]').all()) await field.fill(heading);
  for (const field of await page.locator('textarea[name^="words-"]').all()) await field.fill(words);
}

describe("a translation", () => {
  it.each([
    ["with JavaScript", true, "ur", "Urdu", "rtl"],
    ["without JavaScript", false, "cy", "Welsh", "ltr"],
  ] as const)(
    "is written, refused while it lacks a part, published and read (%s)",
    async (_, javaScriptEnabled, tag, language, direction) => {
      const page = await atDpo({ ...desktop, javaScriptEnabled });
      await page.goto(`${base}/notices/1`);
      await press(page, "Go on to write it");
      await page.getByRole("link", { name: "Choose a language" }).waitFor();
      await expectAccessible(page);
      await page.getByLabel("Language", { exact: true }).selectOption(tag);
      await page.getByLabel("Standard", { exact: true }).check();
      await press(page, "Go on to write it");
      await page.getByRole("heading", { level: 1, name: language }).waitFor();
      await page.getByLabel("Title of the page").fill("Teitl prawf");
      await page.locator('input[name="heading-why"]').fill("Pam");
      await press(page, "Save and look at it");
      await page.getByRole("link", { name: /Write the words of this part/u }).waitFor();
      expect(await page.getByLabel("Title of the page").inputValue()).toBe("Teitl prawf");
      await expectAccessible(page);
      await translate(page, "Pennawd", "Geiriau.\n\n- Un\n- Dau");
      await page.locator('input[name="heading-regulator"]').fill("");
      await page.locator('textarea[name="words-regulator"]').fill("");
      await press(page, "Save and look at it");
      await page.getByText("It lacks 1 thing that the law asks for").waitFor();
      expect(await page.getByRole("button", { name: "Publish it" }).count()).toBe(0);
      await expectAccessible(page);
      await page.getByRole("link", { name: "Go on writing" }).first().click();
      await page.locator('input[name="heading-regulator"]').fill("Rheoleiddiwr");
      await page.locator('textarea[name="words-regulator"]').fill("ICO.");
      await press(page, "Save and look at it");
      await press(page, "Publish it");
      await page.getByText(`${language} is published`).waitFor();
      await page.goto(`/${panel}/privacy/1/${tag}`);
      await page.getByRole("heading", { level: 1, name: "Teitl prawf" }).waitFor();
      const text = page.locator("article.notice-text");
      expect([await text.getAttribute("lang"), await text.getAttribute("dir")]).toEqual([tag, direction]);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    },
  );
});

describe("taking out the list of who was shown it", () => {
  it.each(ways)("asks why, records it, and gives the file (%s)", async (_, javaScriptEnabled) => {
    const page = await atDpo({ ...desktop, javaScriptEnabled });
    await page.goto(`${base}/notices/shown?version=1`);
    await press(page, "Record it and go to the file");
    await page.getByRole("link", { name: "Choose why you need it" }).waitFor();
    await expectAccessible(page);
    await page.getByLabel("Why do you need it?").selectOption("audit");
    await press(page, "Record it and go to the file");
    await page.getByRole("heading", { level: 1, name: "The file is ready" }).waitFor();
    await expectAccessible(page);
    const href = await page.getByRole("link", { name: "Download the CSV" }).getAttribute("href");
    const file = await page.request.get(href ?? "");
    expect(file.headers()["content-disposition"]).toMatch(/^attachment; filename="notice-shown-/u);
    const [head = "", first = ""] = (await file.text()).split("\r\n");
    expect(head.replace("\ufeff", "")).toBe("Member,Version,Language,Format,How,Shown at");
    expect(first).toMatch(/^[A-Z]+-\w+,1,en,standard,/u);
    await page.getByRole("link", { name: /^entry \d/u }).click();
    await page.getByText("List exported").first().waitFor();
  });
});

describe("the record of processing activities", () => {
  it("comes as CSV and PDF, to save and not to open", async () => {
    const page = await atDpo();
    await page.goto(`${base}/record`);
    for (const [link, type, begins] of [
      ["Download as CSV", "text/csv; charset=utf-8", "\ufeffController,"],
      ["Download as PDF", "application/pdf", "%PDF-"],
    ] as const) {
      const href = await page.getByRole("link", { name: link }).getAttribute("href");
      const file = await page.request.get(href ?? "");
      expect(file.headers()["content-type"]).toBe(type);
      expect(file.headers()["content-disposition"]).toMatch(/^attachment; filename="processing-record-/u);
      expect((await file.body()).toString("utf8").startsWith(begins)).toBe(true);
    }
  });
});

async function fillDay(page: Page, field: string, day: string): Promise<void> {
  const [year = "", month = "", date = ""] = day.split("-");
  await page.locator(`input[name="${field}-day"]`).fill(date);
  await page.locator(`input[name="${field}-month"]`).fill(month);
  await page.locator(`input[name="${field}-year"]`).fill(year);
}

/** Records a review of the assessment behind the panel's news, approved and due so many days from today. */
async function reviewPromotion(page: Page, approved: number, due: number): Promise<void> {
  await page.goto(`${base}/accountability/lia-promotion/review`);
  await page.getByLabel("Purpose", { exact: true }).fill("To tell residents of the panel.");
  await page.getByLabel("Necessity").fill("Nothing less reaches them.");
  await page.getByLabel("Balance").fill("They can say no at any time.");
  await fillDay(page, "approvedOn", dayFromToday(approved));
  await fillDay(page, "reviewOn", dayFromToday(due));
  await press(page, "Record the review");
  await page.getByText("The review is recorded").waitFor();
}

describe("an overdue assessment", () => {
  it("is on the officer's first page and pauses what rests on it, as the member reads, until it is reviewed", async () => {
    const [resident, resting] = [newResident(), /checking whether we should still send this/u];
    const member = await open();
    await join(member, panel, resident);
    await confirm(member, resident);
    await signIn(member, panel, resident);
    await member.goto("/my/why");
    expect(await member.getByText(resting).count()).toBe(0);
    const page = await atDpo();
    const banner = page.getByRole("region", { name: /overdue/iu });
    await reviewPromotion(page, -9, -2);
    try {
      await page.goto(base);
      await banner.getByRole("link", { name: /news of the panel|promotion/iu }).waitFor();
      await expectAccessible(page);
      await page.goto(`${base}/accountability`);
      await page
        .getByRole("row", { name: /Overdue/u })
        .getByText("Paused until it is reviewed")
        .waitFor();
      await member.goto("/my/why");
      await member.getByText(resting).first().waitFor();
      await expectAccessible(member);
      await expectNoSidewaysScroll(member);
    } finally {
      await reviewPromotion(page, -1, 365);
    }
    await page.goto(base);
    expect(await banner.count()).toBe(0);
    await member.goto("/my/why");
    expect(await member.getByText(resting).count()).toBe(0);
  });
});

describe("the review of an assessment", () => {
  it.each(ways)("keeps what was typed after an error, and is recorded (%s)", async (_, javaScriptEnabled) => {
    const page = await atDpo({ ...desktop, javaScriptEnabled });
    const approved = dayFromToday(-1);
    await page.goto(`${base}/accountability/lia-promotion/review`);
    await page.getByLabel("Balance").fill("They can say no at any time.");
    await press(page, "Record the review");
    await page.getByRole("link", { name: /Enter the day it was approved/u }).waitFor();
    await expectAccessible(page);
    expect(await page.getByLabel("Balance").inputValue()).toBe("They can say no at any time.");
    await page.getByLabel("Purpose", { exact: true }).fill("To tell residents of the panel.");
    await page.getByLabel("Necessity").fill("Nothing less reaches them.");
    await fillDay(page, "approvedOn", approved);
    await fillDay(page, "reviewOn", dayFromToday(364));
    await press(page, "Record the review");
    await page.getByText("The review is recorded").waitFor();
    await page.getByText("They can say no at any time.").first().waitFor();
    await page
      .getByRole("link", { name: /^Review \d+$/u })
      .first()
      .click();
    const day = new Date(approved).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
    await page.getByText(`Approved on ${day}`).waitFor();
    await expectAccessible(page);
  });
});
