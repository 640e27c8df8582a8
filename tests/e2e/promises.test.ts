import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from "@/tests/support/browsing";
import { linkIn, mailTo } from "@/tests/support/mailbox";
import { confirm, joinAgreeing, newResident, press, signIn, type Resident } from "./story/resident";
import { makeFocusGroup, pressDemoPerson, sendToAll } from "./story/staff";

const { open } = useBrowser();
const panel = "customer-voices";

/** The list under "What we delete, and when", line by line. */
async function endingsOn(page: Page): Promise<readonly string[]> {
  const heading = page.getByRole("heading", { name: "What we delete, and when" });
  const list = heading.locator("xpath=following-sibling::ul[1]/li");
  return (await list.allTextContents()).map((line) => line.trim());
}

describe("stopping such messages", () => {
  it("leaves what the resident then joins: the details they were promised come by mail", async () => {
    const resident = newResident();
    const page = await open();
    await joinAgreeing(page, panel, resident);
    await confirm(page, resident);
    await signIn(page, panel, resident);
    const title = `Evening walk ${resident.familyName}`;
    const desk = await open({ viewport: { width: 1280, height: 900 } });
    await pressDemoPerson(desk, "Customer Voices", "Engagement officer");
    await makeFocusGroup(desk, panel, title);
    await sendToAll(desk);

    await page.goto("/my");
    await page.locator("#stop-research").getByRole("button").click();
    await page.getByRole("heading", { level: 1, name: /We have stopped/u }).waitFor();
    await page.goto("/my/invitations");
    await page.getByRole("link", { name: new RegExp(`^Read and reply.*${title}`, "u") }).click();
    await press(page, /^Yes, I will come/u);
    await page.getByRole("heading", { level: 1, name: /^You are coming/u }).waitFor();
    const mail = await mailTo(resident.email, ({ subject }) => subject.startsWith("You said yes"));
    expect(mail.subject).toContain(title);
    expect(mail.text).toContain("Change my answer");
  });
});

describe("leaving", () => {
  it("promises the same days before, after and in the mail, and coming back with a yes is a yes", async () => {
    const resident = newResident();
    const page = await open();
    await joinAgreeing(page, panel, resident);
    await confirm(page, resident);
    const welcome = await mailTo(resident.email, ({ subject }) => subject.startsWith("Welcome"));
    for (const purpose of ["Keeping to your choices", "Taking part in studies", "Helping you get there"]) {
      expect(welcome.text).toContain(purpose);
    }
    await signIn(page, panel, resident);
    await page.goto("/my/leave");
    const before = await endingsOn(page);
    expect(before.join(" ")).toContain("Your details and what you did in studies: deleted on");
    expect(before.join(" ")).not.toContain("Photos");
    await expectAccessible(page);
    await press(page, "Leave the panel");
    await page.getByRole("heading", { name: /You have left/u }).waitFor();
    expect(await endingsOn(page)).toEqual(before);
    const mail = await mailTo(resident.email, ({ subject }) => subject.startsWith("You have left"));
    for (const line of before) {
      for (const part of line.replace(/\.$/u, "").split(": ")) expect(mail.text).toContain(part);
    }
    for (const path of ["/my/choices", "/my/leave"]) {
      await page.goto(path);
      await page.getByRole("heading", { name: /You are no longer in/u }).waitFor();
      expect(await page.getByRole("main").getByRole("button").count(), path).toBe(0);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    await page.goto("/my/history");
    const history = (await page.locator(".timeline-title").allTextContents()).join("\n");
    expect(history).not.toContain("case study");
    expect(history).toContain("You took back your yes: News about Customer Voices");

    const again = await open();
    const coming = Date.now();
    await joinAgreeing(again, panel, resident);
    const asked = await mailTo(
      resident.email,
      ({ subject, receivedAt }) => subject.startsWith("Confirm") && Date.parse(receivedAt) >= coming,
    );
    await again.goto(linkIn(asked, "/confirm/"));
    await press(again, "Yes, I want to join");
    await again.getByRole("heading", { name: "You are on the panel" }).waitFor();
    await chooseOfTwo(again, resident);
    const news = again.locator(".card", { hasText: "News about Customer Voices" });
    expect(await news.first().innerText()).toMatch(/You said yes on/u);
    expect(await news.first().innerText()).not.toMatch(/asked not to use/u);
  });
});

/** Signs in where an old membership and the one of now share an address: the dates tell them apart. */
async function chooseOfTwo(page: Page, resident: Resident): Promise<void> {
  await page.goto(`/${panel}/sign-in`);
  await page.getByLabel("Your e-mail address").fill(resident.email);
  const asked = Date.now();
  await press(page, "Send me a code");
  const mail = await mailTo(
    resident.email,
    ({ subject, receivedAt }) => subject.includes("sign-in code") && Date.parse(receivedAt) >= asked,
  );
  await page.getByLabel("Your code").fill(/\b\d{4} ?\d{4}\b/u.exec(mail.text)?.[0] ?? "");
  await press(page, "Sign in");
  await page.getByRole("heading", { name: "Who is signing in?" }).waitFor();
  await expectAccessible(page);
  const words = await page.getByRole("main").innerText();
  expect(words).toMatch(/Member since/u);
  expect(words).toMatch(/Left on/u);
  await page.getByRole("radio").first().check();
  await press(page, "Sign in");
  await page.waitForURL(/\/my$/u);
}
