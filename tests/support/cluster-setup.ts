import type { TestProject } from "vitest/node";
import { startCluster, type ClusterAddress } from "./cluster";

declare module "vitest" {
  export interface ProvidedContext {
    cluster: ClusterAddress;
  }
}

/** One cluster for all database test files of a run; each file clones its own database from the template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { address, stop } = await startCluster();
  project.provide("cluster", address);
  return stop;
}
