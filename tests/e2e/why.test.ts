import { describe, expect, it } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, phone, useBrowser } from "@/tests/support/browsing";
import { dayFromToday } from "@/tests/support/day";
import { pressDemoPerson } from "./story/staff";

const { open } = useBrowser();
const panel = "customer-voices";
const name = "Customer Voices";
const head = "member,purpose,channel,decision,date,method,wording,script,notice,recorded_by,evidence";

const ways = [
  ["with JavaScript", { ...phone }],
  ["without JavaScript", { ...phone, javaScriptEnabled: false }],
] as const;

async function atDesk(role: string, options: Parameters<typeof open>[0] = phone) {
  const page = await open(options);
  await pressDemoPerson(page, name, role);
  return page;
}

async function aMember(page: Awaited<ReturnType<typeof open>>): Promise<string> {
  await page.goto(`/staff/${panel}/members`);
  const href = await page.getByRole("row").nth(1).getByRole("link").first().getAttribute("href");
  return href?.split("/").at(-1) ?? "";
}

describe("why", () => {
  it.each(ways)("leads staff from the member to one answer in full, %s", async (_, options) => {
    const page = await atDesk("Engagement officer", options);
    await page.goto(`/staff/${panel}/members/${await aMember(page)}`);
    await page.getByRole("link", { name: "Why, in full" }).first().click();
    await page.getByRole("heading", { name: "Why we may write, and why not" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "All about this answer" }).first().click();
    await page.getByText("What would change it").first().waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  it("shows the data protection officer every rule, and that the stored permission agrees", async () => {
    const page = await atDesk("Data protection officer");
    const reference = await aMember(page);
    await page.goto(`/dpo/${panel}/members/${reference}/why/research/email`);
    await page.getByText("The stored contact permission says the same.").waitFor();
    await page.getByText("Did anybody say no?").first().waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.goto(`/dpo/${panel}/members/${reference}`);
    await page.getByText("Why a message may be sent").first().waitFor();
  });
});

describe("decisions that are brought in", () => {
  it.each(ways)("are checked, and named by line and column where they are wrong, %s", async (_, options) => {
    const page = await atDesk("Data protection officer", options);
    await page.goto(`/dpo/${panel}/decisions-import`);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Check the file" }).click();
    await page.getByText("Choose a file, or paste the lines").first().waitFor();
    await expectAccessible(page);
    await page.locator("textarea").fill(`${head}\nXX-1,fishing,email,no,2026-02-30,paper`);
    await page.getByRole("button", { name: "Check the file" }).click();
    await page.getByText("This file cannot be recorded yet").waitFor();
    expect(await page.getByText("There is no such day").count()).toBe(1);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  it.each(ways)("are previewed and recorded, %s", async (way, options) => {
    const page = await atDesk("Data protection officer", options);
    const reference = await aMember(page);
    await page.goto(`/dpo/${panel}/decisions-import`);
    const day = dayFromToday(way === "with JavaScript" ? -300 : -299);
    await page.locator("textarea").fill(`${head}\n${reference},research,post,Y,${day},import`);
    await page.getByRole("button", { name: "Check the file" }).click();
    await page.getByText("What it would do").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Record these decisions" }).click();
    await page.getByRole("heading", { name: "The decisions are recorded" }).waitFor();
    await expectAccessible(page);
  });

  it.each(ways)(
    "are taken by phone too, where a yes without a script is not proven, %s",
    async (_, options) => {
      const page = await atDesk("Engagement officer", options);
      await page.goto(`/staff/${panel}/members/${await aMember(page)}/told`);
      await page.getByLabel("Where is the proof?").fill("call 17");
      await page.getByRole("button", { name: "Record it" }).click();
      await page.getByText("Choose what it is about").first().waitFor();
      await expectAccessible(page);
      for (const label of ["Taking part in studies", "Letter", "Yes, you may", "By phone"]) {
        await page.getByRole("radio", { name: label }).check();
      }
      const typed = dayFromToday(-20).split("-");
      for (const part of ["year", "month", "day"])
        await page.locator(`[name=day-${part}]`).fill(typed.shift() ?? "");
      expect(await page.getByLabel("Where is the proof?").inputValue()).toBe("call 17");
      await page.getByRole("button", { name: "Record it" }).click();
      await page.getByText("not proven, so it is never used").waitFor();
      await expectAccessible(page);
    },
  );
});
