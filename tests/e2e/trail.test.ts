import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { londonDate, now } from "@/lib/clock";
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from "@/tests/support/browsing";
import { textOf } from "@/tests/support/pdf-text";
import { join, confirm, newResident, press } from "./story/resident";
import { findReference, pressDemoPerson } from "./story/staff";

const { open } = useBrowser();
const panel = "customer-voices";
const base = `/dpo/${panel}`;
const desktop = { viewport: { width: 1280, height: 900 } } as const;

async function atDpo(javaScriptEnabled: boolean): Promise<Page> {
  const page = await open({ ...desktop, javaScriptEnabled });
  await pressDemoPerson(page, "Customer Voices", "Data protection officer");
  return page;
}

async function downloaded(page: Page, link: RegExp): Promise<Buffer> {
  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).click();
  return readFile(await (await file).path());
}

async function takenOut(page: Page, reference: string, format: "CSV" | "JSON" | "PDF"): Promise<Buffer> {
  await page.goto(`${base}/trail?member=${reference}`);
  await page.getByText("Take these entries out").click();
  await page.getByRole("radio", { name: format, exact: true }).check();
  await page.getByLabel("Why do you need them?").selectOption({ label: "An internal or external audit" });
  await press(page, "Record the reason and make the file");
  return downloaded(page, new RegExp(`Download the ${format}`, "u"));
}

type Taken = {
  readonly panel: string;
  readonly entries: readonly {
    readonly seq: string;
    readonly eventType: string;
    readonly subject: { readonly reference: string | null } | null;
  }[];
};

/** One person's entries as each kind of file: each says the same, by reference, and nobody's name. */
async function expectFiles(page: Page, reference: string, familyName: string): Promise<void> {
  const csv = (await takenOut(page, reference, "CSV")).toString("utf8");
  const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true });
  expect(rows.length).toBeGreaterThan(2);
  expect(new Set(rows.map(({ About }) => About))).toEqual(new Set([reference]));
  const json = (await takenOut(page, reference, "JSON")).toString("utf8");
  const taken = JSON.parse(json) as Taken;
  expect(taken.panel).toBe(panel);
  expect(new Set(taken.entries.map(({ subject }) => subject?.reference))).toEqual(new Set([reference]));
  expect(taken.entries.map(({ eventType }) => eventType)).toContain("member.joined");
  // What came before the first file is in each; that it was looked at again is in the later ones besides.
  const numbers = taken.entries.map(({ seq }) => seq);
  expect(numbers).toEqual(expect.arrayContaining(rows.map(({ Entry }) => Entry)));
  const pdf = await takenOut(page, reference, "PDF");
  const text = textOf(pdf);
  for (const seq of numbers) expect(text).toContain(`Entry ${seq}`);
  for (const file of [csv, json, text, pdf.toString("latin1")]) expect(file).not.toContain(familyName);
}

describe("the trail", () => {
  it("is narrowed, kept as a view and taken out, without JavaScript", async () => {
    const resident = newResident();
    const own = await open();
    await join(own, panel, resident);
    await confirm(own, resident);
    const page = await atDpo(false);
    const reference = await findReference(page, panel, resident.familyName);
    await page.getByText("That you did so is now part of the trail.").waitFor();

    await page.goto(`${base}/trail`);
    await page.getByLabel("Event").selectOption("consent.given");
    await page.getByLabel("Done by").selectOption({ label: "Members" });
    await page.getByRole("search").getByRole("button").click();
    const name = `Yes of members ${reference}`;
    await page.getByText("Keep these filters as a view").click();
    await page.getByLabel("Name of the view").fill(name);
    await press(page, "Keep the view");
    const views = page.getByRole("navigation", { name: "Saved views" });
    await views.getByRole("link", { name }).click();
    expect(page.url()).toContain("event=consent.given");

    await expectFiles(page, reference, resident.familyName);

    await page.goto(`${base}/trail/views`);
    const card = page.locator(".card").filter({ hasText: name });
    await card.getByText("Rename or share").click();
    await card.getByLabel("Name of the view").fill("");
    await card.getByRole("button", { name: "Save" }).click();
    // Without JavaScript the page comes back anew: the form with what is wrong must not be folded away.
    await card.getByText("Give the view a name").first().waitFor();
    await card.getByRole("button", { name: `Delete “${name}”` }).click();
    await expect.poll(async () => page.getByText(name).count()).toBe(0);
  });
});

describe("integrity", () => {
  it("is checked in three results, and the evidence about a person is handed over", async () => {
    const resident = newResident();
    const own = await open();
    await join(own, panel, resident);
    await confirm(own, resident);
    const page = await atDpo(true);
    const reference = await findReference(page, panel, resident.familyName);

    await page.goto(`${base}/verify`);
    await press(page, "Check everything now");
    await page.getByRole("heading", { level: 3, name: "Completeness" }).waitFor();
    for (const state of ["Intact", "Complete"])
      await page.getByText(state, { exact: true }).first().waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);

    await page.goto(`${base}/members/${reference}/agreed?on=${londonDate(now())}`);
    await page.getByText("Said yes").first().waitFor();
    await expectAccessible(page);

    await page.goto(`${base}/packs?member=${reference}`);
    await page.getByLabel("Why do you need it?").selectOption({ label: "A question of the regulator" });
    await press(page, "Put it together");
    await page.getByRole("link", { name: "Download the zip" }).waitFor();
    const files = unzipSync(await downloaded(page, /Download the zip/u));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(["what-happened.pdf", "entries.ndjson", "checkpoints.txt", "verify-ledger.mjs"]),
    );
  });
});
