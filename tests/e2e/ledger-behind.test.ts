import pg from "pg";
import { expect, it } from "vitest";
import { applicationDatabaseUrl } from "@/tests/support/application-database";
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from "@/tests/support/browsing";
import { mailTo } from "@/tests/support/mailbox";
import { tokensOf } from "./permissions/links";
import { confirm, joinAgreeing, newResident, signIn, type Resident } from "./story/resident";
import { pressDemoPerson } from "./story/staff";
import { application } from "@/tests/support/own-application";

const { open } = useBrowser();
const panel = "customer-voices";

/** As a process that starts and finds an older copy of the database. Gives how it is put back, with what waited meanwhile. */
async function fallBehind(organisationId: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: applicationDatabaseUrl("panel_owner") });
  await client.connect();
  await client.query(
    `INSERT INTO ledger_hold (organisation_id, id, reason, detail, opened_at)
     VALUES ($1, gen_random_uuid(), 'behind', '{}', clock_timestamp())`,
    [organisationId],
  );
  return async () => {
    await client.query("BEGIN");
    await client.query(
      `SELECT set_config('panel.arranging', 'on', true), set_config('panel.recovering', $1, true)`,
      [organisationId],
    );
    await client.query("DELETE FROM waiting_entry WHERE organisation_id = $1", [organisationId]);
    await client.query(
      "UPDATE ledger_hold SET released_at = clock_timestamp() WHERE organisation_id = $1 AND released_at IS NULL",
      [organisationId],
    );
    await client.query("COMMIT");
    await client.end();
  };
}

type Known = { readonly organisationId: string; readonly memberId: string; readonly contactPointId: string };

async function known({ email }: Resident): Promise<Known> {
  const client = new pg.Client({ connectionString: applicationDatabaseUrl("panel_app") });
  await client.connect();
  const { rows } = await client.query<Known>(
    `SELECT organisation_id::text AS "organisationId", member_id::text AS "memberId", id::text AS "contactPointId"
     FROM contact_point WHERE normalised = $1`,
    [email],
  );
  await client.end();
  const [row] = rows;
  if (row === undefined) throw new Error("The resident has joined");
  return row;
}

/** What the address of RFC 8058 in a mail to them answers to a mail program. */
async function oneClick({ organisationId, memberId, contactPointId }: Known): Promise<number> {
  const ids = [organisationId, memberId, "research", "email", contactPointId, ""];
  const { valid } = tokensOf("unsubscribe", "preferences", ids);
  const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
  const address = `${application().url}/api/unsubscribe/${valid}`;
  return (await fetch(address, { method: "POST", body })).status;
}

it("while an older copy of the database is here everybody is told on every page, may look, and changes nothing", async () => {
  const resident = newResident();
  const own = await open();
  await joinAgreeing(own, panel, resident);
  await confirm(own, resident);
  await signIn(own, panel, resident);
  const asked = await known(resident);
  const officer = application().people.find((one) => one.panel === panel && one.role === "dpo");
  const putBack = await fallBehind(asked.organisationId);
  try {
    for (const [role, at] of [
      ["Engagement officer", `/staff/${panel}`],
      ["Data protection officer", `/dpo/${panel}`],
    ] as const) {
      const office = await open({ viewport: { width: 1280, height: 900 } });
      // One can still sign in.
      await pressDemoPerson(office, "Customer Voices", role);
      await office.goto(at);
      await office.getByRole("region", { name: "Nothing can be saved or sent" }).waitFor();
      await expectAccessible(office);
    }
    await own.goto("/my");
    await own
      .getByRole("region", { name: "You can look, but you cannot change anything just now" })
      .waitFor();
    await expectAccessible(own);
    await expectNoSidewaysScroll(own);
    await own.locator("#stop-research").getByRole("button").click();
    await own.getByText("We cannot save anything at the moment").first().waitFor();
    expect(await oneClick(asked), "mail programs try again").toBe(503);
    await mailTo(officer?.email ?? "", ({ subject }) => subject.startsWith("Sending is held"));
  } finally {
    await putBack();
  }
  await own.goto("/my");
  expect(await own.getByText("You can look, but you cannot change").count()).toBe(0);
  expect(await oneClick(asked)).toBe(200);
});
