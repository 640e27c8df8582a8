import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
const files = (...areas: string[]) => areas.map((area) => `tests/${area}/**/*.test.{ts,tsx}`);
const shared = {
  setupFiles: ["tests/support/environment.ts", "tests/support/quiet.ts"],
  restoreMocks: true,
  environment: "node" as const,
};

/**
 * `unit` needs nothing, and its files share their threads, for they hold no state; `database` a throw-away cluster, one
 * database a file; `faults` kills and races, each file on a database or a cluster of its own; `browser` a production build,
 * Chromium, and the whole application, one for each worker. Two files at a time everywhere: what runs in one go must agree.
 */
export default defineConfig({
  resolve: { alias: { "@": path.resolve(root) } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: "unit",
          include: files("policy", "architecture", "emails", "config", "schemas", "components", "runtime"),
          // A property's many cases take their time on a machine that does something else besides.
          testTimeout: 60_000,
          pool: "threads",
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "database",
          include: files("db", "usecases", "queries", "ledger", "messaging", "auth", "actions", "worker"),
          globalSetup: ["tests/support/cluster-setup.ts"],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "faults",
          include: files("faults"),
          globalSetup: ["tests/support/cluster-setup.ts"],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: files("e2e"),
          setupFiles: ["tests/support/quiet.ts"],
          globalSetup: ["tests/support/application-setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 30_000 } },
          // A product that was started by hand is one.
          maxWorkers: process.env["PANEL_RUNNING"] === undefined ? 2 : 1,
        },
      },
    ],
  },
});
