import { ServerResponse, type OutgoingHttpHeaders } from "node:http";
import { faultDocument } from "./fault-document";
import { pathOf } from "./write-headers";

/** What Next.js says of a page that threw, and of an action that threw for a form sent without JavaScript. */
const documents = /^text\/(html|plain)/u;

/** Headers of the document that is not sent. */
const ofTheDocument = /^(content-(?!security)|transfer-encoding|etag|link|vary|x-nextjs)/u;

/**
 * An answer that puts our fault page in the place of the document Next.js sends when a page or a form's action threw:
 * that one shows nothing without JavaScript. It stays a 500. Data for scripts, and documents that had begun, are left as
 * they are.
 */
export class Answer extends ServerResponse {
  /** Where this process can ask itself for the fault page. */
  static origin = "";
  #fault = false;
  #ended = false;

  get #path(): string {
    return pathOf(this.req);
  }

  #isFault(status: number): boolean {
    this.#fault ||=
      status >= 500 &&
      !this.headersSent &&
      documents.test(String(this.getHeader("content-type"))) &&
      this.#isForReader();
    return this.#fault;
  }

  /** Whether somebody reads the answer, and not a script of ours or another machine. */
  #isForReader(): boolean {
    return (
      this.req.headers["rsc"] === undefined && this.#path !== "/fault" && !this.#path.startsWith("/api/")
    );
  }

  async #endAsFault(): Promise<void> {
    const { headers, body } = await faultDocument(Answer.origin, this.#path);
    for (const name of this.getHeaderNames()) if (ofTheDocument.test(name)) this.removeHeader(name);
    super.writeHead(500, { ...headers, "cache-control": "no-store" });
    super.end(body);
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    return this.#isFault(status) ? this : super.writeHead(status, ...(rest as [OutgoingHttpHeaders]));
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    return this.#isFault(this.statusCode) || super.write(chunk, ...(rest as [BufferEncoding]));
  }

  override end(...given: unknown[]): this {
    if (!this.#isFault(this.statusCode)) return super.end(...(given as [unknown]));
    if (!this.#ended) void this.#endAsFault();
    this.#ended = true;
    return this;
  }
}
