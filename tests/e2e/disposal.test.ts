import { createHash } from "node:crypto";
import pg from "pg";
import { expect, it } from "vitest";
import { applicationDatabaseUrl } from "@/tests/support/application-database";
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from "@/tests/support/browsing";
import { confirm, join, newResident, press, type Resident } from "./story/resident";
import { findReference, pressDemoPerson } from "./story/staff";

const { open } = useBrowser();
const panel = "customer-voices";

/** Says that somebody left two months ago, which no test waits for. */
async function leftLongAgo({ email }: Resident): Promise<void> {
  const client = new pg.Client({ connectionString: applicationDatabaseUrl("panel_owner") });
  await client.connect();
  await client.query(
    `WITH gone AS (UPDATE member SET state = 'left', left_at = now() - interval '2 months'
       WHERE id = (SELECT member_id FROM contact_point WHERE normalised = $1) RETURNING organisation_id, panel_id, id)
     INSERT INTO retention_item (organisation_id, id, panel_id, member_id, rule_key, triggered_on, due_on, action)
     SELECT organisation_id, gen_random_uuid(), panel_id, id, 'after-leaving', current_date - 61, current_date - 30, 'delete' FROM gone`,
    [email],
  );
  await client.end();
}

it("what is due goes: the officer looks, an administrator approves, the worker carries it out, and a certificate says so", async () => {
  const resident = newResident();
  const home = await open();
  await join(home, panel, resident);
  await confirm(home, resident);
  await leftLongAgo(resident);

  const officer = await open();
  await pressDemoPerson(officer, "Customer Voices", "Data protection officer");
  const reference = await findReference(officer, panel, resident.familyName);
  await officer.goto(`/dpo/${panel}/retention`);
  await press(officer, "See what is due");
  await officer.getByRole("heading", { level: 1, name: /^Disposal run: due by/u }).waitFor();
  await expectAccessible(officer);
  const address = new URL(officer.url()).pathname;
  await officer.getByText("You made this preview. Somebody else must approve it").waitFor();
  expect(await officer.getByRole("button", { name: "Approve and carry out" }).count()).toBe(0);

  const second = await open({ viewport: { width: 390, height: 844 } });
  await pressDemoPerson(second, "Customer Voices", "Administrator");
  await second.goto(`/staff/${panel}`);
  await second.getByRole("link", { name: "Open the run" }).click();
  await second.getByRole("heading", { level: 1, name: /^Disposal run: due by/u }).waitFor();
  expect(new URL(second.url()).pathname).toBe(address);
  await expectNoSidewaysScroll(second);
  await press(second, "Approve and carry out");
  await second.getByRole("heading", { name: "There is a problem" }).waitFor();
  await second.getByRole("checkbox", { name: /for good/u }).check();
  await press(second, "Approve and carry out");
  await second.getByText(/^Carried out on/u).waitFor({ timeout: 60_000 });
  await expectAccessible(second);

  await officer.goto(`${address}/certificate`);
  await officer.getByRole("heading", { level: 1, name: "Certificate of disposal" }).waitFor();
  await expectAccessible(officer);
  const fingerprint = await officer.getByText(/^[0-9a-f]{64}$/u).textContent();
  const file = await officer.context().request.get(`${address}/certificate.json`);
  expect(
    createHash("sha256")
      .update(await file.body())
      .digest("hex"),
  ).toBe(fingerprint);
  const member = await officer.goto(`/staff/${panel}/members/${reference}`);
  expect(member?.status()).toBe(404);
});
