import type { OutgoingHttpHeaders } from "node:http";
import words from "@/messages/en/fault.json";

/** A whole answer but for its status. */
export type FaultDocument = { readonly headers: OutgoingHttpHeaders; readonly body: string };

const patience = 3_000;

/** When even our own page cannot be made: the same words and nothing else. */
function bare(title: string, ...sentences: readonly string[]): FaultDocument {
  const said = sentences.map((sentence) => `<p>${sentence}</p>`).join("");
  return {
    headers: { "content-type": "text/html; charset=utf-8" },
    body: `<!doctype html><html lang="en-GB"><title>${title}</title><h1>${title}</h1>${said}`,
  };
}

/** What we say of a fault of ours, and of what is not there. No route has the second address: its page is app/not-found. */
const pages = {
  500: {
    address: (path: string) => `/fault?at=${encodeURIComponent(path)}`,
    status: 200,
    otherwise: bare(words.errorTitle, words.errorLead, words.errorNext),
  },
  404: {
    address: () => "/fault/not-found",
    status: 404,
    otherwise: bare(words.notFoundTitle, words.notFoundLead, words.notFoundLink),
  },
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

/** Our page for this status and path, asked of ourselves with nothing of the visitor's, or the bare words. Never throws. */
export async function faultDocument(
  origin: string,
  path: string,
  status: keyof typeof pages,
): Promise<FaultDocument> {
  const { address, status: expected, otherwise } = pages[status];
  try {
    const page = await fetch(`${origin}${address(path)}`, { signal: AbortSignal.timeout(patience) });
    if (page.status !== expected) return otherwise;
    const headers = [...page.headers].filter(([name]) => !ofTheWire.has(name));
    return { headers: Object.fromEntries(headers), body: await page.text() };
  } catch {
    return otherwise;
  }
}
