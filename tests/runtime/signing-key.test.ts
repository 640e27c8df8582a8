import { execFile } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { testEnvironment } from "../support/environment";

const CHECKPOINT_KEY = generateKeyPairSync("ed25519")
  .privateKey.export({ format: "der", type: "pkcs8" })
  .toString("base64");

/** Starts only as far as the checks that web and worker begin with; there is no database to go on to. */
function start(part: "web" | "worker", env: Record<string, string>): Promise<{ code: number; said: string }> {
  const script = `import("./lib/boot.ts").then(({ startOrExit }) => startOrExit("${part}"))`;
  const all = {
    ...process.env,
    ...testEnvironment,
    DATABASE_URL: "postgresql://panel_app@127.0.0.1:1/none",
    ...env,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ["--import", "tsx", "--eval", script], { env: all }, (fault, _, said) => {
      resolve({ code: typeof fault?.code === "number" ? fault.code : 0, said });
    });
  });
}

describe("the key that signs checkpoints", () => {
  it("is not for the web process, which does not start with it and does not repeat it", async () => {
    const { code, said } = await start("web", { CHECKPOINT_KEY });
    expect(code).toBe(1);
    expect(said).toContain("CHECKPOINT_KEY is set for the web process");
    expect(said).not.toContain(CHECKPOINT_KEY);
  });

  it("is what the worker does not start without", async () => {
    const { code, said } = await start("worker", {});
    expect(code).toBe(1);
    expect(said).toContain("CHECKPOINT_KEY is missing");
    expect(said).toContain("CHECKPOINT_DIR is missing");
  });
});
