import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, phone, useBrowser } from "@/tests/support/browsing";
import { press } from "./story/resident";
import { pressDemoPerson } from "./story/staff";

const { open } = useBrowser();
const panel = "citizens-together";
const base = `/dpo/${panel}`;
const desktop = { viewport: { width: 1280, height: 900 } } as const;
const ways = [
  ["with JavaScript", true],
  ["without JavaScript", false],
] as const;

async function atDpo(options: Parameters<typeof open>[0] = desktop, role = "Data protection officer") {
  const page = await open(options);
  await pressDemoPerson(page, "Citizens Together", role);
  return page;
}

async function expectGood(page: Page): Promise<void> {
  expect(await page.getByRole("heading", { level: 1 }).count(), page.url()).toBe(1);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

async function fillDay(page: Page, day: number, month: number, year: number): Promise<void> {
  await page.getByLabel("Day", { exact: true }).fill(String(day));
  await page.getByLabel("Month", { exact: true }).fill(String(month));
  await page.getByLabel("Year", { exact: true }).fill(String(year));
}

const days = (ago: number) => new Date(Date.now() - ago * 86_400_000);

describe.each(ways)("the do-not-contact list, %s", (_, javaScriptEnabled) => {
  it("takes a no that came by letter after saying what it does, and finds it by the whole address", async () => {
    const page = await atDpo({ ...desktop, javaScriptEnabled });
    const address = `letter-${randomUUID()}@residents.example`;
    await page.goto(`${base}/suppressions`);
    await expectGood(page);
    await page.getByRole("link", { name: "Add one" }).click();
    const typed = page.getByLabel("E-mail address or phone number");
    await typed.fill("nobody");
    await press(page, "Check");
    await page.getByRole("heading", { name: "There is a problem" }).waitFor();
    expect(await typed.inputValue()).toBe("nobody");
    await expectGood(page);
    await page.getByLabel("An address or a number").check();
    await typed.fill(`  ${address.toUpperCase()} `);
    await page.getByLabel("All promotion").check();
    await fillDay(page, days(3).getUTCDate(), days(3).getUTCMonth() + 1, days(3).getUTCFullYear());
    await page.getByLabel("By letter").check();
    await page.getByLabel("Where is the evidence?").fill("letter 2026-114 in the post room file");
    await press(page, "Check");
    await page.getByRole("heading", { name: "Check before it counts" }).waitFor();
    await page.getByText("No message waits for them now. It stops all to come.").waitFor();
    await expectGood(page);
    await press(page, "Add to the list");
    await page.getByText("One stop was added. It counts from now.").waitFor();
    await expectGood(page);
    await page.getByLabel("Address or number").fill(address);
    await press(page, "Search");
    await page.getByText("This address is on the list once").waitFor();
    expect(page.url()).not.toContain("letter-");
    await page.getByText("letter 2026-114 in the post room file").waitFor();
    expect(await page.content()).not.toContain(address);
  });

  it("refuses a list with a wrong line whole, names the line, and takes it when it is right", async () => {
    const page = await atDpo({ ...desktop, javaScriptEnabled });
    await page.goto(`${base}/suppressions/list`);
    const address = `list-${randomUUID()}@residents.example`;
    const head = "address,channel,purpose,date,source";
    await page
      .getByLabel("Or paste the lines")
      .fill(`${head}\n${address},,,2026-01-05,file 1\nnobody,,,2026-01-05,file 1`);
    await press(page, "Check");
    await page.getByRole("link", { name: "Line 3: not an e-mail address or phone number" }).waitFor();
    await expectGood(page);
    const list = Buffer.from(
      `${head}\n${address},email,marketing,05/01/2026,file 1\n${address.toUpperCase()},email,marketing,05/01/2026,file 1\n`,
    );
    await page
      .getByLabel("Choose a file")
      .setInputFiles({ name: "stops.csv", mimeType: "text/csv", buffer: list });
    await press(page, "Check");
    await page.getByRole("heading", { name: "Check before it counts" }).waitFor();
    await press(page, "Add to the list");
    await page.getByText("One stop was added. It counts from now. One was here already.").waitFor();
  });

  it("records a screening, warns of an old one, and gives the numbers only after a reason", async () => {
    const page = await atDpo({ ...desktop, javaScriptEnabled }, "Administrator");
    await page.goto(`${base}/telephone-screening`);
    await expectGood(page);
    await page.getByRole("link", { name: "Record results" }).click();
    await press(page, "Check");
    await page.getByRole("heading", { name: "There is a problem" }).waitFor();
    await expectGood(page);
    await fillDay(page, days(40).getUTCDate(), days(40).getUTCMonth() + 1, days(40).getUTCFullYear());
    await page.getByLabel("Every number with its result").check();
    await page
      .getByLabel("Or paste the lines")
      .fill("number,result\n07700 900999,clear\n+44 7700 900998,TPS");
    await press(page, "Check");
    await page.getByText("This screening is more than 28 days old").waitFor();
    await expectGood(page);
    await press(page, "Record the results");
    await page.getByText("1 clear, 1 on the register. Who may be called is worked out again.").waitFor();
    await expectGood(page);
    await page.getByRole("link", { name: "Take out the numbers" }).click();
    await press(page, "Record and go on");
    await page.getByRole("link", { name: "Choose why you need the numbers" }).waitFor();
    await expectGood(page);
    await page.getByLabel("Why do you need them?").selectOption("Calls are planned");
    await press(page, "Record and go on");
    await page.getByRole("heading", { name: "You can take the numbers now" }).waitFor();
    await expectGood(page);
    const href = await page.getByRole("link", { name: "Download the numbers" }).getAttribute("href");
    const file = await page.request.get(href ?? "");
    expect(file.headers()["content-disposition"]).toContain("attachment");
    expect(await file.text()).toMatch(/^number\r\n(\+\d+\r\n)*$/u);
    await page.request.get("/api/auth/sign-out");
  });
});

it.each(["Engagement officer", "Administrator"])("to the %s there is no such page", async (role) => {
  const page = await atDpo(desktop, role);
  for (const path of ["", "/add", "/list", `/check/${randomUUID()}`]) {
    expect((await page.goto(`${base}/suppressions${path}`))?.status(), path).toBe(404);
  }
  const screening = await page.goto(`${base}/telephone-screening`);
  expect(screening?.status()).toBe(role === "Administrator" ? 200 : 404);
});

it("fits a phone", async () => {
  const page = await atDpo(phone);
  for (const path of [
    "suppressions",
    "suppressions/add",
    "suppressions/list",
    "telephone-screening",
    "telephone-screening/upload",
  ]) {
    await page.goto(`${base}/${path}`);
    await expectGood(page);
  }
});
