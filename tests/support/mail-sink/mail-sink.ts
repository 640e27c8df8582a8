import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** What the sink wrote down. `at` and `mailFrom` are nanoseconds of the machine's monotonic clock. */
export type SinkLine = {
  readonly what: "began" | "taken" | "dropped" | "stalled" | "dripping";
  readonly recipient: string;
  readonly messageId?: string;
  readonly mailFrom?: string;
  readonly content?: string;
  readonly at: string;
};

export type MailSink = {
  readonly url: string;
  /** Everything it wrote down so far. */
  lines(): readonly SinkLine[];
  stop(): Promise<void>;
};

/** How it takes mail. */
export type Manner = {
  /** Milliseconds before each message is taken. */
  readonly delayMs?: number;
  /** A port of its own choice when absent. */
  readonly port?: number;
  /** Answers every sign-in with 535. */
  readonly refuseSignIn?: boolean;
};

/** Starts a mail server in a process of its own. */
export async function startMailSink(manner: Manner = {}): Promise<MailSink> {
  const dir = mkdtempSync(path.join(tmpdir(), "mail-sink-"));
  const logFile = path.join(dir, "log");
  writeFileSync(logFile, "");
  const script = path.join(import.meta.dirname, "sink.mjs");
  const child = spawn(process.execPath, [script, logFile, JSON.stringify(manner)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = (await once(child.stdout, "data")) as [Buffer];
  return {
    url: `smtp://127.0.0.1:${port.toString().trim()}`,
    lines: () =>
      readFileSync(logFile, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as SinkLine),
    stop: async () => {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
