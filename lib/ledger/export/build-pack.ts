import { zipSink, type ZipSink } from "@/lib/archive/zip-sink";
import { now } from "@/lib/clock";
import { database, pool } from "@/lib/db/client";
import { evidencePdf } from "@/lib/pdf/evidence";
import { mostOnPaper } from "@/lib/pdf/paper";
import { entriesNumbered, packSeqs, type PackAbout } from "@/lib/queries/evidence/pack-entries";
import { getPanelById, type PanelView } from "@/lib/queries/panel/get-panel";
import { exactWords } from "@/lib/queries/trail/exact-words";
import { namePeople } from "@/lib/queries/trail/trail-entry";
import { signNow } from "../checkpoint/sign-now";
import type { ExportSink } from "./sink";
import { exportSelection, exportWhole } from "./write-export";

// An evidence pack: what docs/ledger-export.md describes, as a zip in the database, with a paper that says what happened.

const partBytes = 512 * 1024;

/** Takes bytes and stores them as numbered parts of the pack's file. */
function storedParts(organisationId: string, packId: string) {
  let waiting: Uint8Array[] = [];
  let [size, number] = [0, 0];
  const store = async () => {
    if (size === 0) return;
    await pool().query(
      "INSERT INTO evidence_pack_part (organisation_id, pack_id, number, bytes) VALUES ($1, $2, $3, $4)",
      [...[organisationId, packId, number], Buffer.concat(waiting)],
    );
    number += 1;
    [waiting, size] = [[], 0];
  };
  return {
    write: async (bytes: Uint8Array) => {
      waiting.push(bytes);
      size += bytes.length;
      if (size >= partBytes) await store();
    },
    end: store,
  };
}

/** Says how far it is, which is a sign of life too: `takePack` gives what shows none to somebody else. */
async function tell(organisationId: string, id: string, done: number, total: number): Promise<void> {
  await pool().query(
    `UPDATE evidence_pack SET done = $3, total = $4, started_at = clock_timestamp()
     WHERE organisation_id = $1 AND id = $2`,
    [...[organisationId, id, Math.min(done, total), total]],
  );
}

const tellEvery = 500;

/** The same sink, telling how many entries have gone into it. */
function counted(sink: ZipSink, total: number, report: (done: number) => Promise<void>): ExportSink {
  return {
    put: async (name, pieces) => {
      if (name !== "entries.ndjson") return sink.put(name, pieces);
      async function* counting(): AsyncGenerator<string> {
        let done = 0;
        for await (const piece of pieces) {
          yield piece;
          done += 1;
          if (done % tellEvery === 0) await report(Math.min(done, total));
        }
      }
      return sink.put(name, counting());
    },
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function titleOf({ organisationId, subjectRef, activityId }: PackAbout): Promise<string> {
  if (subjectRef !== null) {
    const member = await database().member.findFirst({
      where: { organisationId, subjectRef },
      select: { reference: true },
    });
    return member?.reference ?? subjectRef;
  }
  const activity = await database().activity.findFirst({
    where: { organisationId, id: activityId ?? "" },
    select: { title: true },
  });
  return activity?.title ?? activityId ?? "";
}

/** More papers than that nobody reads; entries.ndjson holds all. */
const mostPapers = 20;

type Told = {
  readonly panel: PanelView;
  readonly about: PackAbout;
  readonly seqs: readonly bigint[];
  readonly at: Date;
};

/** What happened in words, some hundred steps a paper, so that no more of it than that is in memory. */
async function putPapers({ panel, about, seqs, at }: Told, sink: ZipSink, alive: () => Promise<void>) {
  const title = await titleOf(about);
  const all = seqs.length;
  // One that holds nothing says so.
  const papers = Math.max(1, Math.min(Math.ceil(all / mostOnPaper), mostPapers));
  for (let number = 1; number <= papers; number += 1) {
    const from = (number - 1) * mostOnPaper;
    const rows = await entriesNumbered(about.organisationId, seqs.slice(from, from + mostOnPaper));
    const told = await namePeople(about.organisationId, rows);
    const shown = await exactWords(about.organisationId, told);
    const steps = told.map((entry, place) => ({
      ...entry,
      words: shown[place]?.words ?? null,
      notice: shown[place]?.notice ?? null,
    }));
    const paper = await evidencePdf({ panel, about: title, steps, all, first: from + 1, number, papers, at });
    const name = papers === 1 ? "what-happened.pdf" : `what-happened-${number}.pdf`;
    await sink.put(name, once(paper));
    await alive();
  }
}

async function putSelection(about: PackAbout, id: string, sink: ZipSink, at: Date): Promise<void> {
  const { organisationId, panelId } = about;
  const panel = await getPanelById(organisationId, panelId);
  if (panel === null) throw new Error("A pack belongs to a panel with a policy in force");
  const seqs = await packSeqs(about);
  const total = seqs.length + 1;
  await tell(organisationId, id, 0, total);
  await exportSelection(
    organisationId,
    seqs,
    counted(sink, total, (done) => tell(organisationId, id, done, total)),
  );
  await putPapers({ panel, about, seqs, at }, sink, () => tell(organisationId, id, seqs.length, total));
  await tell(organisationId, id, total, total);
}

async function putWhole(about: PackAbout, id: string, sink: ZipSink): Promise<void> {
  const total = Number(about.entrySeq);
  await tell(about.organisationId, id, 0, total);
  await exportWhole(
    about.organisationId,
    counted(sink, total, (done) => tell(about.organisationId, id, done, total)),
  );
  await tell(about.organisationId, id, total, total);
}

/**
 * Puts a pack together and stores its file. What is new is signed first where this process has the key, so that every
 * entry comes with its proof; otherwise the newest have none yet.
 */
export async function buildPack(pack: PackAbout & { readonly id: string }): Promise<void> {
  const { organisationId, id } = pack;
  const at = now();
  await signNow(organisationId);
  const parts = storedParts(organisationId, id);
  const sink = zipSink(parts.write, at);
  const isWhole = pack.subjectRef === null && pack.activityId === null;
  await (isWhole ? putWhole(pack, id, sink) : putSelection(pack, id, sink, at));
  await sink.end();
  await parts.end();
}
