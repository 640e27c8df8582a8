import type { TestProject } from "vitest/node";
import { build } from "../../scripts/build.mjs";
import { runningApplication, startApplication, type Application } from "./application";

declare module "vitest" {
  export interface ProvidedContext {
    applications: readonly Omit<Application, "stop">[];
  }
}

/** One running product for each worker, of one build. */
async function startAll(workers: number): Promise<readonly Application[]> {
  await build();
  const starts = Array.from({ length: workers }, () => startApplication());
  const outcomes = await Promise.allSettled(starts);
  const started = outcomes.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  if (started.length === workers) return started;
  await Promise.all(started.map(({ stop }) => stop()));
  throw outcomes.find((one) => one.status === "rejected")?.reason;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = runningApplication();
  const all = running === null ? await startAll(project.config.maxWorkers) : [running];
  project.provide(
    "applications",
    all.map(({ stop: _, ...application }) => application),
  );
  return async () => {
    await Promise.all(all.map(({ stop }) => stop()));
  };
}
