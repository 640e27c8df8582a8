import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applicationDatabaseUrl } from "@/tests/support/application-database";
import { useBrowser } from "@/tests/support/browsing";
import { freePort } from "@/tests/support/cluster";
import { OidcProvider } from "@/tests/support/oidc-provider";
import { application } from "@/tests/support/own-application";
import { until } from "@/tests/support/until";

// Staff sign in with their organisation's account in a real browser, under the real content security policy: a second web
// process on the same database, which knows a provider at another origin.

const { open } = useBrowser();
const provider = new OidcProvider();
let web: ChildProcess;
let url: string;

beforeAll(async () => {
  await provider.start();
  const port = await freePort();
  url = `http://localhost:${port}`;
  const { data } = application();
  const secrets = JSON.parse(readFileSync(path.join(data, "secrets.json"), "utf8")) as Record<string, string>;
  web = spawn(process.execPath, ["lib/web/start.mjs"], {
    env: {
      ...process.env,
      ...secrets,
      NODE_ENV: "production",
      PORT: String(port),
      HOST: "127.0.0.1",
      APP_URL: url,
      NEXTAUTH_URL: url,
      DATABASE_URL: applicationDatabaseUrl("panel_app"),
      JOURNAL_DIR: path.join(data, "journals"),
      SMTP_URL: "smtp://127.0.0.1:1",
      MAIL_FROM: "panel@resident-panel.example",
      OIDC_WELL_KNOWN: `${provider.issuer}/.well-known/openid-configuration`,
      OIDC_CLIENT_ID: "panel",
      OIDC_CLIENT_SECRET: "the-client-secret-of-this-test",
    },
    stdio: "ignore",
  });
  const isUp = () =>
    fetch(`${url}/api/health?probe=live`).then(
      ({ ok }) => ok,
      () => false,
    );
  await until("the second web process", isUp);
});

afterAll(async () => {
  provider.stop();
  web.kill("SIGTERM");
  if (web.exitCode === null) await once(web, "exit");
});

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("staff with a work account, %s", (_, javaScriptEnabled) => {
  it("are sent to the provider by one press, and come back signed in", async () => {
    const page = await open({ baseURL: url, javaScriptEnabled });
    await page.goto("/staff/sign-in");
    await page.getByRole("button", { name: "Sign in with your work account" }).click();
    await page.waitForURL(`${provider.issuer}/authorise?**`);
    const asked = new URL(page.url());
    const officer = application().people.find(({ role }) => role === "engagement");
    provider.claims = { sub: "account-1", email: officer?.email ?? "", email_verified: true };
    const back = new URL(asked.searchParams.get("redirect_uri") ?? "");
    back.searchParams.set("code", provider.authorise(asked));
    back.searchParams.set("state", asked.searchParams.get("state") ?? "");
    await page.goto(back.href);
    await page.waitForURL(`${url}/staff**`);
    expect(new URL(page.url()).search).toBe("");
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).not.toContain("sign-in");
  });
});
