import { ServerResponse, type OutgoingHttpHeaders } from "node:http";
import { faultDocument } from "./fault-document";
import { pathOf } from "./write-headers";

/** What Next.js says of a page that threw, and of an action that threw for a form sent without JavaScript. */
const ofFaults = /^text\/(html|plain)/u;
/** And of a page that found nothing to show; in plain text it says so of a file, which nobody reads. */
const ofNothing = /^text\/html/u;

/** Headers of the document that is not sent. */
const ofTheDocument = /^(content-(?!security)|transfer-encoding|etag|link|vary|x-nextjs)/u;

/**
 * An answer that puts our own page in the place of the document Next.js sends when a page or a form's action threw, or a page
 * found nothing to show: those are blank without JavaScript. It stays a 500 or a 404. Data for scripts, and documents that had
 * begun, are left as they are.
 */
export class Answer extends ServerResponse {
  /** Where this process can ask itself for the page. */
  static origin = "";
  /** Of the page that takes the document's place; null while there is nothing amiss. */
  #amiss: 404 | 500 | null = null;
  #ended = false;

  get #path(): string {
    return pathOf(this.req);
  }

  /** Our page for this status, where one takes the document's place. */
  #amissFor(status: number): 404 | 500 | null {
    if (status !== 404 && status < 500) return null;
    if (this.headersSent || !this.#isForReader()) return null;
    const kind = String(this.getHeader("content-type"));
    if (status >= 500) return ofFaults.test(kind) ? 500 : null;
    // A program that asks for no page, such as one that tries addresses, is not worth a second rendering.
    const wanted = /text\/html/u.test(this.req.headers.accept ?? "");
    return wanted && ofNothing.test(kind) ? 404 : null;
  }

  #isAmiss(status: number): boolean {
    this.#amiss ??= this.#amissFor(status);
    return this.#amiss !== null;
  }

  /** Whether somebody reads the answer, and not a script of ours or another machine. */
  #isForReader(): boolean {
    return this.req.headers["rsc"] === undefined && !/^\/(?:fault(?:\/|$)|api\/)/u.test(this.#path);
  }

  async #endAs(status: 404 | 500): Promise<void> {
    const { headers, body } = await faultDocument(Answer.origin, this.#path, status);
    for (const name of this.getHeaderNames()) if (ofTheDocument.test(name)) this.removeHeader(name);
    super.writeHead(status, { ...headers, "cache-control": "no-store" });
    super.end(body);
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    return this.#isAmiss(status) ? this : super.writeHead(status, ...(rest as [OutgoingHttpHeaders]));
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    return this.#isAmiss(this.statusCode) || super.write(chunk, ...(rest as [BufferEncoding]));
  }

  override end(...given: unknown[]): this {
    if (!this.#isAmiss(this.statusCode)) return super.end(...(given as [unknown]));
    if (!this.#ended && this.#amiss !== null) void this.#endAs(this.#amiss);
    this.#ended = true;
    return this;
  }
}
