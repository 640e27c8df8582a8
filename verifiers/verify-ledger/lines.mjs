// Reads a file line by line into one buffer, so that memory stays flat. A part of verify-ledger.mjs.
import { closeSync, openSync, readSync } from "node:fs";
import { basename } from "node:path";
import { must } from "./signed-notes.mjs";

/** The lines of a file, with a character for each byte. */
export function* linesOf(file) {
  const opened = openSync(file);
  let [held, end] = [Buffer.alloc(1 << 18), 0];
  try {
    for (let read = -1; read !== 0; end += read) {
      let from = 0;
      for (let at = held.indexOf(10); at !== -1 && at < end; at = held.indexOf(10, from)) {
        yield held.latin1Slice(from, at);
        from = at + 1;
      }
      held.copyWithin(0, from, end);
      end -= from;
      if (end === held.length) held = Buffer.concat([held], 2 * end);
      read = readSync(opened, held, end, held.length - end);
    }
  } finally {
    closeSync(opened);
  }
  must(end === 0, 6, "Malformed: the last line of", basename(file), "has no end");
}
