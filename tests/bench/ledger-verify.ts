import { execFileSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { linesOf, type NumberedFact } from "@/lib/ledger/export/state-lines";
import type { Channel } from "@/lib/policy/vocabulary";
import { entriesOf, type MadeEntry, type MadeHead, type Of } from "./million-entries";
import { median, type Bench } from "./row";

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
  const measuring = `let before = performance.now(), beforeCpu = { user: 0, system: 0 }; ${program}
    const { user, system } = process.cpuUsage(beforeCpu); const { maxRSS } = process.resourceUsage();
    console.log(JSON.stringify({ ms: performance.now() - before, cpuMs: (user + system) / 1000, megabytes: maxRSS / 1024 }));`;
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", measuring], { encoding: "utf8" });
  return JSON.parse(said.trim().split("\n").at(-1) ?? "{}") as Measured;
}

/** Runs over the entries themselves, ten thousand of them held in memory: each link is a hash of the one before and the entry. */
function linking(folder: string): string {
  return `const { hash } = await import("node:crypto"); const { createReadStream } = await import("node:fs");
    const { createInterface } = await import("node:readline"); const held = [];
    for await (const line of createInterface({ input: createReadStream(${JSON.stringify(path.join(folder, "entries.ndjson"))}) })) {
      held.push(JSON.parse(Buffer.from(JSON.parse(line).bytes, "base64")));
      if (held.length === 10000) break;
    }
    before = performance.now(); beforeCpu = process.cpuUsage(); let chain = "0".repeat(64);
    for (let at = 0; at < ${entries}; at += 1) chain = hash("sha256", chain + JSON.stringify(held[at % held.length]));`;
}

function verifying(folder: string): string {
  const verifier = path.join(process.cwd(), "verifiers", "verify-ledger.mjs");
  return `const { verify } = await import(${JSON.stringify(verifier)});
    const { code } = await verify(${JSON.stringify(folder)}); if (code !== 7) throw new Error("Not intact: " + code);`;
}

/** The verifier that an auditor runs on an export, against a loop that only links them in memory. */
export const ledgerVerify: Bench = {
  name: "ledger-verify",
  run: async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "bench-export-"));
    try {
      await writeFolder(folder);
      const turns = Array.from({ length: 3 }, () => ({
        loop: measured(linking(folder)),
        found: measured(verifying(folder)),
      }));
      const middle = (of: (turn: (typeof turns)[number]) => number) => median(turns.map(of));
      const loop = { ms: middle((turn) => turn.loop.ms), cpuMs: middle((turn) => turn.loop.cpuMs) };
      const found = { ms: middle((turn) => turn.found.ms), cpuMs: middle((turn) => turn.found.cpuMs) };
      const megabytes = Math.max(...turns.map((turn) => turn.found.megabytes));
      const ratio = loop.cpuMs / found.cpuMs;
      const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
      return [
        {
          name: `verify-ledger.mjs, ${entries} entries`,
          measured: `${seconds(found.ms)} (processor ${seconds(found.cpuMs)}), ${megabytes.toFixed(0)} MB`,
          baseline: `${seconds(loop.ms)} (processor ${seconds(loop.cpuMs)}) chain loop over the same entries in memory`,
          ratio,
          target: "≥ 0.25, ≤ 15 s, ≤ 300 MB",
          met: ratio >= 0.25 && found.ms <= 15_000 && megabytes <= 300,
          method:
            "each a process of its own, three times in turn, medians; ratio of processor time; the loop's link is sha256(link before + JSON.stringify(entry)); 2 of 5 entries are decisions",
        },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
