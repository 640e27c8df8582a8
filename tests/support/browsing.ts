import { readFileSync } from "node:fs";
import path from "node:path";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { launchBrowser } from "./browser";
import { application } from "./own-application";

/** A phone, the width the screens are first drawn for. */
export const phone = { viewport: { width: 390, height: 844 } } as const;

// Without JavaScript no timer runs in the page, and axe, which waits on timers, never answers. The same pages are checked
// with JavaScript on; without it the markup is the same.
const scriptless = new WeakSet<Page>();

/**
 * Asked in the page itself, of its own document: with `@axe-core/playwright`, which can look into frames of other origins
 * and opens a window of its own for that, the same answer takes twice as long.
 */
const axe = readFileSync(path.resolve("node_modules/axe-core/axe.min.js"), "utf8");
const ofAll = { exclude: ["iframe[sandbox]"] };
const violationsOnly = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
  resultTypes: ["violations"],
};
const askAxe = `${axe}; axe.run(${JSON.stringify(ofAll)}, ${JSON.stringify(violationsOnly)})`;

type Opened = { readonly page: Page; readonly consoleFaults: readonly string[] };

/**
 * One browser for a test file. `open` gives a page of a fresh person: no cookies, own window.
 * @param expected what the console may say, in a file that breaks things on purpose
 */
export function useBrowser(expected: readonly string[] = []): {
  open: (options?: BrowserContextOptions) => Promise<Page>;
} {
  let browser: Browser | undefined;
  const opened: Opened[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    expect(
      opened.flatMap(({ consoleFaults }) => consoleFaults),
      "the browser's console stays empty",
    ).toEqual([]);
  });
  const open = async (options: BrowserContextOptions = {}): Promise<Page> => {
    if (browser === undefined) throw new Error("The browser opens in beforeAll.");
    const context = await browser.newContext({ baseURL: application().url, ...phone, ...options });
    const page = await context.newPage();
    if (options.javaScriptEnabled === false) scriptless.add(page);
    const consoleFaults: string[] = [];
    page.on("pageerror", (fault) => consoleFaults.push(`${page.url()}: ${fault.message}`));
    page.on("console", (message) => {
      const known = ["status of 404", ...expected].some((part) => message.text().includes(part));
      if (message.type() === "error" && !known) consoleFaults.push(message.text());
    });
    opened.push({ page, consoleFaults });
    return page;
  };
  return { open };
}

/**
 * No violation of WCAG 2.2 A and AA that a machine can find, on the page as it is now. A mail preview is left out: its frame
 * runs no script, so axe would wait in it for ever. Mails are checked where they are made.
 */
export async function expectAccessible(page: Page): Promise<void> {
  if (scriptless.has(page)) return;
  // After a press the title follows the page by a moment.
  await page.waitForFunction(() => document.title !== "");
  const { violations } = await page.evaluate<AxeResults>(askAxe);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}

/** Nothing sticks out sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content, `${page.url()} is wider than the window`).toBeLessThanOrEqual(window ?? 0);
}
