import { createWriteStream } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";

/** Where an export goes: a folder, an archive, a test. Files come one after the other, each in pieces. */
export type ExportSink = {
  /** Takes a file whole; `name` may hold "/". The pieces are read as fast as they are taken. */
  readonly put: (name: string, pieces: AsyncIterable<string>) => Promise<void>;
};

/** The folder cannot take an export. The message is a sentence for whoever asked for it. */
export class UnusableFolder extends Error {}

/**
 * A folder as a sink; it is made if it is not there.
 * @throws UnusableFolder when it holds something already: two exports in one folder would contradict each other
 */
export async function folderSink(folder: string): Promise<ExportSink> {
  await mkdir(folder, { recursive: true });
  const inside = await readdir(folder);
  if (inside.length > 0)
    throw new UnusableFolder(`${folder} is not empty: name a folder that is new or empty.`);
  return {
    put: async (name, pieces) => {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await pipeline(pieces, createWriteStream(file, { flags: "wx" }));
    },
  };
}
