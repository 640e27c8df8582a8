import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from "@/tests/support/browsing";
import { mailTo } from "@/tests/support/mailbox";
import {
  confirm,
  expectProblem,
  joinAgreeing,
  newResident,
  press,
  signIn,
  type Resident,
} from "./story/resident";

const { open } = useBrowser();
const panel = "customer-voices";

/** The proof that came with the newest mail of this subject. */
async function proofFor(resident: Resident, subject: RegExp): Promise<string> {
  const mail = await mailTo(resident.email, (each) => subject.test(each.subject));
  const proof = mail.files.find(({ name }) => name === "receipt.txt")?.text;
  if (proof === undefined) throw new Error(`No proof came with "${mail.subject}"`);
  return proof;
}

async function check(page: Page, receipt: string): Promise<string> {
  await page.goto("/verify");
  await page.getByLabel("The receipt").fill(receipt);
  await press(page, "Check it");
  const found = page.locator("#findings");
  await found.waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  return found.innerText();
}

/** Another wording of the same record: one letter of its bytes is changed. */
function altered(receipt: string): string {
  return receipt.replace(/^extra (.{100})(.)/mu, (_, before: string, letter: string) => {
    return `extra ${before}${letter === "A" ? "B" : "A"}`;
  });
}

describe("the proof of a choice", () => {
  it("comes with the mail, holds for anyone with and without JavaScript, and fails when a letter is changed", async () => {
    const resident = newResident();
    const page = await open();
    await joinAgreeing(page, panel, resident);
    await confirm(page, resident);
    const joined = await proofFor(resident, /^Welcome/u);
    await signIn(page, panel, resident);
    await page.locator("#stop-research").getByRole("button").click();
    await page.getByRole("heading", { level: 1, name: /We have stopped/u }).waitFor();
    const stopped = await proofFor(resident, /choices .* have changed/u);

    for (const javaScriptEnabled of [true, false]) {
      const anyone = await open({ javaScriptEnabled });
      const words = await check(anyone, stopped);
      expect(words).toContain("This receipt is real");
      expect(words).toContain("when it was sealed, and nobody has changed it since");
      expect(words).toContain("Taking part in studies");
      expect(words).not.toContain(resident.familyName);
      expect(await anyone.getByLabel("The receipt").inputValue(), "what was typed stays").toContain(
        "tlog-proof",
      );
      expect(await check(anyone, altered(stopped))).toContain("This receipt has been changed");
    }

    const anyone = await open();
    expect(await check(anyone, joined)).toContain("Someone joined the panel");
    await anyone.goto("/verify");
    await anyone.getByLabel("The receipt").fill("Dear Sam, here is my proof.");
    await press(anyone, "Check it");
    await expectProblem(anyone);
    const file = { name: "receipt.txt", mimeType: "text/plain", buffer: Buffer.from(stopped) };
    await anyone.getByLabel("Or choose the file").setInputFiles(file);
    await press(anyone, "Check it");
    await anyone.getByText("This receipt is real").first().waitFor();

    await page.goto("/my/history");
    await expectAccessible(page);
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page
        .getByRole("link", { name: /^Save the proof/u })
        .first()
        .click(),
    ]);
    expect(saved.suggestedFilename()).toMatch(/^receipt-\d+\.txt$/u);
  });
});
