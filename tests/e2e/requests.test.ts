import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from "@/tests/support/browsing";
import { mailTo } from "@/tests/support/mailbox";
import { confirm, expectProblem, joinAgreeing, newResident, press, signIn } from "./story/resident";
import { pressDemoPerson } from "./story/staff";

// A resident asks for a copy without JavaScript; the officer asks what they mean, and refuses with reasons; the resident reads
// the answer and every way on from there (law.md RR-1 to RR-7).

const { open } = useBrowser();
const panel = "customer-voices";
const desktop = { viewport: { width: 1280, height: 900 } } as const;
const words = "Everything, please. Most of all letters about the roof.";
const reasons = "You asked for the same thing on each of the last ninety days.";

async function expectGood(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

async function atDpo(role: string): Promise<Page> {
  const page = await open(desktop);
  await pressDemoPerson(page, "Customer Voices", role);
  return page;
}

/** Asks for a copy on the resident's own page. @returns the request's address there, and the day of the answer */
async function ask(page: Page): Promise<{ readonly path: string; readonly due: string }> {
  await page.goto("/my/data");
  await page.getByRole("main").getByRole("link", { name: "Ask us for something" }).click();
  await expectGood(page, "Ask us for something");
  await page.getByRole("link", { name: /Put my details right$/u }).click();
  await press(page, "Send my request");
  await page.getByRole("heading", { name: "There is a problem" }).waitFor();
  await page.getByRole("link", { name: "Go back" }).click();
  await page.getByRole("link", { name: /A copy of what you hold about me$/u }).click();
  await expectGood(page, "A copy of what you hold about me");
  await page.getByRole("textbox").fill(words);
  await press(page, "Send my request");
  await expectGood(page, "We have your request");
  const said = await page.getByRole("main").innerText();
  const due = /You have our answer by (\d+ \w+ \d{4})/u.exec(said)?.[1] ?? "";
  expect(said).toContain(words);
  return { path: new URL(page.url()).pathname, due };
}

/** The officer asks what they mean, which stops the clock, and records the answer. */
async function clarify(page: Page): Promise<void> {
  await page.getByText("Ask them for something first").click();
  await press(page, "Stop the clock");
  await expectProblem(page);
  await page.getByRole("radio", { name: /^To know what exactly/u }).check();
  await page.getByLabel("What we ask them, and why").fill("There are eleven years. Which do you mean?");
  await press(page, "Stop the clock");
  await page.getByText("Recorded. The clock stands still until they answer.").waitFor();
  await expectGood(page, "A copy of their data");
  await press(page, "They answered");
  await page.getByText("Recorded. The clock goes on.").waitFor();
}

/** The officer refuses: not without a ground, and not without reasons. */
async function refuse(page: Page): Promise<void> {
  await page.getByText("Answer and close").click();
  await page.getByRole("radio", { name: /^Refused/u }).check();
  await press(page, "Close, and tell them");
  await expectProblem(page);
  await page.getByRole("radio", { name: "The request is excessive" }).check();
  await page.getByLabel("What we tell them").fill(reasons);
  await press(page, "Close, and tell them");
  await page.getByText("The request is answered.").waitFor();
  await expectGood(page, "A copy of their data");
}

describe("a request of a resident", () => {
  it("is asked without JavaScript, asked about, refused with reasons, and read", async () => {
    const resident = newResident();
    const own = await open({ javaScriptEnabled: false });
    await joinAgreeing(own, panel, resident);
    await confirm(own, resident);
    await own.context().clearCookies();
    await signIn(own, panel, resident);
    const reference = (await own.locator(".reference").first().innerText()).trim();
    const { path, due } = await ask(own);
    const received = await mailTo(resident.email, ({ subject }) =>
      subject.startsWith("We have your request"),
    );
    expect(received.text).toContain(`You have our answer by ${due}`);

    const dpo = await atDpo("Data protection officer");
    await dpo.goto(`/dpo/${panel}/requests?member=${reference}`);
    await expectGood(dpo, "Requests");
    await dpo.getByRole("link", { name: "A copy of their data" }).click();
    await expectGood(dpo, "A copy of their data");
    const main = dpo.getByRole("main");
    expect(await main.innerText()).toContain(words);
    expect(await main.innerText()).toContain(`${due}: One month after`);
    await clarify(dpo);
    await refuse(dpo);

    await own.goto(path);
    const answer = await own.getByRole("main").innerText();
    for (const part of [reasons, "Which do you mean?", "section 164A", "ask a court"])
      expect(answer).toContain(part);
    const closed = await mailTo(resident.email, ({ subject }) =>
      subject.startsWith("Our answer to your request"),
    );
    for (const part of [reasons, "section 164A", "ask a court"]) expect(closed.text).toContain(part);

    const auditor = await atDpo("Auditor");
    await auditor.goto(new URL(dpo.url()).pathname);
    await expectGood(auditor, "A copy of their data");
    expect(await auditor.getByRole("main").innerText()).not.toContain(words);
  });

  it("that reached anybody who works here is passed on, dated by the day it came in", async () => {
    const page = await open(desktop);
    await pressDemoPerson(page, "Customer Voices", "Engagement officer");
    await page.goto(`/staff/${panel}/requests/new`);
    await expectGood(page, "Pass on a request");
    await press(page, "Pass it on");
    await expectProblem(page);
    await page.getByRole("radio", { name: /^A copy of their data/u }).check();
    await page.getByLabel("What they ask, in their words").fill("What do you hold about me?");
    await page.getByRole("radio", { name: "By phone" }).check();
    await page.getByLabel("Name, if not a member").fill("A former tenant");
    await press(page, "Pass it on");
    await page.getByText(/^Passed on\./u).waitFor();
    await expectGood(page, "Pass on a request");
  });
});
