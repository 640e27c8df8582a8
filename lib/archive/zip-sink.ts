import { Zip, ZipDeflate } from "fflate";

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

/** What the 32 bits of a zip can count: more would be a file that says it is another one. */
const most = 2 ** 32 - 1;

/**
 * A zip as a sink, never whole in memory: what is compressed goes to `write` before the next piece is taken.
 * @param at when its files were made, for their dates
 * @param largest bytes of all files together
 * @throws RangeError when it would be larger
 */
export function zipSink(write: (bytes: Uint8Array) => Promise<void>, at: Date, largest = most): ZipSink {
  let size = 0;
  let made: Uint8Array[] = [];
  let fault: Error | null = null;
  const zip = new Zip((error, bytes) => {
    fault ??= error;
    made.push(bytes);
  });
  const flush = async () => {
    if (fault !== null) throw fault;
    const ready = made;
    made = [];
    for (const bytes of ready) if (bytes.length > 0) await write(bytes);
  };
  return {
    put: async (name, pieces) => {
      const file = new ZipDeflate(name, { level: 6 });
      file.mtime = at;
      zip.add(file);
      for await (const bytes of larger(pieces)) {
        size += bytes.length;
        if (size > largest) throw new RangeError("A zip cannot hold so much");
        file.push(bytes);
        await flush();
      }
      file.push(new Uint8Array(), true);
      await flush();
    },
    end: async () => {
      zip.end();
      await flush();
    },
  };
}
