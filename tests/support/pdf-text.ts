import { inflateSync } from "node:zlib";

function inflated(data: Buffer): string {
  try {
    return inflateSync(data).toString("latin1");
  } catch {
    return "";
  }
}

/** The text that a PDF shows, in its order: every string of every content stream. */
export function textOf(pdf: Buffer): string {
  const source = pdf.toString("latin1");
  const shown: string[] = [];
  for (const { 1: data = "" } of source.matchAll(/stream\n([\s\S]*?)\nendstream/gu)) {
    const stream = inflated(Buffer.from(data, "latin1"));
    for (const { 1: array = "" } of stream.matchAll(/\[([^\]]*)\]\s*TJ/gu)) {
      const pieces = [...array.matchAll(/<([0-9a-f]*)>/giu)].map(({ 1: hex = "" }) =>
        Buffer.from(hex, "hex").toString("latin1"),
      );
      shown.push(pieces.join(""));
    }
  }
  return shown.join(" ").replaceAll(/\s+/gu, " ");
}
