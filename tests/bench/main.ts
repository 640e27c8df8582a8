import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { consentChange } from "./consent-change";
import { gatedSend } from "./gated-send";
import { ledgerAppends } from "./ledger-appends";
import { ledgerVerify } from "./ledger-verify";
import { optOut } from "./opt-out";
import { pages } from "./pages";
import { permissionAtScale } from "./permission-at-scale";
import { restore } from "./restore";
import type { Bench, Row } from "./row";
import { trailPage } from "./trail-page";

// npm run bench [name …]: every figure beside a baseline of the same run, as a table and as JSON.

const benches: readonly Bench[] = [
  ledgerAppends,
  ledgerVerify,
  consentChange,
  gatedSend,
  optOut,
  permissionAtScale,
  trailPage,
  restore,
  pages,
];

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function table(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ name, measured, baseline, ratio, target, met }) =>
      `| ${name} | ${measured} | ${baseline} | ${ratio === null ? "" : ratio.toFixed(2)} | ${target} | ${met ? "yes" : "NO"} |`,
  );
  return [
    "| what | measured | baseline, same run | ratio | target | met |",
    "| --- | --- | --- | --- | --- | --- |",
    ...lines,
  ].join("\n");
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no ${unknown.join(", ")}: name some of ${benches.map(({ name }) => name).join(", ")}.\n`,
  );
  process.exit(1);
}
const rows: Row[] = [];
for (const bench of benches) {
  if (wanted.length > 0 && !wanted.includes(bench.name)) continue;
  say(`measuring ${bench.name} …`);
  const measured = await bench.run();
  rows.push(...measured);
  for (const { name, measured: figure, ratio } of measured) {
    say(`  ${name}: ${figure}${ratio === null ? "" : `, ratio ${ratio.toFixed(2)}`}`);
  }
}
say(`\n${table(rows)}\n`);
mkdirSync(".data", { recursive: true });
writeFileSync(
  ".data/bench.json",
  JSON.stringify(
    { at: new Date().toISOString(), cores: availableParallelism(), node: process.version, rows },
    null,
    2,
  ),
);
say("The same as JSON: .data/bench.json");
process.exit(rows.every(({ met }) => met) ? 0 : 1);
