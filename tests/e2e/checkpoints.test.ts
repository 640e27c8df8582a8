import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { parseCheckpoint } from "@/lib/ledger/checkpoint/checkpoint";
import { parseVerifierKey, verifyNote } from "@/lib/ledger/checkpoint/note";
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from "@/tests/support/browsing";
import { mailTo } from "@/tests/support/mailbox";
import { press } from "./story/resident";
import { pressDemoPerson } from "./story/staff";

const { open } = useBrowser();

it("a checkpoint reaches who the DPO chose and whoever looks, and its key says that it is ours", async () => {
  const page = await open({ viewport: { width: 1280, height: 900 } });
  const address = `auditor-${randomUUID()}@audit.example`;
  await pressDemoPerson(page, "Citizens Together", "Data protection officer");
  await page.locator("summary", { hasText: "Evidence" }).press("Enter");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Checkpoints", exact: true }).click();
  await press(page, "Add address");
  await page.getByRole("heading", { name: "There is a problem" }).waitFor();
  await expectAccessible(page);
  await page.getByLabel("Add an address").fill(address);
  await press(page, "Add address");
  await page.getByRole("button", { name: `Remove ${address}` }).waitFor();
  await expectAccessible(page);
  const mail = await mailTo(address);
  expect(mail.files.map(({ name }) => name)).toEqual(["checkpoint.txt"]);
  await press(page, `Remove ${address}`);
  await page.getByRole("button", { name: `Remove ${address}` }).waitFor({ state: "detached" });

  const anyone = await open();
  await anyone.goto("/citizens-together/checkpoints");
  await anyone.getByRole("heading", { level: 1, name: "Has our register been changed?" }).waitFor();
  await expectAccessible(anyone);
  await expectNoSidewaysScroll(anyone);
  const shown = await anyone.getByRole("main").innerText();
  const keys = shown.split("\n").flatMap((line) => parseVerifierKey(line.trim()) ?? []);
  const newest = await anyone.request.get("/citizens-together/checkpoints/newest");
  const note = verifyNote(await newest.text(), keys);
  expect(parseCheckpoint(note?.text ?? "")?.size).toBeGreaterThan(0n);

  // Whoever was handed evidence last week needs the checkpoint of then.
  const earlier = anyone.getByRole("table", { name: "Seals so far" }).getByRole("link").last();
  const old = await anyone.request.get((await earlier.getAttribute("href")) ?? "");
  const size = (await earlier.innerText()).replaceAll(",", "");
  expect(parseCheckpoint(verifyNote(await old.text(), keys)?.text ?? "")?.size).toBe(BigInt(size));
});
