import type { TestProject } from "vitest/node";
import { runningApplication, startApplication, type Application } from "./application";

declare module "vitest" {
  export interface ProvidedContext {
    application: Omit<Application, "stop">;
  }
}

/** One running product for all browser test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...application } = runningApplication() ?? (await startApplication());
  project.provide("application", application);
  return stop;
}
