import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from "@/tests/support/browsing";
import { mailTo } from "@/tests/support/mailbox";
import { until } from "@/tests/support/until";
import { expectProblem, press } from "./story/resident";
import { pressDemoPerson } from "./story/staff";

const { open } = useBrowser();
const desktop = { viewport: { width: 1280, height: 900 } } as const;
const narrow = { viewport: { width: 320, height: 800 } } as const;

type Panel = { readonly slug: string; readonly name: string };

async function atDesk(
  panel: Panel,
  role: string,
  options: Parameters<typeof open>[0] = desktop,
): Promise<Page> {
  const page = await open(options);
  await pressDemoPerson(page, panel.name, role);
  return page;
}

async function expectPage(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** A new purpose that lacks its question: the form takes it, the linter does not. */
async function addPurpose(page: Page, { slug }: Panel): Promise<void> {
  await page.goto(`/dpo/${slug}/policy/draft/purposes/new`);
  await press(page, "Save");
  await expectProblem(page);
  await page.getByLabel("Short name").fill("gardening");
  await page.getByLabel("Name", { exact: true }).fill("Gardening days");
  await page.getByLabel("Why", { exact: true }).fill("We invite you to gardening days near you.");
  await page.getByLabel("Kind of message").selectOption("research");
  await page.getByLabel("Lawful basis").selectOption("consent");
  await page.getByLabel("Why a “no” costs nothing").fill("Nothing depends on a yes or a no.");
  await page.getByRole("group", { name: "Ways of contact" }).getByLabel("E-mail").check();
  await page.getByRole("group", { name: "Invites to" }).getByLabel("Environmental activity").check();
  await page.getByLabel("Data used").fill("contact");
  await page.getByLabel("Kept by").selectOption({ index: 1 });
  await page.getByLabel("What a “no” does").fill("We stop inviting you to gardening days.");
  await press(page, "Save");
  await expectPage(page, "Draft policy");
}

/** Follows the linter's own link to the place and puts right what it says. */
async function fixPurpose(page: Page, { slug }: Panel): Promise<void> {
  await page.getByText("The draft cannot be submitted until this is put right").waitFor();
  await page.goto(`/dpo/${slug}/policy/draft/changes`);
  await page.getByText("Put right what the linter refuses before you submit.").waitFor();
  await page.goto(`/dpo/${slug}/policy/draft/purposes/gardening`);
  await page.getByText("Must be put right.").first().waitFor();
  await expectPage(page, "Change: Gardening days");
  const asked = page.getByRole("group", { name: "Question asked, for each way of contact" });
  await asked.getByLabel("E-mail").fill("May we e-mail you about gardening days?");
  await press(page, "Save");
  await expectPage(page, "Draft policy");
}

async function submit(page: Page, { slug }: Panel): Promise<void> {
  await page.goto(`/dpo/${slug}/policy/draft/changes`);
  await expectPage(page, "What this changes");
  await page.getByText('adds purpose "Gardening days"').waitFor();
  await page.getByRole("heading", { name: "Members must be told first" }).waitFor();
  await press(page, "Submit for approval");
  await expectProblem(page);
  await page.getByLabel("What members are told").fill("We would like to invite you to gardening days.");
  await press(page, "Submit for approval");
  await page.getByText("You had a hand in this draft").waitFor();
  await expectPage(page, "What this changes");
}

/** The administrator, who had no hand in it, sends it back once and then approves it. */
async function approve(admin: Page, dpo: Page, panel: Panel): Promise<void> {
  const changes = `/dpo/${panel.slug}/policy/draft/changes`;
  await admin.goto(changes);
  await expectPage(admin, "What this changes");
  await press(admin, "Send it back");
  await expectProblem(admin);
  await admin.getByLabel("What has to change").fill("Say which gardens.");
  await press(admin, "Send it back");
  await expectPage(admin, "Draft policy");
  await dpo.goto(`/dpo/${panel.slug}/policy/draft`);
  await dpo.getByText("Say which gardens.").waitFor();
  await dpo.goto(changes);
  await dpo
    .getByLabel("What members are told")
    .fill("We would like to invite you to gardening days in Mill Lane.");
  await press(dpo, "Submit for approval");
  await dpo.getByText("You had a hand in this draft").waitFor();
  await admin.goto(changes);
  await press(admin, "Approve");
  await admin.getByRole("heading", { level: 1, name: "Policy", exact: true }).waitFor();
  await admin.getByRole("heading", { name: "Gardening days" }).waitFor();
}

/** The resident is told by mail or on their own page; after that the new purpose is theirs to choose. */
async function tellResident(member: Page, { slug }: Panel): Promise<void> {
  const mail = await mailTo(`resident@${slug}.example`, ({ subject }) => subject.includes("is changing"));
  expect(mail.text).toContain("Mill Lane");
  await member.goto("/my/what-changed");
  await expectPage(member, "What changed");
  await member.getByText("Gardening days").first().waitFor();
  await member.goto("/my");
  expect(await member.getByText("How we use your details has changed").count()).toBe(0);
  await member.goto("/my/choices?purpose=gardening");
  await member.getByText("Gardening days").first().waitFor();
}

describe("a policy changes", () => {
  it.each([
    ["with JavaScript", true, { slug: "connect", name: "Connect Voices" }],
    ["without JavaScript", false, { slug: "citizens-together", name: "Citizens Together" }],
  ])("from draft to force, and everyone is told (%s)", async (_, javaScriptEnabled, panel) => {
    const options = { ...desktop, javaScriptEnabled };
    const dpo = await atDesk(panel, "Data protection officer", options);
    await dpo.goto(`/dpo/${panel.slug}/policy/draft`);
    await press(dpo, "Begin a draft");
    await expectPage(dpo, "Draft policy");
    await addPurpose(dpo, panel);
    await fixPurpose(dpo, panel);
    await submit(dpo, panel);
    const admin = await atDesk(panel, "Administrator", options);
    await approve(admin, dpo, panel);
    const member = await open(options);
    await member.goto(`/${panel.slug}/sign-in`);
    await press(member, /resident/iu);
    await member.waitForURL(/\/my/u);
    await tellResident(member, panel);
    await until("everyone to be told", async () => {
      await dpo.goto(`/dpo/${panel.slug}/policy/told`);
      const figures = await dpo.locator(".stats").innerText();
      return /E-mail on its way\s*0/u.test(figures) && !/Told by e-mail\s*0/u.test(figures);
    });
    await expectPage(dpo, "Who was told");
  });
});

async function fillRecipient(page: Page, key: string): Promise<void> {
  await page.getByLabel("Short name").fill(key);
  await page.getByLabel("Name", { exact: true }).fill(`Recipient ${key}`);
  await page.getByLabel("Role").first().selectOption("controller");
  await page.getByLabel("What for").fill("Checks our work.");
  await page.getByLabel("Where").first().fill("United Kingdom");
}

describe("the policy's pages", () => {
  const panel = { slug: "resident-panel", name: "Resident Panel" };

  it.each([
    ["320 px", narrow],
    ["a desktop", desktop],
  ])("pass axe and fit %s", async (_, size) => {
    const page = await atDesk(panel, "Data protection officer", size);
    const base = `/dpo/${panel.slug}/policy`;
    await page.goto(`${base}/draft`);
    const begin = page.getByRole("button", { name: "Begin a draft" });
    if ((await begin.count()) > 0) {
      await expectAccessible(page);
      await begin.click();
      await expectPage(page, "Draft policy");
    }
    const parts = ["general/-", "organisation/-", "membership/-", "notice/-", "purposes/new", "fields/new"];
    const more = [
      "retentionRules/new",
      "recipients/new",
      "accountability/new",
      "rounds/new",
      "regulator/new",
      "settings/new",
      "noticeVariants/new",
      "quietDates/new",
    ];
    const drafts = [
      ...parts,
      ...more,
      "purposes/membership",
      "purposes/membership/remove",
      "document",
      "discard",
      "changes",
    ];
    for (const path of ["", "/history", "/history/1", "/told", ...drafts.map((part) => `/draft/${part}`)]) {
      const answer = await page.goto(base + path);
      expect(answer?.status(), path).toBe(200);
      expect(await page.getByRole("heading", { level: 1 }).count(), path).toBe(1);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
  });

  it("take a notice in another language as a form: typed words stay, the linter says which parts lack, and it goes again", async () => {
    const page = await atDesk(panel, "Data protection officer", { ...desktop, javaScriptEnabled: false });
    const draft = `/dpo/${panel.slug}/policy/draft`;
    await page.goto(draft);
    const begin = page.getByRole("button", { name: "Begin a draft" });
    if ((await begin.count()) > 0) await begin.click();
    await page.goto(`${draft}/noticeVariants/new`);
    await page.getByLabel("Language").selectOption("cy");
    await page.getByLabel("Format").selectOption("standard");
    await page.getByLabel("Title").fill("Hysbysiad preifatrwydd");
    const howLong = page.getByRole("group", { name: /How long we keep your details/u });
    await howLong.getByLabel("Words").fill("Tair blynedd.\n\n- Yna caiff ei ddileu");
    await press(page, "Save");
    await expectProblem(page);
    expect(await howLong.getByLabel("Words").inputValue()).toContain("Yna caiff ei ddileu");
    await howLong.getByLabel("Heading").fill("Am ba hyd");
    await press(page, "Save");
    await expectPage(page, "Draft policy");
    await page.goto(`${draft}/noticeVariants/cy-standard`);
    const lacking = page.getByRole("region", { name: "What the linter says about this" });
    await lacking.getByRole("link", { name: /does not say the right to object/u }).click();
    await page.waitForURL(/#your-right-to-object$/u);
    expect(await howLong.getByLabel("Heading").inputValue()).toBe("Am ba hyd");
    await page.goto(`${draft}/noticeVariants/cy-standard/remove`);
    await press(page, "Remove it");
    await expectPage(page, "Draft policy");
    expect(await page.getByText("Welsh, Standard").count()).toBe(0);
  });

  it("keep a document whole or not at all, and say each problem with its line", async () => {
    const page = await atDesk(panel, "Data protection officer");
    await page.goto(`/dpo/${panel.slug}/policy/draft/document`);
    const whole = await page.getByLabel("Document").inputValue();
    const broken = whole.replace('"consentLife": "', '"consentLife": "for ever, or ');
    await page.getByLabel("Document").fill(broken);
    await press(page, "Check and save");
    await expectProblem(page);
    await page
      .getByText(/^Line \d+, consentLife: /u)
      .first()
      .waitFor();
    expect(await page.getByLabel("Document").inputValue()).toBe(broken);
    const file = { name: "policy.json", mimeType: "application/json", buffer: Buffer.from(whole) };
    await page.getByLabel("Or choose a file").setInputFiles(file);
    await press(page, "Check and save");
    await expectPage(page, "Draft policy");
  });

  it.each([
    ["with JavaScript", true],
    ["without JavaScript", false],
  ])("lose nothing when somebody else saved first (%s)", async (_, javaScriptEnabled) => {
    const late = await atDesk(panel, "Data protection officer", { ...desktop, javaScriptEnabled });
    const form = `/dpo/${panel.slug}/policy/draft/recipients/new`;
    await late.goto(`/dpo/${panel.slug}/policy/draft`);
    const begin = late.getByRole("button", { name: "Begin a draft" });
    if ((await begin.count()) > 0) await begin.click();
    await late.goto(form);
    const mark = javaScriptEnabled ? "one" : "two";
    await fillRecipient(late, `late-${mark}`);
    const first = await atDesk(panel, "Administrator");
    await first.goto(form);
    await fillRecipient(first, `first-${mark}`);
    await press(first, "Save");
    await expectPage(first, "Draft policy");
    await press(late, "Save");
    await expectProblem(late);
    await late.getByText("saved another change").waitFor();
    expect(await late.getByLabel("Short name").inputValue()).toBe(`late-${mark}`);
    await press(late, "Save");
    await expectPage(late, "Draft policy");
    await late.getByText(`Recipient late-${mark}`).first().waitFor();
    await late.getByText(`Recipient first-${mark}`).first().waitFor();
  });
});
