import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startCluster, type ClusterAddress } from "./cluster";

declare module "vitest" {
  export interface ProvidedContext {
    cluster: ClusterAddress;
  }
}

/** One cluster for all database test files of a run; each file clones its own database from the template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const journals = mkdtempSync(path.join(tmpdir(), "resident-panel-test-journals-"));
  process.env["PANEL_TEST_JOURNALS"] = journals;
  const { address, stop } = await startCluster();
  project.provide("cluster", address);
  return async () => {
    await stop();
    rmSync(journals, { recursive: true, force: true });
  };
}
