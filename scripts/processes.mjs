import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/**
 * When a process was born, as text that a later process with the same id cannot share. `undefined` when it does not run.
 * Process ids are reused, so a pid file without this would let us end a stranger's process.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function birthOf(pid) {
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  if (process.platform === "linux") return linuxBirth(pid);
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined; // `ps` says "no such process" by its exit code.
  }
}

function linuxBirth(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may hold spaces and brackets itself: count fields from the last one.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, started] = [fields[0], fields[19]];
    if (state === "Z" || state === "X") return undefined;
    return `${bootId()}:${started}`;
  } catch {
    return undefined; // No such process.
  }
}

function bootId() {
  return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
}

/**
 * The command line of a process, or "" when it does not run or hides it.
 * @param {number} pid
 */
export function commandOf(pid) {
  try {
    if (process.platform === "linux")
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

/**
 * Ends one process that an earlier run left behind, and only that one: a process whose birth differs is not ours.
 * @param {{ pid: number, birth: string }} known
 * @param {{ signal?: NodeJS.Signals, graceMs?: number }} [how]
 * @returns {Promise<boolean>} whether there was one to end
 */
export async function endKnown({ pid, birth }, { signal = "SIGTERM", graceMs = 5000 } = {}) {
  if (birthOf(pid) !== birth) return false;
  signalQuietly(pid, signal);
  const giveUpAt = Date.now() + graceMs;
  while (birthOf(pid) === birth && Date.now() < giveUpAt) await wait(50);
  if (birthOf(pid) === birth) signalQuietly(pid, "SIGKILL");
  while (birthOf(pid) === birth && Date.now() < giveUpAt + 5000) await wait(50);
  return true;
}

/**
 * What a program said and how it ended. It does not outlive this process: whoever stops a start half-way is not left with
 * an installation or a build that goes on.
 * @param {import("node:child_process").ChildProcess} child its streams are piped
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export async function endOf(child) {
  const end = () => void child.kill();
  process.once("exit", end);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  process.off("exit", end);
  return { code, output };
}

function signalQuietly(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error; // It ended between the look and the signal.
  }
}
