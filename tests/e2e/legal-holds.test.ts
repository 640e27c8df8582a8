import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from "@/tests/support/browsing";
import { confirm, expectProblem, joinAgreeing, newResident, press, signIn } from "./story/resident";
import { fillDay, findReference, inDays, pressDemoPerson } from "./story/staff";

const { open } = useBrowser();
const panel = "customer-voices";
const holds = `/dpo/${panel}/legal-holds`;
const desktop = { viewport: { width: 1280, height: 900 } } as const;

async function at(role: string, options: Parameters<typeof open>[0] = desktop): Promise<Page> {
  const page = await open(options);
  await pressDemoPerson(page, "Customer Voices", role);
  return page;
}

async function expectGood(page: Page): Promise<void> {
  expect(await page.getByRole("heading", { level: 1 }).count(), page.url()).toBe(1);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

const saved = (page: Page) => page.getByText("The trail has an entry about it.").waitFor();

async function place(page: Page, reference: string): Promise<void> {
  await page.goto(`/dpo/${panel}/members/${reference}`);
  await page.getByRole("link", { name: "Place a legal hold" }).click();
  await page.getByRole("heading", { level: 1, name: `Place a legal hold on ${reference}` }).waitFor();
  await expectGood(page);
  await press(page, "Place the legal hold");
  await expectProblem(page);
  await expectNoSidewaysScroll(page);
  await page.getByLabel("A legal claim").check();
  await page.getByLabel("What is it about?").fill("Claim 7: the answers show what was said to us");
  await fillDay(page, inDays(60));
  await press(page, "Place the legal hold");
  await saved(page);
  await expectGood(page);
}

async function expectKept(page: Page, reference: string): Promise<void> {
  await page.goto(`/dpo/${panel}/members/${reference}/erase`);
  await page.getByText("A legal hold keeps this person’s details").waitFor();
  expect(await page.getByRole("button", { name: "Erase this person" }).count()).toBe(0);
  await expectGood(page);
}

describe("a legal hold", () => {
  it("keeps a person until two people let it go; then they are erased", async () => {
    const resident = newResident();
    const own = await open();
    await joinAgreeing(own, panel, resident);
    await confirm(own, resident);
    await signIn(own, panel, resident);
    const dpo = await at("Data protection officer");
    const reference = await findReference(dpo, panel, resident.familyName);
    await place(dpo, reference);
    const hold = new URL(dpo.url()).pathname;
    await expectKept(dpo, reference);
    await own.goto("/my/data");
    await own.getByText("We must keep what we hold about you for now").waitFor();
    expect(await own.getByRole("main").innerText()).not.toContain("Claim 7");
    await expectGood(own);

    await dpo.goto(hold);
    await dpo.getByText("Propose that it ends").click();
    await dpo.getByLabel("Why is it no longer needed?").fill("The claim was settled");
    await press(dpo, "Propose the release");
    await saved(dpo);
    await dpo.getByText("You proposed it.").waitFor();
    expect(await dpo.getByRole("button", { name: "Release the legal hold" }).count()).toBe(0);
    await expectKept(dpo, reference);

    const admin = await at("Administrator", {});
    await admin.goto(`/staff/${panel}`);
    await admin.getByRole("link", { name: "See the legal holds" }).click();
    await admin.waitForURL(`**${holds}`);
    await expectGood(admin);
    await admin.goto(hold);
    await press(admin, "Release the legal hold");
    await expectProblem(admin);
    await admin.getByLabel("I have read why, and agree").check();
    await press(admin, "Release the legal hold");
    await saved(admin);
    await expectGood(admin);

    await dpo.goto(`/dpo/${panel}/members/${reference}/erase`);
    await dpo.getByLabel("They took their consent back", { exact: false }).check();
    await dpo.getByLabel(/^Erase .+ for good$/u).check();
    await press(dpo, "Erase this person");
    await dpo.waitForURL(/\/trail\/\d+$/u);
  });

  it("on everyone says what it means before, without JavaScript too", async () => {
    const page = await at("Data protection officer", { javaScriptEnabled: false });
    await page.goto(`${holds}/new`);
    await page.getByRole("link", { name: "Or hold everyone on the panel" }).click();
    await page.getByText("This stops every deletion on the panel", { exact: true }).waitFor();
    await press(page, "Place the legal hold");
    await page.getByText("Tick the box to say that you mean everyone on the panel").first().waitFor();
    await expectNoSidewaysScroll(page);
  });
});
