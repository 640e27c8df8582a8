import { readFile } from "node:fs/promises";
import path from "node:path";
import type { PoolClient } from "pg";
import { getInclusionProof } from "@/lib/queries/ledger/get-inclusion-proof";
import { inSnapshot } from "../verify/snapshot";
import { readEpochs, readHead } from "../verify/stored";
import { entriesFrom, entriesWith, type ExportedEntry } from "./entry-lines";
import { readme } from "./readme";
import type { ExportSink } from "./sink";
import { stateLines } from "./state-lines";

// Writes the folder that docs/ledger-export.md describes.

/** What was written: the first and last entry, and how many. */
export type Exported = { readonly firstSeq: bigint; readonly lastSeq: bigint; readonly entries: number };

const format = "resident-panel-ledger/1";

/** The verifiers that lie in every folder, as they lie in the product's. */
export const verifierFiles = [
  "verify-ledger.mjs",
  ...["consent-state", "forms", "hashing", "lines", "signed-notes"].map(
    (part) => `verify-ledger/${part}.mjs`,
  ),
  "verify_ledger.py",
] as const;

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

const notes = `SELECT c.epoch, c.size::text, c.note || coalesce((SELECT string_agg(s.line, '' ORDER BY s.cosigned_at, s.verifier_key)
    FROM checkpoint_cosignature s
    WHERE s.organisation_id = c.organisation_id AND s.epoch = c.epoch AND s.size = c.size), '') AS note
  FROM ledger_checkpoint c WHERE c.organisation_id = $1 AND (c.epoch, c.size) > ($2::int, $3::bigint)
  ORDER BY c.epoch, c.size LIMIT 500`;

async function* notesOf(client: PoolClient, organisationId: string): AsyncGenerator<string> {
  type Note = { readonly epoch: number; readonly size: string; readonly note: string };
  for (let [epoch, size] = [0, "0"]; ;) {
    const { rows } = await client.query<Note>(notes, [organisationId, epoch, size]);
    for (const { note } of rows) yield `${note}\n`;
    const last = rows.at(-1);
    if (last === undefined) return;
    ({ epoch, size } = last);
  }
}

type Epoch = { readonly epoch: string; readonly firstSeq: string; readonly lastSeq: string };

/** The epochs whose entries are exported: those after the last whose time was over, or that is known to be damaged. */
async function epochsOf(
  client: PoolClient,
  organisationId: string,
  lastSeq: bigint,
): Promise<readonly Epoch[]> {
  const all = await readEpochs(client, organisationId);
  return all.slice(all.findLastIndex(({ leftOut }) => leftOut) + 1).map((one) => ({
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
    await sink.put("state.ndjson", stateLines(client, organisationId, now));
    await sink.put("checkpoints.txt", notesOf(client, organisationId));
    await putKeys(client, organisationId, sink);
    await putVerifiers(sink, "whole");
    return { firstSeq, lastSeq: BigInt(head.seq), entries };
  });
}

type Proven = { readonly line: string; readonly note: string | null };

async function proven(organisationId: string, entry: ExportedEntry): Promise<Proven> {
  const { seq, bytes, leaf, columns } = entry;
  const found = await getInclusionProof(organisationId, BigInt(seq));
  const proof =
    found === null
      ? null
      : {
          ...{ epoch: String(found.epoch), index: String(found.index), size: String(found.size) },
          path: found.path.map((hash) => hash.toString("hex")),
        };
  const line = `${JSON.stringify({ seq, bytes, leaf, columns, proof })}\n`;
  return { line, note: found?.note ?? null };
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
  return inSnapshot(async (client) => {
    const { epochs, firstSeq } = await describe(client, organisationId);
    const wanted = seqs.filter((seq) => seq >= firstSeq);
    const entries = await entriesWith(client, organisationId, wanted);
    const about = { format, scope: "selection", organisation: organisationId, epochs };
    await sink.put("ledger.json", once(`${JSON.stringify(about)}\n`));
    const signed = new Set<string>();
    async function* lines(): AsyncGenerator<string> {
      for (const entry of entries) {
        const { line, note } = await proven(organisationId, entry);
        if (note !== null) signed.add(note);
        yield line;
      }
    }
    await sink.put("entries.ndjson", lines());
    await sink.put("checkpoints.txt", once([...signed].map((note) => `${note}\n`).join("")));
    await putKeys(client, organisationId, sink);
    await putVerifiers(sink, "selection");
    const [first, last] = [entries.at(0), entries.at(-1)];
    return { firstSeq: BigInt(first?.seq ?? 0), lastSeq: BigInt(last?.seq ?? 0), entries: entries.length };
  });
}
