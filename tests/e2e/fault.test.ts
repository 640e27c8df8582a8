import { describe, expect, it } from "vitest";
import words from "@/messages/en/fault.json";
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from "@/tests/support/browsing";
import { application } from "@/tests/support/own-application";

// What a visitor sees when something of ours breaks. /design/fault breaks on request, where the gallery is open.

const { open } = useBrowser(["status of 500", "Minified React error", "This form was asked to break"]);

const browsers = [
  ["with JavaScript", { javaScriptEnabled: true }],
  ["without JavaScript", { javaScriptEnabled: false }],
] as const;

describe.each(browsers)("%s", (_, options) => {
  it("a page that breaks says so in our words, as a 500, with a way back and how to reach us", async () => {
    const page = await open(options);
    const answer = await page.goto("/design/fault?break=1");
    expect(answer?.status()).toBe(500);
    await page.getByRole("heading", { level: 1, name: words.errorTitle }).waitFor();
    expect(await page.getByRole("link", { name: words.back }).getAttribute("href")).toBe("/design/fault");
    expect(await page.locator('a[href^="tel:"]').count()).toBeGreaterThan(0);
    expect(await page.locator('a[href^="mailto:"]').count()).toBeGreaterThan(0);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  it("a form that breaks says the same", async () => {
    const page = await open(options);
    await page.goto("/design/fault");
    await page.getByRole("button").click();
    await page.getByRole("heading", { level: 1, name: words.errorTitle }).waitFor();
    await page.getByText(words.errorLead).waitFor();
    await expectAccessible(page);
    if (options.javaScriptEnabled) await page.getByRole("link", { name: words.reach }).click();
    await page.locator('a[href^="tel:"]').first().waitFor();
    await page.getByRole("link", { name: words.back }).click();
    await page.waitForURL("**/design/fault");
  });
});

describe.each(browsers)("%s", (_, options) => {
  it.each(["/connect/privacy/999", "/no-such-panel", "/no/such/page"])(
    "what is not there says so in our words, as a 404: %s",
    async (address) => {
      const page = await open(options);
      const answer = await page.goto(address);
      expect(answer?.status()).toBe(404);
      await page.getByRole("heading", { level: 1, name: words.notFoundTitle }).waitFor();
      await page.getByRole("link", { name: words.start }).waitFor();
      expect(await page.locator("html").getAttribute("lang")).toBe("en-GB");
      await expectAccessible(page);
    },
  );
});

describe("the fault page", () => {
  it("names the panel's own phone number where the address names the panel", async () => {
    const page = await open();
    await page.goto("/fault?at=/customer-voices/join/details");
    expect(await page.locator('a[href^="tel:"]').count()).toBe(1);
  });

  it.each(["//evil.example", "https://evil.example", "/\\evil.example"])(
    "leads to no other site: %s",
    async (at) => {
      const { url } = application();
      const html = await (await fetch(`${url}/fault?at=${encodeURIComponent(at)}`)).text();
      expect(html).not.toMatch(/href="[^"]*evil/u);
    },
  );

  it("says nothing of what broke", async () => {
    const { url } = application();
    const answer = await fetch(`${url}/design/fault?break=1`);
    expect(answer.headers.get("cache-control")).toContain("no-store");
    expect(await answer.text()).not.toContain("asked to break");
  });
});
