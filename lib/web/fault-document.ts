import type { OutgoingHttpHeaders } from "node:http";
import words from "@/messages/en/fault.json";

/** A whole answer but for its status. */
export type FaultDocument = { readonly headers: OutgoingHttpHeaders; readonly body: string };

const patience = 3_000;

/** When even the fault page cannot be made: the same words and nothing else. */
const bare: FaultDocument = {
  headers: { "content-type": "text/html; charset=utf-8" },
  body: `<!doctype html><html lang="en-GB"><title>${words.errorTitle}</title><h1>${words.errorTitle}</h1><p>${words.errorLead}</p><p>${words.errorNext}</p>`,
};

/** Headers that speak of a connection or an encoding, which are not ours to pass on. */
const ofTheWire = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "date",
  "keep-alive",
  "transfer-encoding",
]);

/** The page app/fault for this path, asked of ourselves with nothing of the visitor's, or the bare words. Never throws. */
export async function faultDocument(origin: string, path: string): Promise<FaultDocument> {
  try {
    const page = await fetch(`${origin}/fault?at=${encodeURIComponent(path)}`, {
      signal: AbortSignal.timeout(patience),
    });
    if (!page.ok) return bare;
    const headers = [...page.headers].filter(([name]) => !ofTheWire.has(name));
    return { headers: Object.fromEntries(headers), body: await page.text() };
  } catch {
    return bare;
  }
}
