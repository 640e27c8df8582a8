import pg from "pg";
import { describe, expect, it } from "vitest";
import words from "@/messages/en/errors.json";
import { applicationDatabaseUrl } from "@/tests/support/application-database";
import { expectAccessible, useBrowser } from "@/tests/support/browsing";
import { newResident, press, type Resident } from "./story/resident";

// What a real server without room says, and that nothing is stored by half, is tests/faults/disk-full.test.ts; here it says so
// of one person's answers, and the person is at the page.

const { open } = useBrowser();
const panel = "customer-voices";

/** From now on the disk takes nothing that this resident sends. Gives how there is room again. */
async function fillDiskFor({ email }: Resident): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: applicationDatabaseUrl("panel_owner") });
  await client.connect();
  const name = `no_room_${email.replace(/\W/gu, "_")}`;
  await client.query(`
    CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION USING ERRCODE = '53100', MESSAGE = 'could not extend file "base/1/2": No space left on device';
    END $$;
    CREATE TRIGGER ${name} BEFORE INSERT OR UPDATE ON join_request FOR EACH ROW
      WHEN (position('${email}' IN NEW.answers::text) > 0) EXECUTE FUNCTION ${name}()`);
  return async () => {
    await client.query(`DROP FUNCTION ${name} CASCADE`);
    await client.end();
  };
}

describe.each([
  ["with JavaScript", { javaScriptEnabled: true }],
  ["without JavaScript", { javaScriptEnabled: false }],
])("%s", (_, options) => {
  it("what the disk does not take is refused in words, what was typed is still there, and is taken when there is room", async () => {
    const resident = newResident();
    const page = await open(options);
    await page.goto(`/${panel}/join`);
    await page.getByRole("checkbox").first().check();
    await press(page, "Start");
    await page.getByLabel("First name").fill(resident.givenName);
    await page.getByLabel("Last name").fill(resident.familyName);
    await page.getByLabel("E-mail address").fill(resident.email);
    const makeRoom = await fillDiskFor(resident);
    try {
      await press(page, "Save and continue");
      await page.getByText(words.refusal.system.notStored).first().waitFor();
      await expectAccessible(page);
      expect(await page.getByLabel("First name").inputValue()).toBe(resident.givenName);
      expect(await page.getByLabel("Last name").inputValue()).toBe(resident.familyName);
      expect(await page.getByLabel("E-mail address").inputValue()).toBe(resident.email);
    } finally {
      await makeRoom();
    }
    await press(page, "Save and continue");
    await page.waitForURL(/\/join\/choices$/u);
  });
});
