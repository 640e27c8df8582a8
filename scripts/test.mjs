import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { install, isInstalled } from "./install.mjs";
import { pinnedNode, ROOT } from "./paths.mjs";
import { say, seconds, sinceStart, step } from "./progress.mjs";
import { exitWith, Sentence } from "./sentence.mjs";

/*
 * `npm test`: every check, each with its time. A check that is no test run counts as one test. Two things run at a time,
 * as the machine that this must suit has two cores: two checks, two test files, or the build beside the fault tests.
 * `npm run test:quick`: policy and architecture only.
 */

const STEP_LIMIT_MS = 20 * 60_000;
const bin = (file) => path.join(ROOT, "node_modules", file);
const NEXT = bin("next/dist/bin/next");

/** Programs that say yes or no. What they print is shown when they say no. The first writes what others read. */
const ROUTE_TYPES = ["Route types", [NEXT, "typegen"]];
const CHECKS = [
  ["Formatting", [bin("prettier/bin/prettier.cjs"), "--check", "--log-level", "warn", "."]],
  ["Lint", [bin("oxlint/bin/oxlint"), "--type-aware", "--deny-warnings"]],
  ["Types", [bin("typescript/bin/tsc"), "--noEmit"]],
  [
    "Import direction",
    [
      bin("dependency-cruiser/bin/dependency-cruiser.mjs"),
      "--config",
      ".dependency-cruiser.cjs",
      "--output-type",
      "err-long",
      ...sources(),
    ],
  ],
  ["Dead code", [bin("knip/bin/knip.js"), "--no-progress", "--no-config-hints"]],
];

function sources() {
  return ["app", "components", "emails", "i18n", "lib", "prisma", "scripts", "tests", "instrumentation.ts"];
}

/** @returns {Promise<{ code: number | null, output: string }>} */
function run(args, { quiet }) {
  const child = spawn(pinnedNode(), args, {
    cwd: ROOT,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
    stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
  });
  let output = "";
  for (const stream of quiet ? [child.stdout, child.stderr] : [])
    stream.on("data", (chunk) => (output += chunk));
  const timer = setTimeout(() => child.kill("SIGKILL"), STEP_LIMIT_MS);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      resolve({ code, output });
    });
  });
}

/**
 * @param until its line is printed after this
 * @returns {Promise<{ passed: number, failed: number }>}
 */
async function check(name, args, until = Promise.resolve()) {
  const begun = Date.now();
  const { code, output } = await run(args, { quiet: true });
  const took = Date.now() - begun;
  await until;
  const good = code === 0;
  if (!good) say(output.trim());
  say(`${good ? "✓" : "✗"} ${name.padEnd(30)} ${seconds(took)}`);
  return good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** All of these checks, two at a time. */
async function checks(all) {
  const waiting = [...all];
  const done = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) done.push(await check(...next));
  };
  await Promise.all([lane(), lane()]);
  return done;
}

/** Runs test files and counts them as Vitest does; a run that breaks before any test failed is one failure. */
async function tests(name, args) {
  const begun = Date.now();
  const folder = mkdtempSync(path.join(tmpdir(), "resident-panel-test-"));
  const report = path.join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await run([bin("vitest/vitest.mjs"), "run", ...args, ...reporters], { quiet: false });
  const counted = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {};
  rmSync(folder, { recursive: true, force: true });
  const passed = counted.numPassedTests ?? 0;
  const failed = code === 0 ? 0 : Math.max(1, counted.numFailedTests ?? 0);
  say(
    `${failed === 0 ? "✓" : "✗"} ${name.padEnd(30)} ${seconds(Date.now() - begun)} (${passed} passed, ${failed} failed)`,
  );
  return { passed, failed };
}

async function everything() {
  const done = [await check(...ROUTE_TYPES), ...(await checks(CHECKS))];
  done.push(await tests("Unit and database tests", ["--project", "unit", "--project", "database"]));
  // The fault tests mostly wait: for leases to lapse, for servers to come back.
  const faults = tests("Fault tests", ["--project", "faults"]);
  const built = await check("Production build", ["scripts/build.mjs"], faults);
  done.push(await faults, built);
  if (built.failed === 0) done.push(await tests("Browser tests", ["--project", "browser"]));
  else done.push({ passed: 0, failed: 1 }); // Without a build there is nothing to open: not run is not passed.
  return done;
}

function quick() {
  const some = ["--project", "unit", "--maxWorkers=100%", "tests/policy", "tests/architecture"];
  return tests("Policy and architecture", some).then((one) => [one]);
}

async function main() {
  const [which, ...more] = process.argv.slice(2);
  if ((which !== undefined && which !== "quick") || more.length > 0)
    throw new Sentence(
      "npm test runs everything, npm run test:quick the rules; for one file: npx vitest run FILE.",
    );
  if (!isInstalled()) await step("Dependencies", () => install());
  const { generateClient } = await import("./generate.mjs");
  generateClient();
  const done = which === "quick" ? await quick() : await everything();
  const sum = (key) => done.reduce((total, one) => total + one[key], 0);
  say(`\nAll of it took ${sinceStart()}.`);
  say(`${sum("passed")} passed, ${sum("failed")} failed`);
  process.exit(sum("failed") === 0 ? 0 : 1);
}

await main().catch(exitWith);
