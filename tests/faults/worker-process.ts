import { spawn, type ChildProcess } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { testEnvironment } from "../support/environment";

const root = path.resolve(import.meta.dirname, "../..");
const scripts = {
  product: "lib/worker/main.ts",
  withoutLock: "tests/faults/workers/without-lock.ts",
} as const;

/** What only a worker is given: a key, and a folder for what it signs, of this run of the tests. */
const signing = {
  CHECKPOINT_KEY: generateKeyPairSync("ed25519")
    .privateKey.export({ format: "der", type: "pkcs8" })
    .toString("base64"),
  CHECKPOINT_DIR: mkdtempSync(path.join(tmpdir(), "checkpoints-")),
};

export type WorkerProcess = {
  readonly child: ChildProcess;
  /** What it wrote to its log. */
  output(): string;
  /** kill -9: no handler runs, nothing is said goodbye to. */
  kill(): Promise<void>;
  /** SIGTERM, and waits for the end. */
  stop(): Promise<void>;
};

/** A worker as a process of its own, killed by its own id. Resolves once it says that it is ready. */
export async function startWorkerProcess(
  databaseUrl: string,
  smtpUrl: string,
  script: keyof typeof scripts = "product",
  more: Readonly<Record<string, string>> = {},
): Promise<WorkerProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", scripts[script]], {
    cwd: root,
    env: {
      ...process.env,
      ...testEnvironment,
      ...signing,
      DATABASE_URL: databaseUrl,
      SMTP_URL: smtpUrl,
      LOG_LEVEL: "info",
      ...more,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const ended = once(child, "exit");
  const ready = new Promise<void>((resolve) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("The worker is ready")) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
  });
  await Promise.race([
    ready,
    ended.then(() => Promise.reject(new Error(`The worker ended at once:\n${said}`))),
  ]);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  return { child, output: () => said, kill: () => end("SIGKILL"), stop: () => end("SIGTERM") };
}
