import { mkdir, open, type FileHandle } from "node:fs/promises";
import path from "node:path";
import { parseCheckpoint, placeIn, type Checkpoint } from "./checkpoint";
import { parseNote } from "./note";

// The published file of an organisation: its signed notes one after the other, an empty line after each. It is only ever
// added to, so it may lie where nobody can do more (another disk, a folder that a server hands out, `chattr +a`).

/** More than the notes that one crash can leave behind, and than the last notes of an epoch. */
const tailBytes = 256 * 1024;

function fileOf(dir: string, organisationId: string): string {
  return path.join(dir, `${organisationId.toLowerCase()}.txt`);
}

async function tailOf(file: FileHandle): Promise<Buffer> {
  const { size } = await file.stat();
  const from = Math.max(0, size - tailBytes);
  const tail = Buffer.alloc(size - from);
  await file.read(tail, 0, tail.length, from);
  return tail;
}

/** How much of the beginning of `entry` stands at the end: a part of it after a crash, or nothing. */
function writtenOf(entry: Buffer, tail: Buffer): number {
  for (let length = Math.min(entry.length, tail.length); length > 0; length -= 1)
    if (tail.subarray(tail.length - length).equals(entry.subarray(0, length))) return length;
  return 0;
}

/** What is still to be written, given the end of the file. */
function missingOf(entries: readonly Buffer[], tail: Buffer): Buffer {
  const waiting = entries
    .filter((entry) => !tail.includes(entry))
    .map((entry) => ({ entry, written: writtenOf(entry, tail) }));
  const longest = Math.max(...waiting.map(({ written }) => written));
  // Notes begin alike: of those that may be the one that was cut off, the first was written first.
  const cut = waiting.find(({ written }) => written > 0 && written === longest);
  const rest = waiting.flatMap((each) => (each === cut ? [] : [each.entry]));
  return Buffer.concat([...(cut ? [cut.entry.subarray(cut.written)] : []), ...rest]);
}

async function syncFolder(dir: string): Promise<void> {
  const folder = await open(dir, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/**
 * Adds notes to an organisation's file and returns once they are on the disk. A note that a crash cut off is completed
 * first, and one that is the last of the file already is not written again: that makes it safe to repeat.
 */
export async function publishNotes(
  dir: string,
  organisationId: string,
  notes: readonly string[],
): Promise<void> {
  await mkdir(dir, { recursive: true });
  const file = await open(fileOf(dir, organisationId), "a+", 0o644);
  try {
    const entries = notes.map((note) => Buffer.from(`${note}\n`, "utf8"));
    // Writes again where the disk took only a part.
    await file.appendFile(missingOf(entries, await tailOf(file)));
    await file.datasync();
    await syncFolder(dir);
  } finally {
    await file.close();
  }
}

/** A checkpoint that is in the file, and the epoch that its name says. */
export type PublishedCheckpoint = Checkpoint & { readonly epoch: number };

function published(organisationId: string, text: string, signatures: string): PublishedCheckpoint | null {
  const note = parseNote(`${text}\n\n${signatures}\n`);
  const checkpoint = note === null ? null : parseCheckpoint(note.text);
  if (checkpoint === null) return null;
  const place = placeIn(checkpoint.origin);
  return place?.organisationId === organisationId.toLowerCase()
    ? { ...checkpoint, epoch: place.epoch }
    : null;
}

/** The checkpoints at the end of an organisation's file, oldest first; none when there is no file. */
export async function lastPublished(
  dir: string,
  organisationId: string,
): Promise<readonly PublishedCheckpoint[]> {
  const file = await open(fileOf(dir, organisationId), "r").catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === "ENOENT") return null;
    throw fault;
  });
  if (file === null) return [];
  try {
    const blocks = (await tailOf(file)).toString("utf8").split("\n\n");
    return blocks.flatMap((text, at) => published(organisationId, text, blocks[at + 1] ?? "") ?? []);
  } finally {
    await file.close();
  }
}
