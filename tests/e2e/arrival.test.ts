import { describe, expect, it } from "vitest";
import { useBrowser } from "@/tests/support/browsing";
import { newResident, press } from "./story/resident";

const { open } = useBrowser();

describe("a page that a press leads to", () => {
  it("begins at its top with the focus on its content, and going back shows what was typed", async () => {
    const page = await open();
    const resident = newResident();
    await page.goto("/customer-voices/join");
    await page.getByRole("checkbox").first().check();
    await press(page, "Start");
    await page.getByRole("heading", { level: 1, name: "Your details" }).waitFor();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
    await page.getByLabel("First name").fill(resident.givenName);
    await page.getByLabel("Last name").fill(resident.familyName);
    await page.getByLabel("E-mail address").fill(resident.email);
    await page.getByRole("button", { name: "Save and continue" }).scrollIntoViewIfNeeded();
    await press(page, "Save and continue");
    await page.waitForURL(/\/choices$/u);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "Your details" }).waitFor();
    await expect.poll(() => page.getByLabel("First name").inputValue()).toBe(resident.givenName);
  });
});
