import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { ZipFile } from "yazl";

/** A zip being written: files one after the other, each in pieces. */
export type ZipSink = {
  readonly put: (name: string, pieces: AsyncIterable<string | Uint8Array>) => Promise<void>;
  /** Writes the list of files, which ends the zip. */
  readonly end: () => Promise<void>;
};

/** Small pieces are put together before they are compressed. */
const enough = 64 * 1024;
const encoder = new TextEncoder();

async function* larger(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  let text = "";
  for await (const piece of pieces) {
    if (typeof piece !== "string") yield piece;
    else {
      text += piece;
      if (text.length < enough) continue;
      yield encoder.encode(text);
      text = "";
    }
  }
  yield encoder.encode(text);
}

/**
 * A zip as a sink, never whole in memory: what is compressed goes to `write` before much more is taken. What is larger than
 * four gigabytes is said as ZIP64 says it.
 * @param at when its files were made, for their dates
 */
export function zipSink(write: (bytes: Uint8Array) => Promise<void>, at: Date): ZipSink {
  const zip = new ZipFile();
  const written = (async () => {
    for await (const bytes of zip.outputStream) await write(Buffer.from(bytes));
  })();
  // Whoever puts something in or ends it hears of it.
  written.catch(() => undefined);
  zip.on("error", () => undefined);
  return {
    put: async (name, pieces) => {
      const file = Readable.from(larger(pieces), { objectMode: false });
      zip.addReadStream(file, name, { mtime: at });
      await Promise.race([finished(file), written]);
    },
    end: async () => {
      zip.end();
      await written;
    },
  };
}
