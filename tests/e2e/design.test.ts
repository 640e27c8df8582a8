import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from "@/tests/support/browsing";

const { open } = useBrowser();

const names = ["forms", "choices", "content", "figures", "evidence"];
const sheets = ["/design", ...names.map((name) => `/design/${name}`)];
const looks = [
  "/design?density=dense",
  "/design/figures?density=dense",
  "/design?accent=ffdd00",
  "/design/choices?accent=000000",
];
const frames = ["public", "done", "member", "staff", "dpo"].map((area) => `/design/frame/${area}`);
const narrow = { viewport: { width: 320, height: 700 } };
const desktop = { viewport: { width: 1280, height: 900 } };

async function openAt(path: string, options: Parameters<typeof open>[0]): Promise<Page> {
  const page = await open(options);
  await page.goto(path);
  return page;
}

describe("every component in every state", () => {
  it.each([...sheets, ...looks, ...frames])("%s passes axe and fits 320 px", async (path) => {
    const page = await openAt(path, narrow);
    expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  it.each([...sheets, ...frames])("%s passes axe on a desktop", async (path) => {
    await expectAccessible(await openAt(path, desktop));
  });

  it("reads the same without JavaScript", async () => {
    const page = await openAt("/design/choices", { ...desktop, javaScriptEnabled: false });
    expect(await page.getByText("There is a problem").count()).toBe(2);
    await expectNoSidewaysScroll(page);
  });

  it.each(sheets)("gives every control at least 44 px to press: %s", async (path) => {
    const page = await openAt(path, narrow);
    const small = await page
      .locator("main :is(button, .button, select, textarea, .input, .choice, .scale-step, summary)")
      .evaluateAll((controls) =>
        controls
          .filter((control) => control.getBoundingClientRect().height < 44)
          .map((control) => control.outerHTML),
      );
    expect(small).toEqual([]);
  });

  it("is not found under an unknown name, with a way on", async () => {
    const page = await openAt("/design/frame/nobody", narrow);
    await page.getByRole("heading", { name: "We could not find this page" }).waitFor();
    await expectAccessible(page);
  });
});

/** The form with one field of every kind. */
async function fillEveryKind(page: Page): Promise<void> {
  const form = page.locator("form#every");
  await form.getByLabel("E-mail address").fill("rosa@example.org");
  await form.getByLabel("Day", { exact: true }).fill("27");
  await form.getByLabel("Area").selectOption("harbour");
  await form.getByLabel("I own a share of it").check();
  await form.getByLabel("Repairs", { exact: true }).check();
  await form.getByLabel("Rent and bills").check();
  await form.getByLabel("Is there anything else?").fill("Thank you");
  await form.getByLabel("4", { exact: true }).first().check({ force: true });
  await form.getByLabel("I have read how my answers are used").check();
  await form.getByRole("button", { name: "Continue" }).click();
}

describe("a form that was refused", () => {
  it("still holds everything that was typed, chosen and ticked", async () => {
    const page = await openAt("/design/forms", desktop);
    await fillEveryKind(page);
    const form = page.locator("form#every");
    await form.getByRole("alert").waitFor();
    expect(await form.getByLabel("E-mail address").inputValue()).toBe("rosa@example.org");
    expect(await form.getByLabel("Day", { exact: true }).inputValue()).toBe("27");
    expect(await form.getByLabel("Area").inputValue()).toBe("harbour");
    expect(await form.getByLabel("I own a share of it").isChecked()).toBe(true);
    expect(await form.getByLabel("Repairs", { exact: true }).isChecked()).toBe(true);
    expect(await form.getByLabel("Feeling safe").isChecked()).toBe(false);
    expect(await form.getByLabel("Rent and bills").isChecked()).toBe(true);
    expect(await form.getByLabel("Is there anything else?").inputValue()).toBe("Thank you");
    expect(await form.locator("input[name=repairs][value='4']").isChecked()).toBe(true);
    expect(await form.getByLabel("I have read how my answers are used").isChecked()).toBe(true);
  });

  it("puts the focus on what is wrong, names it in the title, and leads to the field by keyboard", async () => {
    const page = await openAt("/design/frame/public", desktop);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.locator(".error-summary").waitFor();
    await page.waitForFunction(() => document.title.startsWith("Error: "));
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("error-summary");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("research.email");
    await expectAccessible(page);
  });
});
