import { hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { londonDate } from "@/lib/clock";
import type { JournalKind } from "./journal-file";

/** A line that was read whole, or one that is not what was written. */
export type ReadLine = { readonly line: Readonly<Record<string, unknown>> } | { readonly broken: string };

const ending = /,"sha256":"([0-9a-f]{64})"\}$/u;

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  const [tail, sum] = ending.exec(text) ?? [];
  if (tail === undefined) return null;
  const said = `${text.slice(0, -tail.length)}}`;
  return hash("sha256", said) === sum ? (JSON.parse(said) as Record<string, unknown>) : null;
}

/** The day a file was written on, as its name says. */
const dayOf = /-(\d{4}-\d\d-\d\d)\.ndjson$/u;

/**
 * Every line of every journal of a kind, file by file. A line that a crash cut off was never acknowledged; it comes as
 * `broken` like one that somebody changed, with the name of its file.
 * @param since files of days (London) before this instant's are passed over
 */
export async function* readJournals(
  dir: string,
  kind: JournalKind,
  since: Date | null = null,
): AsyncGenerator<ReadLine> {
  const names = await readdir(dir).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === "ENOENT") return [];
    throw fault;
  });
  const from = since === null ? "" : londonDate(since);
  const isAsked = (name: string) => name.startsWith(`${kind}-`) && (dayOf.exec(name)?.[1] ?? from) >= from;
  for (const name of names.filter(isAsked).toSorted()) {
    const input = createReadStream(path.join(dir, name), "utf8");
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      const line = parsed(text);
      yield line === null ? { broken: name } : { line };
    }
  }
}
