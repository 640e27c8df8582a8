import { spawn } from "node:child_process";
import { afterEach, describe, expect, it } from "vitest";
import { birthOf, endKnown } from "../../scripts/processes.mjs";

const started: ReturnType<typeof spawn>[] = [];

async function startSleeper(): Promise<number> {
  const child = spawn(process.execPath, ["-e", "setInterval(() => undefined, 1000)"], { stdio: "ignore" });
  started.push(child);
  await new Promise((resolve) => child.once("spawn", resolve));
  return child.pid ?? 0;
}

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

describe("what a killed run left behind", () => {
  it("is ended when it is the same process", async () => {
    const pid = await startSleeper();
    expect(await endKnown({ pid, birth: birthOf(pid) ?? "" })).toBe(true);
    expect(birthOf(pid)).toBeUndefined();
  });

  it("is left alone when another process has got its id since", async () => {
    const pid = await startSleeper();
    expect(await endKnown({ pid, birth: "born at another time" })).toBe(false);
    expect(birthOf(pid)).toBeDefined();
  });

  it.each([0, 1, -1, 2_000_000_000, Number.NaN])("process id %d is never ours", async (pid) => {
    expect(await endKnown({ pid, birth: "any" })).toBe(false);
  });
});
