import { execFileSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { linesOf, type NumberedFact } from "@/lib/ledger/export/state-lines";
import type { Channel } from "@/lib/policy/vocabulary";
import { entriesOf, type MadeEntry, type MadeHead, type Of } from "./million-entries";
import type { Bench } from "./row";

const entries = Number(process.env["BENCH_ENTRIES"] ?? 1_000_000);
const of: Of = {
  organisationId: "0192b6ac-5400-7b58-b93c-5e752fa3db84",
  panelId: "0192b6ac-5400-789e-9dc5-16822bfda897",
};

type People = Map<string, NumberedFact[]>;

/** Keeps what an entry decides, as the product's records would have it. */
function gather(people: People, { seq, at, eventType, subject, purpose, channel }: MadeEntry): void {
  if (!eventType.startsWith("consent.") || subject === null || purpose === null) return;
  const time = Date.parse(at);
  const facts = people.get(subject) ?? [];
  people.set(subject, facts);
  facts.push({
    ...{ purposeKey: purpose, channel: channel as Channel | null, method: "web", evidenced: true },
    ...{ decision: eventType === "consent.given" ? "given" : "withdrawn", validUntil: null },
    ...{ effectiveAt: time, recordedAt: time, seq: String(seq) },
  });
}

/** Writes an export of so many entries, its state by the product's own rule. */
async function writeFolder(folder: string): Promise<void> {
  const people: People = new Map();
  let head: MadeHead | undefined;
  let lastAt = "";
  function* lines(): Generator<string> {
    const made = entriesOf(of, entries);
    for (let next = made.next(); ; next = made.next()) {
      if (next.done === true) {
        head = next.value;
        return;
      }
      const { seq, bytes, leaf, chain, at, ...rest } = next.value;
      lastAt = at;
      gather(people, next.value);
      const { eventType, subject, purpose, channel, actorKind, actorRef } = rest;
      const about = {
        recordedAt: at,
        effectiveAt: at,
        eventType,
        panel: of.panelId,
        subject,
        purpose,
        channel,
      };
      yield `${JSON.stringify({
        ...{ seq: String(seq), bytes: bytes.toString("base64"), leaf: leaf.toString("hex") },
        ...{ chain: chain.toString("hex"), columns: { ...about, actorKind, actorRef } },
      })}\n`;
    }
  }
  await pipeline(lines(), createWriteStream(path.join(folder, "entries.ndjson")));
  const frontier = head?.frontier.map((root) => root.toString("hex")) ?? [];
  const last = String(entries);
  const ledger = {
    ...{ format: "resident-panel-ledger/1", scope: "whole", organisation: of.organisationId },
    epochs: [{ epoch: "1", firstSeq: "1", lastSeq: last }],
    head: { epoch: "1", epochStart: "0", seq: last, chain: head?.chain.toString("hex"), frontier },
  };
  writeFileSync(path.join(folder, "ledger.json"), `${JSON.stringify(ledger)}\n`);
  const stands = createWriteStream(path.join(folder, "state.ndjson"));
  await pipeline(function* () {
    for (const [subject, facts] of [...people].sort(([one], [other]) => (one < other ? -1 : 1))) {
      for (const line of linesOf(subject, facts, Date.parse(lastAt))) yield `${JSON.stringify(line)}\n`;
    }
  }, stands);
  for (const name of ["checkpoints.txt", "keys.txt"]) writeFileSync(path.join(folder, name), "");
}

type Measured = { readonly ms: number; readonly cpuMs: number; readonly megabytes: number };

/** Runs a program of its own, so that its time and memory are nobody else's. */
function measured(program: string): Measured {
  const measuring = `const before = performance.now(); ${program}
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    console.log(JSON.stringify({ ms: performance.now() - before, cpuMs: (userCPUTime + systemCPUTime) / 1000, megabytes: maxRSS / 1024 }));`;
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", measuring], { encoding: "utf8" });
  return JSON.parse(said.trim().split("\n").at(-1) ?? "{}") as Measured;
}

const bare = `const { hash } = await import("node:crypto");
  const held = Array.from({ length: 10000 }, (_, at) => Buffer.alloc(600, at % 251));
  const input = Buffer.alloc(601); const link = Buffer.alloc(78); let chain = "0".repeat(64);
  for (let at = 0; at < ${entries}; at += 1) {
    held[at % held.length].copy(input, 1);
    const leaf = hash("sha256", input);
    link.write(chain, 14, "hex"); link.write(leaf, 46, "hex");
    chain = hash("sha256", link);
  }`;

function verifying(folder: string): string {
  const verifier = path.join(process.cwd(), "verifiers", "verify-ledger.mjs");
  return `const { verify } = await import(${JSON.stringify(verifier)});
    const { code } = await verify(${JSON.stringify(folder)}); if (code !== 7) throw new Error("Not intact: " + code);`;
}

/** The verifier that an auditor runs on an export, against a loop that only hashes leaves and chain in memory. */
export const ledgerVerify: Bench = {
  name: "ledger-verify",
  run: async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "bench-export-"));
    try {
      await writeFolder(folder);
      const loop = measured(bare);
      const found = measured(verifying(folder));
      const ratio = loop.cpuMs / found.cpuMs;
      const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
      return [
        {
          name: `verify-ledger.mjs, ${entries} entries`,
          measured: `${seconds(found.ms)} (processor ${seconds(found.cpuMs)}), ${found.megabytes.toFixed(0)} MB`,
          baseline: `${seconds(loop.ms)} (processor ${seconds(loop.cpuMs)}) bare loop of leaf and chain`,
          ratio,
          target: "≥ 0.25, ≤ 15 s, ≤ 300 MB",
          met: ratio >= 0.25 && found.ms <= 15_000 && found.megabytes <= 300,
          method:
            "each a process of its own, once, one after the other; ratio of processor time; 2 of 5 entries are decisions",
        },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
