import { tmpdir } from "node:os";
import path from "node:path";

/** What readConfig() finds in a test process. Fixed, worthless values: nothing here opens anything outside the tests. */
export const testEnvironment: Readonly<Record<string, string>> = {
  APP_URL: "http://localhost:3000",
  SMTP_URL: "smtp://127.0.0.1:2525",
  MAIL_FROM: "panel@example.org",
  AUTH_SECRET: "test-auth-secret-0123456789-abcdefghij",
  LINK_SECRET: "test-link-secret-0123456789-abcdefghij",
  ADDRESS_PEPPER: "test-address-pepper-0123456789-abcdef",
  LEDGER_KEKS: `1:${Buffer.alloc(32, "test-ledger-kek-").toString("base64")}`,
  // Of this run of the tests; taken away at its end (cluster-setup.ts).
  JOURNAL_DIR: process.env["PANEL_TEST_JOURNALS"] ?? path.join(tmpdir(), "resident-panel-test-journals"),
  NEXTAUTH_URL: "http://localhost:3000",
  LOG_LEVEL: "silent",
};

// Importing this file is enough.
Object.assign(process.env, testEnvironment);
process.env["DATABASE_URL"] ??= "postgresql://panel_app@127.0.0.1:1/none";
// Whoever runs the tests may have a demo of their own in the environment; the tests are not one.
delete process.env["DEMO"];
