import { randomUUID } from "node:crypto";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { applicationDatabaseUrl } from "@/tests/support/application-database";
import { mailTo } from "@/tests/support/mailbox";
import { home } from "./permissions/actors";
import { callAction } from "./permissions/call-action";
import { application } from "@/tests/support/own-application";

// Nobody learns from the sign-in page who is a member or works here: not from its words, and not from its time. Times on a
// busy machine prove little, so the test takes away what an answer would need to know it: it locks every table that says who
// has an address. An answer that looked there before going out would have to wait.

const whoHasWhat = ["member", "contact_point", "staff", "staff_account", "role_grant"];

/** Runs `work` while nobody can read who has which address. */
async function withNobodyKnown<T>(work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: applicationDatabaseUrl("panel_owner") });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query(`LOCK TABLE ${whoHasWhat.join(", ")} IN ACCESS EXCLUSIVE MODE`);
    return await work();
  } finally {
    await client.end();
  }
}

function demoAddress(role: string): string {
  const found = application().people.find((each) => each.panel === home && each.role === role);
  return found?.email ?? "";
}

const doors = [
  ["members", "app/(public)/[panel]/sign-in/actions.ts#askForMemberCode", "resident", { panel: home }],
  ["staff", "app/staff/sign-in/actions.ts#askForStaffCode", "engagement", {}],
] as const;

describe.each(doors)("the sign-in of %s", (_, action, role, form) => {
  it("answers a known and an unknown address alike, before it looks who has it", async () => {
    const known = demoAddress(role);
    expect(known).not.toBe("");
    const addresses = [known, `${randomUUID()}@residents.example`];
    const answers = await withNobodyKnown(() =>
      Promise.all(addresses.map(async (email) => callAction(action, { ...form, email }))),
    );
    const [one, other] = answers.map(({ kind, response }) => ({
      kind,
      status: response.status,
      to: response.headers.get("x-action-redirect"),
      headers: [...response.headers.keys()].toSorted(),
      cookies: response.headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]+/u, "")),
    }));
    expect(one?.kind).toBe("redirect");
    expect(one).toEqual(other);
    await mailTo(known, ({ subject }) => subject.includes("code"));
  });
});
