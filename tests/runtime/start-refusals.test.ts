import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../support/cluster";

const folder = mkdtempSync(path.join(tmpdir(), "start-refusals-"));
const taken: Server = createServer();
let port = 0;

beforeAll(async () => {
  chmodSync(folder, 0o755); // Else, as root, a folder that stands in for it would be made and left behind.
  port = await freePort();
  await new Promise<void>((resolve) => taken.listen(port, "127.0.0.1", resolve));
  writeFileSync(path.join(folder, "a-file"), "");
});
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

type End = { code: number; output: string };

function start(env: Record<string, string>): Promise<End> {
  const all = {
    NODE_ENV: "production" as const,
    PATH: process.env["PATH"] ?? "",
    PANEL_DATA_DIR: folder,
    PORT: String(port),
    ...env,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ["scripts/start.mjs"], { env: all }, (fault, stdout, stderr) => {
      resolve({ code: typeof fault?.code === "number" ? fault.code : 0, output: stdout + stderr });
    });
  });
}

describe("npm start says in one sentence what is wrong, and ends with an error code", () => {
  it.each<[string, () => Record<string, string>, RegExp]>([
    ["a port that is no number", () => ({ PORT: "three" }), /^PORT must be a whole number/m],
    ["a taken port", () => ({}), /^Port \d+ \(web server\) is already in use/m],
    [
      "a data folder that cannot be written",
      () => ({ PANEL_DATA_DIR: path.join(folder, "a-file", "data") }),
      /cannot be written to/,
    ],
    [
      "a database that does not answer",
      () => ({ PORT: "4000", DATABASE_URL: "postgresql://panel_app@127.0.0.1:1/none" }),
      /nothing answers there\.$/m,
    ],
    [
      "a database address of another kind",
      () => ({ PORT: "4000", DATABASE_URL: "mysql://db" }),
      /^DATABASE_URL must look like postgresql:/m,
    ],
    [
      "a mail server that does not answer",
      () => ({ PORT: "4000", SMTP_URL: "smtp://127.0.0.1:1" }),
      /127\.0\.0\.1:1, cannot be reached \(ECONNREFUSED\)\.$/m,
    ],
    [
      "a mail address of another kind",
      () => ({ PORT: "4000", SMTP_URL: "mail.example.org" }),
      /^SMTP_URL must look like smtp:/m,
    ],
  ])("%s", async (_, env, sentence) => {
    const { code, output } = await start(env());
    expect(output).toMatch(sentence);
    expect(output).not.toMatch(/^ {4}at /m);
    expect(code).toBe(1);
  });
});
