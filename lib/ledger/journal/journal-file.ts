import { hash } from "node:crypto";
import { constants } from "node:fs";
import { mkdir, open, type FileHandle } from "node:fs/promises";
import path from "node:path";
import { londonDate, now } from "@/lib/clock";
import { readConfig } from "@/lib/config/config";
import { newId } from "@/lib/id";

// Journals stand outside the database: what must not be forgotten when an older copy of it comes back. One file a kind, a
// process and a day, one line a happening, each with the SHA-256 of what stands before it (docs/ledger-erasure.md).

export type JournalKind = "stops" | "erasures";
export type JournalLine = Readonly<Record<string, unknown>>;

/** A line as it is written: the object's text, with its own hash as the last key. */
export function lineOf(line: JournalLine): string {
  const text = JSON.stringify(line);
  return `${text.slice(0, -1)},"sha256":"${hash("sha256", text)}"}\n`;
}

/** A new file to append to, in which a write returns when it is on the disk: one call to the system where a flush besides makes two. */
const newAndDurable =
  constants.O_CREAT | constants.O_EXCL | constants.O_APPEND | constants.O_WRONLY | constants.O_DSYNC;

type Waiting = {
  readonly line: string;
  readonly resolve: () => void;
  readonly reject: (fault: unknown) => void;
};

/** The journal of one kind that this process writes. Lines that come while the disk is busy share the next flush. */
class Journal {
  private waiting: Waiting[] = [];
  private writing = false;
  /** What was kept in the database and refused by the disk: written before anything else is promised. */
  private owed = "";
  private file: { readonly day: string; readonly handle: FileHandle } | undefined;
  private readonly process = newId().slice(-12);

  constructor(
    private readonly dir: string,
    private readonly kind: JournalKind,
  ) {}

  async add(lines: readonly JournalLine[]): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.waiting.push({ line: lines.map(lineOf).join(""), resolve, reject });
      if (!this.writing) void this.write();
    });
  }

  private async write(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      let these: readonly Waiting[] = [];
      try {
        const handle = await this.today();
        these = this.waiting.splice(0);
        await handle.appendFile(this.owed + these.map(({ line }) => line).join(""));
        this.owed = "";
        for (const { resolve } of these) resolve();
      } catch (fault) {
        // A line may be half written: the next begins in a file of its own.
        await this.close().catch(() => undefined);
        const refused = [...these, ...this.waiting.splice(0)];
        this.owed += refused.map(({ line }) => line).join("");
        for (const { reject } of refused) reject(fault);
      }
    }
    this.writing = false;
  }

  private async today(): Promise<FileHandle> {
    const day = londonDate(now());
    if (this.file?.day === day) return this.file.handle;
    await this.close();
    await mkdir(this.dir, { recursive: true, mode: 0o700 });
    const name = `${this.kind}-${this.process}${newId().slice(-4)}-${day}.ndjson`;
    const handle = await open(path.join(this.dir, name), newAndDurable, 0o600);
    this.file = { day, handle };
    const folder = await open(this.dir, "r");
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
    return handle;
  }

  private async close(): Promise<void> {
    const { file } = this;
    this.file = undefined;
    await file?.handle.close();
  }
}

const journals = new Map<string, Journal>();

/**
 * Writes lines to this process's journal of a kind; returns once they are on the disk. Whoever promises something to a
 * person waits for it first.
 * @throws Error when the disk does not take them: then nothing may be promised
 */
export async function writeJournal(kind: JournalKind, lines: readonly JournalLine[]): Promise<void> {
  if (lines.length === 0) return;
  const { journalDir } = readConfig();
  const key = `${journalDir} ${kind}`;
  const journal = journals.get(key) ?? new Journal(journalDir, kind);
  journals.set(key, journal);
  await journal.add(lines);
}
