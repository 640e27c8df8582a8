import { readFile } from "node:fs/promises";
import path from "node:path";
import type { PoolClient } from "pg";
import { proofsIn, type InclusionProof } from "@/lib/queries/ledger/get-inclusion-proof";
import { allCheckpoints, coveringCheckpoint } from "../checkpoint/stored-checkpoints";
import { inSnapshot } from "../verify/snapshot";
import { keptEpochs, readEpochs, readHead } from "../verify/stored";
import { entriesFrom, entriesWith, type ExportedEntry } from "./entry-lines";
import { readme } from "./readme";
import type { ExportSink } from "./sink";
import { stateLines } from "./state-lines";

// Writes the folder that docs/ledger-export.md describes.

/** What was written: the first and last entry, and how many. */
export type Exported = { readonly firstSeq: bigint; readonly lastSeq: bigint; readonly entries: number };

const format = "resident-panel-ledger/1";

/** The verifiers that lie in every folder, as they lie in the product's. */
const verifierFiles = ["verify-ledger.mjs", "verify-ledger-parts.mjs", "verify_ledger.py"] as const;

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

async function putVerifiers(sink: ExportSink, scope: "whole" | "selection"): Promise<void> {
  for (const name of verifierFiles) {
    await sink.put(name, once(await readFile(path.join(process.cwd(), "verifiers", name), "utf8")));
  }
  await sink.put("README.txt", once(readme(scope)));
}

const keys = `SELECT verifier_key FROM checkpoint_key WHERE organisation_id = $1
  UNION SELECT verifier_key FROM checkpoint_cosignature WHERE organisation_id = $1 ORDER BY 1`;

async function putKeys(client: PoolClient, organisationId: string, sink: ExportSink): Promise<void> {
  const { rows } = await client.query<{ verifier_key: string }>(keys, [organisationId]);
  await sink.put("keys.txt", once(rows.map(({ verifier_key: key }) => `${key}\n`).join("")));
}

async function* notesOf(client: PoolClient, organisationId: string): AsyncGenerator<string> {
  for await (const some of allCheckpoints(client, organisationId))
    for (const { note } of some) yield `${note}\n`;
}

type Epoch = { readonly epoch: string; readonly firstSeq: string; readonly lastSeq: string };

/** The epochs whose entries are exported: those after the last whose time was over, or that is known to be damaged. */
async function epochsOf(
  client: PoolClient,
  organisationId: string,
  lastSeq: bigint,
): Promise<readonly Epoch[]> {
  return keptEpochs(await readEpochs(client, organisationId)).map((one) => ({
    epoch: one.epoch,
    firstSeq: String(one.firstSeq),
    lastSeq: String(one.lastSeq ?? lastSeq),
  }));
}

const nothing = { epoch: "1", seq: 0n, chainHash: "0".repeat(64), frontier: [], recordedAt: "" };

async function describe(client: PoolClient, organisationId: string) {
  const { epoch, seq, chainHash: chain, frontier } = (await readHead(client, organisationId)) ?? nothing;
  const epochs = await epochsOf(client, organisationId, seq);
  const first = epochs[0]?.firstSeq;
  const opened = epochs.at(-1)?.firstSeq;
  if (first === undefined || opened === undefined) throw new Error("A ledger has an epoch");
  const head = { epoch, epochStart: String(BigInt(opened) - 1n), seq: String(seq), chain, frontier };
  return { epochs, firstSeq: BigInt(first), head };
}

/**
 * Writes an organisation's whole ledger to a sink, as of one moment: every entry, the consent state, all checkpoints and
 * keys, and the verifiers. Entries are read and written some at a time, so memory does not grow with the ledger.
 */
export async function exportWhole(organisationId: string, sink: ExportSink): Promise<Exported> {
  return inSnapshot(async (client) => {
    const { epochs, firstSeq, head } = await describe(client, organisationId);
    const about = { format, scope: "whole", organisation: organisationId, epochs, head };
    await sink.put("ledger.json", once(`${JSON.stringify(about)}\n`));
    let [entries, lastAt] = [0, ""];
    async function* lines(): AsyncGenerator<string> {
      for await (const entry of entriesFrom(client, organisationId, firstSeq)) {
        [entries, lastAt] = [entries + 1, entry.columns.recordedAt];
        yield `${JSON.stringify(entry)}\n`;
      }
    }
    await sink.put("entries.ndjson", lines());
    const now = lastAt === "" ? 0 : Date.parse(lastAt);
    await sink.put("state.ndjson", stateLines(client, organisationId, firstSeq, now));
    await sink.put("checkpoints.txt", notesOf(client, organisationId));
    await putKeys(client, organisationId, sink);
    await putVerifiers(sink, "whole");
    return { firstSeq, lastSeq: BigInt(head.seq), entries };
  });
}

/** How many entries are read and proven at a time. */
const provenAtOnce = 100;

function provenLine({ seq, bytes, leaf, columns }: ExportedEntry, found: InclusionProof | undefined): string {
  const proof =
    found === undefined
      ? null
      : {
          ...{ epoch: String(found.epoch), index: String(found.index), size: String(found.size) },
          path: found.path.map((hash) => hash.toString("hex")),
        };
  return `${JSON.stringify({ seq, bytes, leaf, columns, proof })}\n`;
}

/** The lines of some entries of one epoch, given in order, proven as far as its newest checkpoint covers them. */
async function* provenLines(
  client: PoolClient,
  organisationId: string,
  seqs: readonly bigint[],
  signed: Set<string>,
): AsyncGenerator<{ readonly seq: bigint; readonly line: string }> {
  const [first] = seqs;
  const checkpoint = first === undefined ? null : await coveringCheckpoint(organisationId, first);
  if (checkpoint !== null) signed.add(checkpoint.note);
  const end = checkpoint === null ? 0n : checkpoint.place.start + checkpoint.size;
  for (let from = 0; from < seqs.length; from += provenAtOnce) {
    const entries = await entriesWith(client, organisationId, seqs.slice(from, from + provenAtOnce));
    const covered = entries.map(({ seq }) => BigInt(seq)).filter((seq) => seq <= end);
    const proofs = checkpoint === null ? [] : await proofsIn(checkpoint, covered);
    for (const [at, entry] of entries.entries())
      yield { seq: BigInt(entry.seq), line: provenLine(entry, proofs[at]) };
  }
}

/**
 * Writes some entries to a sink, each with the proof that it stands in a signed checkpoint, and nothing about the others.
 * An entry that no checkpoint covers yet has no proof: ask for one to be signed first. Numbers of entries that are not
 * there, or whose epoch is left out, are passed over.
 */
export async function exportSelection(
  organisationId: string,
  seqs: readonly bigint[],
  sink: ExportSink,
): Promise<Exported> {
  const wanted = [...new Set(seqs)].sort((one, other) => (one < other ? -1 : 1));
  return inSnapshot(async (client) => {
    const { epochs } = await describe(client, organisationId);
    const about = { format, scope: "selection", organisation: organisationId, epochs };
    await sink.put("ledger.json", once(`${JSON.stringify(about)}\n`));
    const signed = new Set<string>();
    const written = { firstSeq: 0n, lastSeq: 0n, entries: 0 };
    async function* lines(): AsyncGenerator<string> {
      for (const { firstSeq, lastSeq } of epochs) {
        const own = wanted.filter((seq) => seq >= BigInt(firstSeq) && seq <= BigInt(lastSeq));
        for await (const { seq, line } of provenLines(client, organisationId, own, signed)) {
          if (written.entries === 0) written.firstSeq = seq;
          written.lastSeq = seq;
          written.entries += 1;
          yield line;
        }
      }
    }
    await sink.put("entries.ndjson", lines());
    await sink.put("checkpoints.txt", once([...signed].map((note) => `${note}\n`).join("")));
    await putKeys(client, organisationId, sink);
    await putVerifiers(sink, "selection");
    return written;
  });
}
